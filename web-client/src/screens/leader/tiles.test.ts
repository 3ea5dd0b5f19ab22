import { expect, test } from 'vitest';
import { NINE_MS, MINUTE_MS, station } from '../../../tests/harness/rows';
import { forStaffEn as en } from '../../text/for-staff-en';
import type { Room, Station } from '../../wire/views';
import type { Concern } from './attention';
import { rowsOf, tilesOf } from './tiles';

const hall: Room = { id: 'hall', name: 'Hall', outline: { x: 0, y: 0, w: 20, h: 10 } };
const rooms = new Map([[hall.id, hall]]);
const place = { x: 1, y: 1, w: 18, h: 8 };
const gym = station('gym', { room: 'hall', place });
const assembly = station('assembly', { room: 'hall', place, planned: 0, arrived: 0 });

function tiles(...stations: Station[]) {
  return tilesOf(rowsOf(stations, new Map(), en, NINE_MS, new Set()), rooms, en);
}

test('a station that is alone in its room has all of it', () => {
  expect(tiles(gym, assembly).map(({ id, place: at }) => [id, at])).toEqual([
    ['gym', hall.outline],
  ]);
});

test('two in use that share a place stand side by side', () => {
  const both = tiles(gym, { ...assembly, planned: 3 });
  expect(both.map(({ place: at }) => [at.x, at.w])).toEqual([
    [1, 9],
    [10, 9],
  ]);
});

test('of a room where nobody is due one station is drawn', () => {
  expect(tiles(assembly)).toHaveLength(1);
  expect(tiles(assembly, { ...assembly, id: 'other' })).toHaveLength(1);
});

test('a station that nobody is due at stays where it has a place of its own', () => {
  const near = { x: 1, y: 1, w: 8, h: 8 };
  const far = { x: 10, y: 1, w: 8, h: 8 };
  const commons = station('commons', { room: 'hall', place: near });
  const quiet = station('quiet', { room: 'hall', place: far, planned: 0, arrived: 0 });
  const over = { ...quiet, id: 'over', place: { x: 8, y: 1, w: 4, h: 8 } };
  expect(tiles(commons, quiet, over).map(({ id, place: at }) => [id, at])).toEqual([
    ['commons', near],
    ['quiet', far],
  ]);
});

test('what needs somebody stands first in the list', () => {
  const calm = station('a');
  const loud = station('z', { longest: { ms: 7 * MINUTE_MS }, waiting: 2 });
  const concern: Concern = { id: 'wait:z', kind: 'wait', level: 'look', station: loud, amount: 7 };
  const rows = rowsOf([calm, loud], new Map([['z', concern]]), en, NINE_MS, new Set());
  expect(rows.map(({ station: { id } }) => id)).toEqual(['z', 'a']);
  expect(rows[0]?.concern?.word).toBe('Waiting 7 min');
  expect(rows[0]?.badgeSpoken).toBe('green square C');
});

test('a wait is said once on a tile', () => {
  const loud = station('z', { longest: { ms: 7 * MINUTE_MS }, waiting: 2 });
  const concern: Concern = { id: 'wait:z', kind: 'wait', level: 'look', station: loud, amount: 7 };
  const [calm] = tiles(loud);
  const [worried] = tilesOf(
    rowsOf([loud], new Map([['z', concern]]), en, NINE_MS, new Set()),
    rooms,
    en,
  );
  expect(calm?.hands).toBe('2 hands · 7 min');
  expect(worried?.hands).toBe('2 hands');
});

test('where nothing says who has come a tile says how many are due, and that it is not measured', () => {
  const rows = rowsOf([station('yard', { arrived: 0 })], new Map(), en, NINE_MS, new Set(['yard']));
  expect(tilesOf(rows, rooms, en)[0]).toMatchObject({
    here: '16 due',
    unmeasured: 'not measured',
  });
});
