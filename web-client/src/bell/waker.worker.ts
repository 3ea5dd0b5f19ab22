/** Timers that keep time in a hidden tab, where the page's own may be seconds late. */
type Ask = { readonly id: number; readonly inMs: number };

const timers = new Map<number, ReturnType<typeof setTimeout>>();

self.onmessage = (event: MessageEvent<Ask>) => {
  const { id, inMs } = event.data;
  clearTimeout(timers.get(id));
  timers.delete(id);
  if (inMs < 0) return;
  timers.set(
    id,
    setTimeout(() => {
      timers.delete(id);
      self.postMessage(id);
    }, inMs),
  );
};
