import { expect, test } from 'vitest';
import { block, NINE_MS } from '../../../tests/harness/rows';
import type { Stop } from '../../wire/views';
import { askedDevice, elsewhere, isLeftBehind } from './kiosk';

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

test('whoever sits at a seat that is not hers is told where hers is', () => {
  const stop = { code: 'D4' } as Stop;
  expect(elsewhere('C12', stop)).toBe(stop);
  expect(elsewhere('D4', stop)).toBeUndefined();
  expect(elsewhere('d-4', stop)).toBeUndefined();
  expect(elsewhere(undefined, stop)).toBeUndefined();
  expect(elsewhere('C12', undefined)).toBeUndefined();
});

test('the address names the seat, and nonsense names none', () => {
  expect(askedDevice('?device=c12')).toBe('C12');
  for (const wrong of ['', '?device=', '?device=<b>', '?device=0123456789012']) {
    expect(askedDevice(wrong)).toBeUndefined();
  }
});
