/** Wakes the page at a given time, even when it is hidden: one worker for the whole document. */

import { trustedScript } from '../offline/trusted-script';
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

function started(): Worker {
  const made = new Worker(trustedScript(workerUrl), { type: 'module' });
  made.onmessage = (event: MessageEvent<number>) => {
    const wake = wakes.get(event.data);
    wakes.delete(event.data);
    wake?.();
  };
  return made;
}
