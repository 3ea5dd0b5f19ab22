import { describe, expect, test } from 'vitest';
import { FloorClock } from './floor-clock';

/** A device whose page runs from 1000 and whose date is 90 s ahead of the server's. */
function device() {
  const time = { pageMs: 1_000, sleptMs: 0 };
  const clock = new FloorClock({
    pageMs: () => time.pageMs,
    dateMs: () => 1_000_090_000 + time.pageMs + time.sleptMs,
  });
  /** One exchange at a server that is exactly 1 000 000 000 ahead of the page. */
  const exchange = (thereMs: number, backMs: number) => {
    const t0 = time.pageMs;
    const server = t0 + thereMs + 1_000_000_000;
    time.pageMs += thereMs + backMs;
    clock.sample(t0, server, server, time.pageMs);
  };
  return { time, clock, exchange };
}

describe('the floor clock', () => {
  test('takes the fastest exchange and lets no burst of slow ones change it', () => {
    const { clock, time, exchange } = device();
    exchange(4, 4);
    for (let each = 0; each < 20; each += 1) exchange(5, 180);
    expect(clock.sourceNow()).toBe(time.pageMs + 1_000_000_000);
    expect(clock.errorMs).toBeGreaterThanOrEqual(4);
    expect(clock.errorMs).toBeLessThan(6);
  });

  test('corrects at once what nobody would believe, and slews what is small', () => {
    const { clock, time, exchange } = device();
    exchange(50, 150); // 50 ms short of the truth, and 90 s off before
    expect(clock.sourceNow() - time.pageMs - 1_000_000_000).toBe(-50);
    exchange(4, 4);
    expect(clock.sourceNow() - time.pageMs - 1_000_000_000).toBeCloseTo(-50, 0);
    time.pageMs += 1_000;
    expect(clock.sourceNow() - time.pageMs - 1_000_000_000).toBeCloseTo(-45, 0);
    time.pageMs += 20_000;
    expect(clock.sourceNow()).toBe(time.pageMs + 1_000_000_000);
  });

  test('floor time runs at the speed of the demo', () => {
    const { clock, time, exchange } = device();
    exchange(1, 1);
    const originMs = time.pageMs + 1_000_000_000;
    clock.set({ originMs, baseMs: 5_000_000, speed: 60 });
    time.pageMs += 1_000;
    expect(clock.floorNow()).toBe(5_060_000);
    expect(clock.realMsUntil(5_120_000)).toBe(1_000);
    clock.set({ originMs, baseMs: 5_000_000, speed: 0 });
    expect(clock.floorNow()).toBe(5_000_000);
    expect(clock.realMsUntil(5_000_001)).toBe(Infinity);
  });

  test('a device that slept moves on with its date until it has asked again', () => {
    const { clock, time, exchange } = device();
    exchange(1, 1);
    expect(clock.stepped()).toBe(false);
    time.sleptMs = 600_000;
    expect(clock.stepped()).toBe(true);
    expect(clock.sourceNow()).toBe(time.pageMs + 1_000_000_000 + 600_000);
    expect(clock.errorMs).toBeUndefined();
  });

  test('a date that drifts from page time is not taken for sleep', () => {
    const { clock, time, exchange } = device();
    exchange(1, 1);
    for (let second = 0; second < 3_600; second += 1) {
      time.pageMs += 1_000;
      time.sleptMs += 0.5;
      expect(clock.stepped()).toBe(false);
    }
  });

  test('after a step it is in doubt until an exchange is back, or two seconds', () => {
    const { clock, time, exchange } = device();
    exchange(1, 1);
    time.sleptMs = 37_000; // somebody set the date
    clock.stepped();
    expect(clock.isInDoubt).toBe(true);
    const t0 = time.pageMs;
    time.pageMs += 4;
    expect(clock.sample(t0, t0 + 1_000_000_002, t0 + 1_000_000_002, time.pageMs)).toBe(true);
    expect(clock.isInDoubt).toBe(false);
    expect(clock.sourceNow()).toBe(time.pageMs + 1_000_000_000);
    time.sleptMs = 60_000;
    clock.stepped();
    time.pageMs += 2_000;
    expect(clock.isInDoubt).toBe(false);
  });
});
