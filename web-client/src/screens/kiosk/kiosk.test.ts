import { describe, expect, test } from 'vitest';
import { block, NINE_MS } from '../../../tests/harness/rows';
import type { PlannedStop } from '../../store/day-plan';
import type { Stop } from '../../wire/views';
import { askedDevice, elsewhere, isBadge, isLeftBehind, wayFrom } from './kiosk';
import { isNightly } from './nightly';
import { ScannedKeys } from './scanned-keys';

const blocks = [block(0), block(1)];
const bellMs = block(1).startMs;
const left = (nowMs: number, sinceMs = NINE_MS + 1) => isLeftBehind(blocks, 'main', sinceMs, nowMs);

test('ninety seconds after the move bell a shared computer lets go of whoever sits at it', () => {
  expect(left(bellMs)).toBe(false);
  expect(left(bellMs + 89_999)).toBe(false);
  expect(left(bellMs + 90_000)).toBe(true);
});

test('whoever sat down after the bell stays until the next', () => {
  expect(left(bellMs + 200_000, bellMs)).toBe(false);
});

test('a bell of other people moves nobody', () => {
  expect(isLeftBehind(blocks, 'early', 0, bellMs + 90_000)).toBe(false);
});

const badge = { letter: 'D', colour: 3, shape: 3 };
const stop = { code: 'D4', seat: '4', badge, spot: { x: 30, y: 4 } } as Stop;

test('whoever sits at a seat that is not hers is told where hers is', () => {
  expect(elsewhere('C12', stop)).toBe(stop);
  expect(elsewhere('D5', stop)).toBe(stop);
  expect(elsewhere('D4', stop)).toBeUndefined();
  expect(elsewhere('d-4', stop)).toBeUndefined();
  expect(elsewhere(undefined, stop)).toBeUndefined();
  expect(elsewhere('C12', undefined)).toBeUndefined();
});

test('where seats are not given out any seat of the place is hers', () => {
  const place = { code: 'D', badge } as Stop;
  expect(elsewhere('D4', place)).toBeUndefined();
  expect(elsewhere('D', place)).toBeUndefined();
  expect(elsewhere('C12', place)).toBe(place);
});

test('whom an adult let sit here is not asked again, at another seat she is', () => {
  const borrowed: Stop = { ...stop, borrowed: 'C12' };
  expect(elsewhere('C12', borrowed)).toBeUndefined();
  expect(elsewhere('C13', borrowed)).toBe(borrowed);
});

test('the way begins at this seat when it was one of her stops, otherwise only its end is shown', () => {
  const rooms = [{ id: 'C', name: 'Centre', outline: { x: 0, y: 0, w: 40, h: 20 } }];
  const before = { code: 'C12', spot: { x: 2, y: 4 } } as Stop;
  const plan = [before, stop].map((one, at): PlannedStop => ({ stop: one, block: block(at) }));
  expect(wayFrom('C12', plan, rooms, stop)?.from).toEqual(before.spot);
  expect(wayFrom('C12', plan, rooms, stop)?.line).toBeDefined();
  expect(wayFrom('A1', plan, rooms, stop)?.line).toBeUndefined();
  expect(wayFrom('A1', plan, rooms, stop)?.to).toEqual(stop.spot);
  expect(wayFrom('C12', plan, [], stop)).toBeUndefined();
});

const TOKEN = 'q0Zr-7bXw_2LkTnP4sVd9A';

test('a badge is a badge: no address, no book, no name', () => {
  expect(isBadge(TOKEN)).toBe(true);
  expect(isBadge('PYD7RT34')).toBe(true);
  for (const other of ['', 'https://example.org/abcdef', '9780306406157', 'Mira K.', `${TOKEN}x`])
    expect(isBadge(other)).toBe(false);
});

describe('a scanner that types', () => {
  const typed = (text: string, gapMs: number): string | undefined => {
    const keys = new ScannedKeys();
    for (const [at, key] of [...text].entries()) keys.key(key, at * gapMs);
    return keys.key('Enter', text.length * gapMs);
  };

  test('is heard by how fast it is', () => {
    expect(typed(TOKEN, 10)).toBe(TOKEN);
    expect(typed(TOKEN, 150)).toBeUndefined();
  });

  test('is not what somebody writes before it, and holds Shift as it likes', () => {
    const keys = new ScannedKeys();
    keys.key('x', 0);
    for (const [at, key] of [...TOKEN].entries()) {
      keys.key('Shift', 999 + at * 10);
      keys.key(key, 1_000 + at * 10);
    }
    expect(keys.key('Enter', 1_000 + TOKEN.length * 10)).toBe(TOKEN);
    expect(keys.key('Enter', 1_000 + TOKEN.length * 10 + 5)).toBeUndefined();
  });
});

test('a page loads itself anew once a night, and never by day', () => {
  const hours = 60 * 60_000;
  expect(isNightly(2, 18 * hours)).toBe(true);
  expect(isNightly(3, 1 * hours)).toBe(false);
  for (const hour of [0, 1, 4, 8, 12, 23]) expect(isNightly(hour, 18 * hours)).toBe(false);
});

test('the address names the seat, and nonsense names none', () => {
  expect(askedDevice('?device=c12')).toBe('C12');
  for (const wrong of ['', '?device=', '?device=<b>', '?device=0123456789012']) {
    expect(askedDevice(wrong)).toBeUndefined();
  }
});
