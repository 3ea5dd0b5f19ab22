import { expect, test } from 'vitest';
import { block, MINUTE_MS } from '../../../tests/harness/rows';
import { en } from '../../text/en';
import type { Settle } from '../../wire/views';
import { along, axisMinutes, marksOf, minutesLost, settledBlocks, settleLine } from './settle';

const blocks = new Map([block(0), block(1)].map((one) => [one.id, one]));

function settle(id: string, change: Partial<Settle> = {}): Settle {
  return {
    ...{ id, block: id, bellAtMs: 0, planned: 20, arrived: 19, late: 1, wrong: 2, lostMs: 0 },
    ...{ p50Ms: MINUTE_MS, p90Ms: 3 * MINUTE_MS },
    ...change,
  };
}

function settled(rows: Settle[], running = 'main/b2') {
  return settledBlocks(rows, blocks, 'main', running);
}

test('the last block stands first, and is the one that runs', () => {
  const both = settled([settle('main/b1'), settle('main/b2')]);
  expect(both.map(({ block: { id }, runs }) => [id, runs])).toEqual([
    ['main/b2', true],
    ['main/b1', false],
  ]);
});

test('rooms, stations and blocks of other schedules are left out', () => {
  const room = settle('main/b2/room/centre', { block: 'main/b2', room: 'centre' });
  const rows = [settle('main/b1'), room, settle('late/b1')];
  expect(settled(rows).map(({ settle: { id } }) => id)).toEqual(['main/b1']);
  expect(settledBlocks(rows, blocks, undefined, undefined)).toEqual([]);
});

test('a share that has not arrived has no mark', () => {
  expect(marksOf(settle('main/b1')).map(({ share }) => share)).toEqual([50, 90]);
  const { p50Ms, p90Ms, ...nobody } = settle('main/b1', { arrived: 0 });
  void [p50Ms, p90Ms];
  expect(marksOf(nobody)).toEqual([]);
});

test('all blocks share one axis, which reaches five minutes or the slowest of them', () => {
  expect(axisMinutes([])).toBe(5);
  expect(axisMinutes(settled([settle('main/b1')]))).toBe(5);
  const slow = settle('main/b2', { p100Ms: 8.2 * MINUTE_MS });
  expect(axisMinutes(settled([settle('main/b1'), slow]))).toBe(9);
});

test('who came before the bell stands at its beginning', () => {
  expect([along(-5_000, 5), along(MINUTE_MS, 5), along(9 * MINUTE_MS, 5)]).toEqual([0, 20, 100]);
});

test('a line says how many have arrived', () => {
  const [one] = settled([settle('main/b2')]);
  if (one === undefined) throw new Error('a block has begun');
  const line = settleLine(one, 5, en.placing);
  expect([line.name, line.fact, line.marks.map(({ at }) => at)]).toEqual([
    'Block 2',
    '19 of 20',
    [20, 60],
  ]);
});

test('minutes lost are whole', () => {
  expect(minutesLost(settle('main/b1', { lostMs: 96_000 }))).toBe(2);
});
