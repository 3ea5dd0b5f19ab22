import { expect, test } from 'vitest';
import { block, MINUTE_MS, NINE_MS, schedule } from '../../../tests/harness/rows';
import { forStaffEn as en } from '../../text/for-staff-en';
import type { Settle } from '../../wire/views';
import {
  along,
  axisMinutes,
  marksOf,
  minutesLost,
  settledBlocks,
  settlingOf,
  settleLine,
  settlingNow,
} from './settle';

const blocks = new Map([block(0), block(1)].map((one) => [one.id, one]));

const day = {
  ...{ nowMs: NINE_MS, blocks, schedule: 'main', running: undefined },
  ...{ schedules: new Map([['main', schedule()]]), rooms: new Map() },
};

function settle(id: string, change: Partial<Settle> = {}): Settle {
  return {
    ...{ id, block: id, bellAtMs: 0, planned: 20, arrived: 19, late: 1, wrong: 2, lostMs: 0 },
    ...{ p50Ms: MINUTE_MS, p90Ms: 3 * MINUTE_MS },
    ...change,
  };
}

function settled(rows: Settle[], running = 'main/b2') {
  return settledBlocks(rows, { ...day, running });
}

test('the last block stands first, and is the one that runs', () => {
  const both = settled([settle('main/b1'), settle('main/b2', { bellAtMs: 1 })]);
  expect(both.map(({ block: { id }, runs }) => [id, runs])).toEqual([
    ['main/b2', true],
    ['main/b1', false],
  ]);
});

test('rooms, stations and blocks of other schedules are left out', () => {
  const room = settle('main/b2/room/centre', { block: 'main/b2', room: 'centre' });
  const rows = [settle('main/b1'), room, settle('late/b1')];
  expect(settled(rows).map(({ settle: { id } }) => id)).toEqual(['main/b1']);
  expect(settledBlocks(rows, { ...day, schedule: undefined })).toEqual([]);
});

test('turns inside a block stand under the name of their room, those that run in its place', () => {
  const turn = block(0, { id: 'red/b1/t1', schedule: 'red/b1', name: 'Turn 1' });
  const next = block(1, { id: 'red/b1/t2', schedule: 'red/b1', name: 'Turn 2' });
  const parent = { schedule: 'main', block: 'main/b1' };
  const turns = settledBlocks([settle('red/b1/t1'), settle('red/b1/t2', { bellAtMs: 1 })], {
    ...day,
    nowMs: next.startMs,
    running: 'main/b1',
    blocks: new Map([...blocks, [turn.id, turn], [next.id, next]]),
    schedules: new Map([['red/b1', schedule({ id: 'red/b1', parent, room: 'red' })]]),
    rooms: new Map([['red', { id: 'red', name: 'Red room' }]]),
  });
  expect(turns.map(({ name, runs }) => [name, runs])).toEqual([
    ['Red room · Turn 2', true],
    ['Red room · Turn 1', false],
  ]);
  expect(settlingNow(turns, 'main/b1')).toEqual(turns.slice(0, 1));
});

test('while nobody has to arrive nothing is shown as arriving; between blocks the last bell is', () => {
  const both = settled([settle('main/b1'), settle('main/b2', { bellAtMs: 1 })], 'main/b3');
  expect(settlingNow(both, 'main/b3')).toEqual([]);
  expect(settlingNow(both, undefined)).toEqual(both.slice(0, 1));
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

test('from the bell until nearly all are there the move is shown, with what is usual', () => {
  const rows = [
    settle('main/b1', { bellAtMs: 0, p90Ms: 2 * MINUTE_MS }),
    settle('main/b2', { bellAtMs: NINE_MS, arrived: 12 }),
  ];
  const moving = settlingOf(settled(rows), NINE_MS + MINUTE_MS);
  expect(moving).toMatchObject({ arrived: 12, open: 8, usualMs: 2 * MINUTE_MS, isLong: false });
  expect(settlingOf(settled(rows), NINE_MS + 3 * MINUTE_MS)?.isLong).toBe(true);
  expect(settlingOf(settled(rows), NINE_MS + 11 * MINUTE_MS)).toBeUndefined();
});

test('once nearly all are there, and between blocks, no move is shown', () => {
  const done = [settle('main/b2', { bellAtMs: NINE_MS, arrived: 20 })];
  expect(settlingOf(settled(done), NINE_MS + MINUTE_MS)).toBeUndefined();
  const over = [settle('main/b1', { bellAtMs: NINE_MS, arrived: 3 })];
  expect(settlingOf(settled(over), NINE_MS + MINUTE_MS)).toBeUndefined();
});

test('the move that runs is drawn up to now, over between which curves those before it lay', () => {
  const rows = [
    settle('main/b1', { bellAtMs: 0, p50Ms: MINUTE_MS, p90Ms: 2 * MINUTE_MS }),
    settle('main/b2', { bellAtMs: NINE_MS, arrived: 12, p50Ms: 30_000 }),
  ];
  const { p90Ms, ...running } = rows[1] ?? settle('main/b2');
  void p90Ms;
  const now = settlingOf(settled([...rows.slice(0, 1), running]), NINE_MS + MINUTE_MS);
  expect(now?.curve.line).toEqual([
    [0, 0],
    [10, 50],
    [20, 60],
  ]);
  expect(now?.curve.band).toEqual([
    [0, 0],
    [20, 50],
    [40, 90],
    [40, 90],
    [20, 50],
  ]);
});
