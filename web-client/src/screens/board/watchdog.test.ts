import { expect, test } from 'vitest';
import { Watchdog, type Remedy } from './watchdog';

const BELL_MS = 60 * 60_000;

/** A board that went silent `silentFromMs` before or after the bell, and what it did until when. */
function watched(silentFromMs: number, untilMs: number, liveAgainMs = Infinity) {
  let at = silentFromMs;
  const done: [Remedy, number][] = [];
  const dog = new Watchdog({
    now: () => at,
    floorNow: () => at,
    bellsMs: () => [BELL_MS],
    mend: (remedy) => done.push([remedy, at - silentFromMs]),
  });
  for (; at <= untilMs; at += 1_000) dog.look(at >= liveAgainMs);
  return done;
}

test('after half a minute it connects anew, after two minutes all is taken anew, after ten loaded (W6)', () => {
  const done = watched(0, 10 * 60_000);
  expect(done.find(([remedy]) => remedy === 'reconnect')?.[1]).toBe(30_000);
  expect(done.find(([remedy]) => remedy === 'renew')?.[1]).toBe(120_000);
  expect(done.find(([remedy]) => remedy === 'reload')?.[1]).toBe(600_000);
  expect(done.filter(([remedy]) => remedy === 'reload')).toHaveLength(1);
});

test('from a minute before a bell until three minutes after it nothing is touched (W6)', () => {
  const from = BELL_MS - 9 * 60_000 - 30_000; // Ten minutes are over 30 s after the bell.
  const done = watched(from, BELL_MS + 5 * 60_000);
  const near = done.filter(
    ([, after]) => from + after >= BELL_MS - 60_000 && from + after < BELL_MS + 180_000,
  );
  expect(near).toEqual([]);
  expect(done.find(([remedy]) => remedy === 'reload')?.[1]).toBe(BELL_MS + 180_000 - from);
});

test('a board that hears something again starts to count anew', () => {
  expect(watched(0, 5 * 60_000, 29_000)).toEqual([]);
});
