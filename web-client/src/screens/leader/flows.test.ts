import { expect, test } from 'vitest';
import { dot, station } from '../../../tests/harness/rows';
import type { Room } from '../../wire/views';
import { flowsOf, linesOf } from './flows';

const stations = new Map(
  [
    station('seats', { room: 'centre' }),
    station('clay', { room: 'studio' }),
    station('loom', { room: 'studio' }),
    station('yard', { room: 'yard' }),
  ].map((one) => [one.id, one]),
);
const outline = { x: 0, y: 0, w: 4, h: 4 };
const rooms = new Map<string, Room>([
  ['centre', { id: 'centre', name: 'Centre', outline }],
  ['studio', { id: 'studio', name: 'Studio', outline: { ...outline, x: 10 } }],
  ['yard', { id: 'yard', name: 'Yard' }],
]);

test('students are counted by the room they leave and the room they go to', () => {
  const flows = flowsOf(
    [
      dot('1', { from: 'seats', arrival: 'prompted' }),
      dot('2', { from: 'seats', station: 'loom', arrival: 'arrived' }),
      dot('3', { from: 'clay', station: 'seats', arrival: 'late' }),
    ],
    stations,
  );
  expect(flows).toEqual([
    { id: 'centre studio', from: 'centre', to: 'studio', all: 2, there: 1 },
    { id: 'studio centre', from: 'studio', to: 'centre', all: 1, there: 0 },
  ]);
});

test('whoever stays in her room, stays where she is or is away goes nowhere', () => {
  const nobody = [
    dot('1', { from: 'loom' }),
    dot('2'),
    dot('3', { from: 'seats', arrival: 'staying' }),
    dot('4', { from: 'seats', arrival: 'excused' }),
    dot('5', { from: 'seats', arrival: 'departed' }),
  ];
  expect(flowsOf(nobody, stations)).toEqual([]);
});

test('a line is drawn while somebody is on the way, between rooms that are drawn', () => {
  const flows = flowsOf(
    [
      dot('1', { from: 'seats', arrival: 'expected' }),
      dot('2', { from: 'clay', station: 'seats', arrival: 'arrived' }),
      dot('3', { from: 'clay', station: 'yard', arrival: 'expected' }),
    ],
    stations,
  );
  expect(linesOf(flows, rooms)).toEqual([
    { id: 'centre studio', from: outline, to: { ...outline, x: 10 }, open: 1 },
  ]);
  expect(linesOf(flows, rooms, true)).toEqual([]);
});
