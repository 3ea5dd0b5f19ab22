// How long a call has waited. The queue says how much it has counted and from when it counts on; a
// screen adds what has gone by since.
import type { Waited } from '../wire/views';

const MINUTE_MS = 60_000;

/** @param nowMs Floor time. */
export function waitedMs({ ms, sinceMs, untilMs }: Waited, nowMs: number): number {
  if (sinceMs === undefined) return ms;
  return ms + Math.max(0, Math.min(nowMs, untilMs ?? nowMs) - sinceMs);
}

/** In whole minutes; none has waited for none. */
export function waitedMin(waited: Waited | undefined, nowMs: number): number {
  return waited === undefined ? 0 : Math.floor(waitedMs(waited, nowMs) / MINUTE_MS);
}
