import { expect, test } from 'vitest';
import { block, MINUTE_MS, NINE_MS } from '../../../tests/harness/rows';
import { dayLineOf, shortName } from './day-line';

test('blocks stand to scale, and what is over of them is known', () => {
  const { blocks, nowPct } = dayLineOf([block(0), block(1)], NINE_MS + 42 * MINUTE_MS);
  expect(blocks.map(({ fromPct, widthPct }) => [fromPct, widthPct])).toEqual([
    [0, 50],
    [50, 50],
  ]);
  expect(blocks.map(({ state }) => state)).toEqual(['past', 'now']);
  expect(blocks[1]?.donePct).toBeCloseTo(20);
  expect(nowPct).toBeCloseTo(60);
});

test('outside the day there is no now', () => {
  expect(dayLineOf([block(0)], NINE_MS - 1).nowPct).toBeUndefined();
  expect(dayLineOf([], NINE_MS).nowPct).toBeUndefined();
});

test('a block that differs from the plan is marked', () => {
  const late = block(0, { endMs: block(0).endMs + MINUTE_MS });
  expect(dayLineOf([late, block(1)], NINE_MS).blocks.map(({ moved }) => moved)).toEqual([
    true,
    false,
  ]);
});

test.each([
  ['Block 3', 'B3'],
  ['Bloc 11', 'B11'],
  ['Lunch', 'Lunch'],
])('%s is short for %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});

test('a block that is held over its end is still the one that runs', () => {
  const blocks = [block(0), block(1), block(2)];
  const overMs = (blocks[0]?.endMs ?? 0) + 60_000;
  expect(dayLineOf(blocks, overMs, blocks[0]?.id).blocks.map(({ state }) => state)).toEqual([
    'now',
    'coming',
    'coming',
  ]);
});
