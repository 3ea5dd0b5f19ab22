import { expect, test } from 'vitest';
import { dot, station } from '../../../tests/harness/rows';
import { isKnown, unmeasuredStations } from './measured';

const rooms = new Map([
  ['yard', { id: 'yard', name: 'Yard', unmeasured: true }],
  ['studio', { id: 'studio', name: 'Studio' }],
]);
const yard = unmeasuredStations(
  [station('slide', { room: 'yard' }), station('clay', { room: 'studio' })],
  rooms,
);

test('the stations of a room that is not measured are not either', () => {
  expect([...yard]).toEqual(['slide']);
});

test('whoever is due there counts as little as she can be seen, away and elsewhere she is known', () => {
  const known = (arrival: Parameters<typeof dot>[1]) => isKnown(dot('1', arrival), yard);
  expect(known({ station: 'slide', arrival: 'arrived' })).toBe(false);
  expect(known({ station: 'slide', arrival: 'elsewhere', at: 'clay' })).toBe(true);
  expect(known({ station: 'slide', arrival: 'excused' })).toBe(true);
  expect(known({ station: 'clay', arrival: 'expected' })).toBe(true);
});
