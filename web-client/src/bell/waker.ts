/** Wakes the page at a given time, even when it is hidden: one worker for the whole document. */

import workerUrl from './waker.worker.ts?worker&url';

/** Calls back after so many real milliseconds; gives back the way to call it off. */
export type Waker = (inMs: number, wake: () => void) => () => void;

const wakes = new Map<number, () => void>();
let worker: Worker | undefined;
let lastId = 0;

export const workerWaker: Waker = (inMs, wake) => {
  if (typeof Worker === 'undefined') return pageWaker(inMs, wake);
  worker ??= started();
  const id = (lastId += 1);
  wakes.set(id, wake);
  worker.postMessage({ id, inMs });
  return () => {
    wakes.delete(id);
    worker?.postMessage({ id, inMs: -1 });
  };
};

/** The page's own timer, for browsers without workers. */
export const pageWaker: Waker = (inMs, wake) => {
  const timer = setTimeout(wake, inMs);
  return () => clearTimeout(timer);
};

/**
 * The page's policy lets no text become a script but what this one rule lets through: the worker of
 * our own build. Browsers without trusted types take the text as it is.
 */
type ScriptUrls = { createScriptURL: (url: string) => string };
type TrustedTypes = { createPolicy: (name: string, rules: ScriptUrls) => ScriptUrls };
const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = trustedTypes?.createPolicy('carillon', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin === location.origin) return url;
    throw new TypeError('a worker from elsewhere');
  },
});

function started(): Worker {
  const trusted = policy?.createScriptURL(workerUrl) ?? workerUrl;
  const made = new Worker(trusted, { type: 'module' });
  made.onmessage = (event: MessageEvent<number>) => {
    const wake = wakes.get(event.data);
    wakes.delete(event.data);
    wake?.();
  };
  return made;
}
