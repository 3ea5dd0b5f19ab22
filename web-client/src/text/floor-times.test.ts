import { expect, test } from 'vitest';
import { clockTime, countdown, timeLeft } from './floor-times';

const QUARTER_TO_TWO_MS = Date.UTC(2026, 8, 14, 20, 45);

test.each([
  ['en', '1:45'],
  ['es', '13:45'],
  ['fr-CA', '13:45'],
])('a school clock in %s', (locale, shown) => {
  expect(clockTime(locale, 'America/Phoenix', QUARTER_TO_TWO_MS)).toBe(shown);
});

test('a countdown reaches nought at the bell and stays there', () => {
  expect([134_000, 133_001, 1, 0, -5].map(countdown)).toEqual([
    '2:14',
    '2:14',
    '0:01',
    '0:00',
    '0:00',
  ]);
  expect(countdown(3_725_000)).toBe('1:02:05');
});

test('seconds are counted in the last two minutes only', () => {
  const minutes = (n: number) => `${n} min`;
  expect(timeLeft(121_000, minutes)).toBe('3 min');
  expect(timeLeft(120_000, minutes)).toBe('2:00');
});
