import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Probes } from './probes';

function probes() {
  const asked: number[] = [];
  const world = { bellAtMs: Infinity, synced: true };
  const one = new Probes({
    ask: () => asked.push(Date.now()),
    nearestBellMs: () => world.bellAtMs - Date.now(),
    isSynced: () => world.synced,
    random: () => 0.5,
  });
  return { one, asked, world };
}

describe('the questions for the time', () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }));
  afterEach(() => vi.useRealTimers());

  test('are sixteen at connect, 60 to 100 ms apart, then four every half minute', async () => {
    const { one, asked } = probes();
    one.start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveLength(16);
    expect(asked[15]).toBe(15 * 80);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveLength(20);
    one.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked).toHaveLength(20);
  });

  test('are not asked within three seconds of a bell', async () => {
    const { one, asked, world } = probes();
    world.bellAtMs = 31_500;
    one.start();
    await vi.advanceTimersByTimeAsync(60_000);
    const near = asked.filter((atMs) => Math.abs(atMs - world.bellAtMs) < 3_000);
    expect(near).toEqual([]);
    expect(asked.length).toBeGreaterThan(16);
    one.stop();
  });

  test('are asked at a bell by a device that does not know the time, until it does', async () => {
    const { one, asked, world } = probes();
    world.bellAtMs = 500;
    world.synced = false;
    one.start();
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(2);
    world.synced = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toHaveLength(2);
    one.stop();
  });
});
