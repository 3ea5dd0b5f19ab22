import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AgendaRow } from '../wire/views';
import type { Rung } from './bell';
import { Bell } from './bell';
import { RungBook } from './rung-book';
import { pageWaker } from './waker';

const START_MS = 1_000_000;
const bellAt = (id: string, atMs: number, sounds = true): AgendaRow => ({
  id,
  schedule: 'main',
  phase: 'move',
  atMs,
  bell: { id, kind: 'move', atMs, sounds },
});

function hall(book = new RungBook('here')) {
  book.open('2026-09-14');
  const rung: Rung[] = [];
  const play = vi.fn(() => Promise.resolve(true));
  const bell = new Bell({
    book,
    wake: pageWaker,
    realMsUntil: (floorMs) => floorMs - Date.now(),
    audible: () => true,
    play,
    onRung: (one) => rung.push(one),
  });
  const ring = (id: string, atMs: number) =>
    bell.ring({ t: 'ring', bell: id, kind: 'move', schedule: 'main', atMs, late: false });
  return { bell, rung, play, ring };
}

describe('a bell', () => {
  beforeEach(() => vi.useFakeTimers({ now: START_MS }));
  afterEach(() => vi.useRealTimers());

  test('rings from the timer alone, its sound set a second ahead', async () => {
    const { bell, rung, play } = hall();
    bell.arm([bellAt('b1', START_MS + 5_000)]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(play).toHaveBeenCalledWith('move', 1_000);
    expect(rung).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rung).toMatchObject([{ bell: 'b1', skewMs: 0, sounded: true }]);
  });

  test('rings from the push alone', async () => {
    const { rung, play, ring } = hall();
    ring('b1', START_MS - 40);
    await vi.advanceTimersByTimeAsync(0);
    expect(play).toHaveBeenCalledExactlyOnceWith('move', 0);
    expect(rung).toMatchObject([{ bell: 'b1', skewMs: 40 }]);
  });

  test('rings once when both paths lead there, whichever is first', async () => {
    const { bell, rung, play, ring } = hall();
    bell.arm([bellAt('b1', START_MS + 2_000), bellAt('b2', START_MS + 60_000)]);
    await vi.advanceTimersByTimeAsync(1_500);
    ring('b1', START_MS + 2_000);
    await vi.advanceTimersByTimeAsync(1_000);
    ring('b1', START_MS + 2_000);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(rung.map((one) => one.bell)).toEqual(['b1']);
    expect(play).toHaveBeenCalledTimes(1);
  });

  test('more than ten seconds late it is not heard', async () => {
    const { rung, play, ring } = hall();
    ring('b1', START_MS - 10_001);
    await vi.advanceTimersByTimeAsync(0);
    expect(play).not.toHaveBeenCalled();
    expect(rung).toMatchObject([{ bell: 'b1', sounded: false }]);
  });

  test('that is moved rings at its new time', async () => {
    const { bell, rung } = hall();
    bell.arm([bellAt('b1', START_MS + 10_000)]);
    await vi.advanceTimersByTimeAsync(5_000);
    bell.arm([bellAt('b1', START_MS + 20_000)]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(rung).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(rung).toHaveLength(1);
  });

  test('of silent kind shows and does not sound', async () => {
    const { bell, rung, play } = hall();
    bell.arm([bellAt('b1', START_MS + 100, false)]);
    await vi.advanceTimersByTimeAsync(200);
    expect(play).not.toHaveBeenCalled();
    expect(rung).toHaveLength(1);
  });

  test('is remembered over a reload, and forgotten with the day', () => {
    sessionStorage.clear();
    const before = new RungBook('here', sessionStorage);
    before.open('2026-09-14');
    expect(before.claim('b1')).toBe(true);
    const after = new RungBook('here', sessionStorage);
    after.open('2026-09-14');
    expect(after.claim('b1')).toBe(false);
    after.open('2026-09-15');
    expect(after.claim('b1')).toBe(true);
  });
});
