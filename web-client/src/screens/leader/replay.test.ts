import { expect, test } from 'vitest';
import { atTimeOfDay, MINUTE_MS, Replay, timeOfDayField, type Shoot } from './replay.svelte';

const DAY = '2026-09-14';
const ZONE = 'America/Phoenix';
/** 09:00 in the zone. */
const NINE = Date.UTC(2026, 8, 14, 16);
const OPENED = NINE - 40 * MINUTE_MS + 12_000;

/** A server that answers when it is told to, and knows nothing after `nowMs`. */
function server(nowMs = NINE + 60 * MINUTE_MS) {
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  let broken = false;
  const shoot: Shoot = (date, fromMs, toMs, stepMs) => {
    asked.push(fromMs);
    return new Promise<Awaited<ReturnType<Shoot>>>((resolve) => {
      waiting.push(() => {
        if (broken) return resolve({ kind: 'unreachable' });
        const stills = [];
        for (let atMs = fromMs; atMs <= Math.min(toMs, nowMs); atMs += stepMs) {
          const row = { id: 'day', school: `${date} ${atMs}` };
          stills.push({ atMs, tables: { day: new Map([['day', row]]) } as never });
        }
        if (stills.length === 0) stills.push({ atMs: nowMs, tables: {} });
        resolve({
          kind: 'ok',
          value: { openedAtMs: OPENED, untilMs: nowMs, closed: false, stills },
        });
      });
    });
  };
  return {
    asked,
    shoot,
    break: () => (broken = true),
    repair: () => (broken = false),
    async answer(): Promise<void> {
      waiting.shift()?.();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
  };
}

test('live until somebody looks back, and then the whole minute that was asked for', async () => {
  const { shoot, answer } = server();
  const replay = new Replay(shoot);
  expect(replay.on).toBe(false);
  replay.seek(DAY, NINE + 90_000);
  expect(replay.waiting).toBe(true);
  expect(replay.on).toBe(false);
  await answer();
  expect(replay.on).toBe(true);
  expect(replay.waiting).toBe(false);
  expect(replay.past.nowMs).toBe(NINE + MINUTE_MS);
  expect(replay.past.day?.school).toBe(`${DAY} ${NINE + MINUTE_MS}`);
  replay.live();
  expect(replay.on).toBe(false);
});

test('minutes of a piece that is there are shown at once and asked for once', async () => {
  const { shoot, asked, answer } = server();
  const replay = new Replay(shoot);
  replay.seek(DAY, NINE);
  await answer();
  await answer();
  const before = asked.length;
  for (let minute = 0; minute < 30; minute += 1) {
    replay.seek(DAY, NINE + minute * MINUTE_MS);
    expect(replay.past.nowMs).toBe(NINE + minute * MINUTE_MS);
  }
  expect(asked).toHaveLength(before);
});

test('whoever drags on while a piece comes is shown what she wants by then', async () => {
  const { shoot, asked, answer } = server();
  const replay = new Replay(shoot);
  replay.seek(DAY, NINE + 45 * MINUTE_MS);
  for (let minute = 44; minute >= 2; minute -= 1) replay.seek(DAY, NINE + minute * MINUTE_MS);
  expect(asked).toHaveLength(1);
  await answer();
  expect(asked).toHaveLength(2);
  await answer();
  expect(replay.past.nowMs).toBe(NINE + 2 * MINUTE_MS);
});

test('before the day was opened there is nothing, so the first minute is shown', async () => {
  const { shoot, answer } = server();
  const replay = new Replay(shoot);
  replay.seek(DAY, NINE - 39 * MINUTE_MS - 30 * MINUTE_MS);
  await answer();
  await answer();
  expect(replay.atMs).toBe(NINE - 39 * MINUTE_MS);
  expect(replay.past.nowMs).toBe(replay.atMs);
});

test('a minute that has not been yet is the last that has', async () => {
  const { shoot, answer } = server(NINE + 10 * MINUTE_MS + 5_000);
  const replay = new Replay(shoot);
  replay.seek(DAY, NINE + 12 * MINUTE_MS);
  await answer();
  expect(replay.atMs).toBe(NINE + 10 * MINUTE_MS);
  expect(replay.waiting).toBe(false);
});

test('what could not be had is said and asked for again', async () => {
  const net = server();
  const replay = new Replay(net.shoot);
  net.break();
  replay.seek(DAY, NINE);
  await net.answer();
  expect(replay.failed).toBe(true);
  expect(replay.on).toBe(false);
  net.repair();
  replay.again();
  await net.answer();
  expect(replay.failed).toBe(false);
  expect(replay.on).toBe(true);
});

test('a time of day is that of the school, not of the device', () => {
  expect(timeOfDayField(NINE, ZONE)).toBe('09:00');
  expect(atTimeOfDay('09:42', NINE + 7_000, ZONE)).toBe(NINE + 42 * MINUTE_MS);
  expect(atTimeOfDay('08:15', NINE, ZONE)).toBe(NINE - 45 * MINUTE_MS);
  expect(atTimeOfDay('soon', NINE, ZONE)).toBeUndefined();
});
