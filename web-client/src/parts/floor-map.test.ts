import { describe, expect, test } from 'vitest';
import { dot, station } from '../../tests/harness/rows';
import type { Seat } from '../wire/views';
import { boundsOf, Fit, labelTopPx, lookOf, placeDots } from './floor-map';

const clay = station('clay', { place: { x: 0, y: 0, w: 10, h: 10 }, hardCap: 16 });
const gym = station('gym', { place: { x: 10, y: 0, w: 10, h: 10 } });
const stations = new Map([clay, gym].map((one) => [one.id, one]));
const seat: Seat = { id: 'clay/1', station: 'clay', label: '1', x: 2, y: 8 };
const seats = new Map([[seat.id, seat]]);
const bounds = boundsOf([], stations.values()) ?? { x: 0, y: 0, w: 1, h: 1 };
const fit = new Fit(bounds, 2_016, 1_016);
const placed = (dots: Parameters<typeof placeDots>[0]['dots']) =>
  placeDots({ stations, seats, dots }, fit, () => 40);

test('the plan fills the screen without being stretched', () => {
  expect(fit.pxPerM).toBe(100);
  expect(fit.point(0, 0)).toEqual({ x: 8, y: 8 });
  expect(fit.box({ x: 10, y: 0, w: 10, h: 10 })).toEqual({ x: 1_008, y: 8, w: 1_000, h: 1_000 });
});

test('a school without a plan has no bounds', () => {
  expect(boundsOf([], [])).toBeUndefined();
});

test('who has a seat stands on it, by its id or by its label', () => {
  for (const name of ['clay/1', '1']) {
    expect(placed([dot('1', { seat: name })])[0]).toMatchObject({ x: 208, y: 808 });
  }
});

test('who is in another place is drawn there, not on her seat', () => {
  const [there] = placed([dot('1', { seat: 'clay/1', at: 'gym', arrival: 'elsewhere' })]);
  expect(there?.x).toBeGreaterThan(1_008);
  expect(there?.look).toBe('elsewhere');
});

test('nobody stands on another, under the words or outside the station', () => {
  const dots = placed(Array.from({ length: 16 }, (_, at) => dot(`${at}`)));
  expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(16);
  for (const { x, y, r } of dots) {
    expect(y - r).toBeGreaterThanOrEqual(8 + 40);
    expect(x + r).toBeLessThanOrEqual(1_008);
  }
});

test('nobody moves because another arrived', () => {
  const before = placed([dot('1'), dot('2', { arrival: 'expected' })]);
  const after = placed([dot('2'), dot('1')]);
  expect(after.map(({ id, x, y }) => [id, x, y])).toEqual(before.map(({ id, x, y }) => [id, x, y]));
});

test('a place full of words shows no dots', () => {
  expect(placeDots({ stations, seats, dots: [dot('1')] }, fit, () => 995)).toEqual([]);
});

describe('words beside seats', () => {
  const place = { x: 8, y: 8, w: 1_000, h: 1_000 };
  const rowsAt = (...ys: number[]) =>
    ys.map((y, at): Seat => ({ id: `clay/${at}`, station: 'clay', label: `${at}`, x: 1, y }));

  test('stand above the first row where there is room', () => {
    expect(labelTopPx(place, rowsAt(2, 3, 4), fit, 40)).toBe(0);
  });

  test('else in the middle of the widest aisle', () => {
    expect(labelTopPx(place, rowsAt(0.2, 1, 2, 6, 7, 9.8), fit, 40)).toBe(380);
  });
});

describe('looks', () => {
  test.each([
    ['arrived', 'here'],
    ['staying', 'here'],
    ['expected', 'due'],
    ['prompted', 'due'],
    ['late', 'late'],
    ['missing', 'missing'],
    ['elsewhere', 'elsewhere'],
    ['excused', undefined],
    ['departed', undefined],
  ] as const)('%s', (arrival, look) => {
    expect(lookOf(dot('1', { arrival }))).toBe(look);
  });
});
