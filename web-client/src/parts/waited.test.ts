import { expect, test } from 'vitest';
import { waitedMin, waitedMs } from './waited';

test('what stands shows what it has counted', () => {
  expect(waitedMs({ ms: 90_000 }, 5_000_000)).toBe(90_000);
});

test('what runs counts on from then to then, and nothing before', () => {
  const waited = { ms: 60_000, sinceMs: 1_000_000, untilMs: 1_300_000 };
  expect([900_000, 1_000_000, 1_100_000, 2_000_000].map((at) => waitedMs(waited, at))).toEqual([
    60_000, 60_000, 160_000, 360_000,
  ]);
});

test('without an end it goes on', () => {
  expect(waitedMin({ ms: 0, sinceMs: 0 }, 7 * 60_000 + 59_000)).toBe(7);
});

test('where nobody waits there is no minute', () => {
  expect(waitedMin(undefined, 1)).toBe(0);
});
