/**
 * Whose devices are gone, by the id of their row, as the server's numbered frames tell it. Pure.
 * Connected is not present: nothing of it says whether a student is here.
 */
import type { Presence } from '../wire/frames';

export type Silent = {
  readonly number: number;
  /** When a device that is gone was heard of last, in floor time. */
  readonly lastSeenMs: ReadonlyMap<string, number>;
};

/** What is known after a frame; `undefined` when one before it was missed. */
export function afterPresence(before: Silent | undefined, frame: Presence): Silent | undefined {
  if (frame.from === undefined) return { number: frame.to, lastSeenMs: rowsOf(frame) };
  if (before?.number !== frame.from) return undefined;
  const lastSeenMs = new Map([...before.lastSeenMs, ...rowsOf(frame)]);
  for (const id of frame.back) lastSeenMs.delete(id);
  return { number: frame.to, lastSeenMs };
}

function rowsOf({ seen }: Presence): ReadonlyMap<string, number> {
  return new Map(seen.map(({ id, lastSeenMs }) => [id, lastSeenMs]));
}
