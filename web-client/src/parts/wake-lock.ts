/** Keeps the screen awake while the page is in view, where the browser can; gives back the way to stop. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const ask = async (): Promise<void> => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    // Refused on a low battery or by policy: the screen may sleep then, and nothing else changes.
    const got = await navigator.wakeLock.request('screen').catch(() => undefined);
    if (over) void got?.release();
    else lock = got;
  };
  const again = (): void => void ask();
  document.addEventListener('visibilitychange', again);
  again();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
