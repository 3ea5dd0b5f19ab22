import { expect, test } from 'vitest';
import { lastDate, mentoringOf } from './mentoring';

const rows = [
  { id: 'a', name: 'Ada L.', met: true, lastMs: 2_000 },
  { id: 'b', name: 'Bo R.', met: false, lastMs: 1_000 },
  { id: 'c', name: 'Cleo M.', met: false },
];

test('a student moves from Remaining to Done when they met, the longest ago first', () => {
  const before = mentoringOf(rows);
  expect(before.remaining.map(({ id }) => id)).toEqual(['c', 'b']);
  expect(before.done.map(({ id }) => id)).toEqual(['a']);
  const after = mentoringOf(
    rows.map((row) => (row.id === 'c' ? { ...row, met: true, lastMs: 3_000 } : row)),
  );
  expect(after.remaining.map(({ id }) => id)).toEqual(['b']);
  expect(after.done.map(({ id }) => id)).toEqual(['a', 'c']);
});

test('the day they met last is a day of the school', () => {
  const lateMs = Date.parse('2026-09-15T02:00:00Z');
  const row = { id: 'a', name: 'Ada L.', met: true, lastMs: lateMs };
  expect(lastDate(row, 'America/Phoenix')).toBe('2026-09-14');
  expect(lastDate({ id: 'b', name: 'Bo', met: false }, undefined)).toBeUndefined();
});
