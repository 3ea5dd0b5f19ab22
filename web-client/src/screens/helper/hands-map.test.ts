import { expect, test } from 'vitest';
import { at, helperTables } from '../../../tests/harness/day';
import { Fit } from '../../parts/floor-map';
import type { Call, RosterRow, Seat, Station } from '../../wire/views';
import { distanceOf, handsOn, nearestHand, peopleOn } from './hands-map';

const fit = new Fit({ x: 0, y: 0, w: 40, h: 26 }, 416, 276);

function facts() {
  const tables = helperTables(at(50), {});
  const calls = (tables.help ?? []).filter((row): row is Call => 'student' in row);
  const byId = <R extends { id: string }>(rows: readonly R[] | undefined) =>
    new Map((rows ?? []).map((row) => [row.id, row]));
  return {
    stations: byId<Station>(tables.stations),
    seats: byId<Seat>(tables.seats),
    roster: (tables.roster ?? []) as readonly RosterRow[],
    calls,
  };
}

test('a hand is at the seat it was raised from, and a finger near it means it', () => {
  const known = facts();
  const marks = handsOn(known, fit, peopleOn(known, fit, 30));
  const seat = known.seats.get('C/12');
  expect(marks[0]).toMatchObject({
    id: 'h0',
    code: 'C12',
    ...fit.point(seat?.x ?? 0, seat?.y ?? 0),
  });
  expect(marks.map(({ look }) => look)).toContain('taken');
  expect(nearestHand(marks, { x: (marks[0]?.x ?? 0) + 4, y: marks[0]?.y ?? 0 })).toBe('h0');
  expect(nearestHand(marks, { x: -500, y: -500 })).toBeUndefined();
});

test('two hands at a place without seats do not cover one another', () => {
  const known = facts();
  const [first] = known.calls.filter(({ station }) => station === 'D4');
  if (first === undefined) throw new Error('a hand in the workshop');
  const calls = ['one', 'two'].map((id) => ({ ...first, id, student: { id, name: id } }));
  const [one, two] = handsOn({ ...known, calls }, fit, []);
  expect(Math.abs((one?.x ?? 0) - (two?.x ?? 0))).toBeGreaterThanOrEqual(30);
});

test('a hand of another room is on no plan of hers, and says how far it is', () => {
  const known = facts();
  const [first] = known.calls;
  if (first === undefined) throw new Error('a hand');
  const elsewhere = { ...first, station: 'gym', room: 'G' };
  expect(handsOn({ ...known, calls: [elsewhere] }, fit, [])).toEqual([]);
  const rooms = new Map([
    ['C', { mine: true }],
    ['G', { mine: false, near: true }],
    ['H', { mine: false }],
  ]);
  expect(distanceOf(first, rooms)).toBeUndefined();
  expect(distanceOf(elsewhere, rooms)).toBe('near');
  expect(distanceOf({ ...elsewhere, room: 'H' }, rooms)).toBe('far');
});
