// What stays on the device over a reload, and what never does.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { at, helperTables } from '../../tests/harness/day';
import { CannedLine } from '../../tests/harness/canned-line';
import { isAwayFromBells } from '../offline/build';
import { plainKeep } from './keep';
import { Store } from './store.svelte';

const MINUTE_MS = 60_000;
let network = true;
let person = { id: 'abel', name: 'Abel Ortiz', role: 'paraprofessional' } as const;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.useFakeTimers();
  network = true;
  person = { id: 'abel', name: 'Abel Ortiz', role: 'paraprofessional' };
  return () => vi.useRealTimers();
});

function opened(startMs = at(50)): Store {
  const clock = { originMs: Date.now(), baseMs: startMs, speed: 1 };
  const store = new Store({
    screen: 'helper',
    keep: plainKeep(localStorage),
    ticket: () =>
      Promise.resolve(network ? { ok: true, ticket: 'one' } : { ok: false, again: true, code: 0 }),
    wake: () => () => undefined,
    connect: () =>
      new CannedLine({ screen: 'helper', person, clock, tables: helperTables(startMs, {}) }),
  });
  store.open();
  return store;
}

/** A page that was live for a while and is gone. */
async function lived(): Promise<void> {
  const store = opened();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(store.freshness.kind).toBe('live');
  store.close();
}

describe('a day kept on the device', () => {
  test('shows after a reload without a network, with the time gone on', async () => {
    await lived();
    network = false;
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    const store = opened();
    await vi.advanceTimersByTimeAsync(100);
    expect(store.started).toBe(true);
    expect(store.person?.name).toBe('Abel Ortiz');
    expect(store.moment.block?.id).toBeDefined();
    expect(store.freshness.kind).toBe('offline');
    const goneMs = store.clock.floorNow() - at(50);
    expect(goneMs / MINUTE_MS).toBeCloseTo(5, 1);
    store.close();
  });

  test('names no other person', async () => {
    const store = opened();
    await vi.advanceTimersByTimeAsync(2_000);
    const others = store.calls.map((call) => call.student.name);
    expect(others).not.toHaveLength(0);
    store.close();
    const kept = JSON.stringify({ ...localStorage });
    expect(kept).toContain('Abel Ortiz');
    expect(others.filter((name) => kept.includes(name))).toEqual([]);
  });

  test('is gone after a sign-out, for the next person, and with the day', async () => {
    const signedOut = opened();
    await vi.advanceTimersByTimeAsync(2_000);
    signedOut.forget();
    expect(Object.keys(localStorage)).toEqual(['carillon.device']);

    await lived();
    network = false;
    await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE_MS);
    const next = opened();
    await vi.advanceTimersByTimeAsync(100);
    expect(next.started).toBe(false);
    next.close();
    expect(Object.keys(localStorage)).toEqual(['carillon.device']);
  });
});

test('nobody’s page is disturbed from a minute before a bell to three after it', () => {
  const bells = [{ atMs: 10 * MINUTE_MS }];
  const calm = (minutes: number) => isAwayFromBells(minutes * MINUTE_MS, bells);
  expect([8, 9.5, 10, 12.9, 13.1].map(calm)).toEqual([true, false, false, false, true]);
});
