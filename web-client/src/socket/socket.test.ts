// How long a lost connection waits before it tries again.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Socket } from './socket';
import type { TicketAnswer } from './ticket';

const NOBODY: TicketAnswer = { ok: false, again: true, code: 0 };
const BUSY: TicketAnswer = { ok: false, again: true, code: 1202 };
const MINUTE_MS = 60_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The waits between the tickets asked for in a minute, with the longest draw each time. */
async function waits(answer: TicketAnswer): Promise<number[]> {
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
    random: () => 1,
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

  test('is at most four seconds from a server that has come back', async () => {
    const all = await waits(NOBODY);
    expect(all.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
    expect(Math.max(...all)).toBe(4_000);
  });
});
