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

function hall(book = new RungBook('here'), isInDoubt = () => false) {
  book.open('2026-09-14');
  const rung: Rung[] = [];
  const play = vi.fn(() => Promise.resolve(true));
  const bell = new Bell({
    book,
    wake: pageWaker,
    realMsUntil: (floorMs) => floorMs - Date.now(),
    isInDoubt,
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

  test('more than a second late is called late, and heard', async () => {
    const { rung, play, ring } = hall();
    ring('b1', START_MS - 4_000);
    await vi.advanceTimersByTimeAsync(0);
    expect(play).toHaveBeenCalledOnce();
    expect(rung).toMatchObject([{ bell: 'b1', skewMs: 4_000, how: 'late' }]);
  });

  test('slept over for ten minutes is missed once, without a sound (D42)', async () => {
    const { bell, rung, play, ring } = hall();
    bell.arm([bellAt('b1', START_MS + 60_000), bellAt('b2', START_MS + 660_000)]);
    vi.setSystemTime(START_MS + 600_000); // the timers slept with the device
    bell.arm([bellAt('b1', START_MS + 60_000), bellAt('b2', START_MS + 660_000)]);
    ring('b1', START_MS + 60_000);
    await vi.advanceTimersByTimeAsync(0);
    expect(rung).toMatchObject([{ bell: 'b1', skewMs: 540_000, sounded: false, how: 'missed' }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(rung).toMatchObject([{ how: 'missed' }, { bell: 'b2', how: 'in-time' }]);
    expect(play).toHaveBeenCalledOnce();
  });

  test('of before the page was opened is nobody’s miss', async () => {
    const { bell, rung } = hall();
    bell.arm([bellAt('b1', START_MS - 60_000)]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(rung).toEqual([]);
  });

  test('is not rung by a clock in doubt, and is when the doubt is over', async () => {
    let inDoubt = true;
    const { bell, rung } = hall(undefined, () => inDoubt);
    bell.arm([bellAt('b1', START_MS - 2_000)]); // by a date that somebody set
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rung).toEqual([]);
    inDoubt = false;
    bell.arm([bellAt('b1', START_MS + 5_000)]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(rung).toMatchObject([{ bell: 'b1', skewMs: 0 }]);
  });

  test('of a page hidden for six minutes rings by the push when its timers sleep (D45)', async () => {
    const book = new RungBook('here');
    book.open('2026-09-14');
    const rung: Rung[] = [];
    const bell = new Bell({
      book,
      wake: (_inMs, wake) => pageWaker(60_000, wake), // once a minute, as a browser lets it
      realMsUntil: (floorMs) => floorMs - Date.now(),
      audible: () => true,
      play: () => Promise.resolve(true),
      onRung: (one) => rung.push(one),
    });
    const b1 = bellAt('b1', START_MS + 375_000);
    bell.arm([b1]);
    await vi.advanceTimersByTimeAsync(375_040);
    bell.ring({
      t: 'ring',
      bell: 'b1',
      kind: 'move',
      schedule: 'main',
      atMs: b1.atMs,
      late: false,
    });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(rung).toMatchObject([{ bell: 'b1', skewMs: 40, how: 'in-time' }]);
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
