// How long a lost connection waits before it tries again.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Socket } from './socket';
import type { TicketAnswer } from './ticket';

const NOBODY: TicketAnswer = { ok: false, again: true, code: 0 };
const BUSY: TicketAnswer = { ok: false, again: true, code: 1202 };
const MINUTE_MS = 60_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The waits between the tickets asked for in a minute; by default with the longest draw each time. */
async function waits(answer: TicketAnswer, random = () => 1): Promise<number[]> {
  const asked: number[] = [];
  const socket = new Socket({
    screen: 'student',
    device: 'd1',
    app: '0',
    ticket: () => {
      asked.push(Date.now());
      return Promise.resolve(answer);
    },
    cursor: () => undefined,
    onFrame: () => undefined,
    onState: () => undefined,
    random,
  });
  socket.open();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  socket.close();
  return asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
}

describe('a lost connection', () => {
  test('is tried again later and later while the server is too busy (B38)', async () => {
    expect(await waits(BUSY)).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000, 10_000,
    ]);
  });

  test('is tried at a moment of its own, so that a school does not come back in step (B38)', async () => {
    const bounds = await waits(BUSY);
    const draws = [0.1, 0.5, 0.9];
    const all = await Promise.all(draws.map((draw) => waits(BUSY, () => draw)));
    all.forEach((each, at) => {
      // Anywhere between the least wait and the bound, as the dice have it.
      const expected = bounds.map((most) => 500 + (draws[at] ?? 0) * (most - 500));
      expect(each.slice(0, 5)).toEqual(expected.slice(0, 5));
    });
    const fifth = all.map((each) => each.slice(0, 5).reduce((sum, ms) => sum + ms, 0));
    expect(new Set(fifth).size).toBe(draws.length);
  });

  test('is at most four seconds from a server that has come back', async () => {
    const all = await waits(NOBODY);
    expect(all.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
    expect(Math.max(...all)).toBe(4_000);
  });
});
