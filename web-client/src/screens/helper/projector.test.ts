// What a class sees on the wall of its room.
import { expect, test } from 'vitest';
import { at, blocks } from '../../../tests/harness/day';
import type { Onward } from '../../wire/views';
import { agendaFrom, nameOnward, nextOfGroups } from './projector';

function onward(group: string, place: string, students: number): Onward {
  const badge = { letter: 'D', colour: 3, shape: 3 };
  return { id: `${group}/${place}`, group, code: 'D4', place, badge, students };
}

test('each group stands once, with all the places it goes to', () => {
  const rows = [onward('Foxes', 'Gym', 6), onward('Owls', 'Library', 5), onward('Owls', 'Gym', 1)];
  expect(nextOfGroups(rows).map(({ group, stops }) => [group, stops.length])).toEqual([
    ['Foxes', 1],
    ['Owls', 2],
  ]);
});

test('a place that is not hers has its name from where her groups go', () => {
  const gym = { ...onward('Foxes', 'The Gym', 6), id: 'foxes/gym' };
  expect(nameOnward([onward('Owls', 'Library', 5), gym], 'gym')).toBe('The Gym');
  expect(nameOnward([gym], 'ym')).toBeUndefined();
});

test('the day begins with the block that runs', () => {
  expect(agendaFrom(blocks, at(50)).map(({ name }) => name)).toEqual(
    [2, 3, 4, 5, 6].map((n) => `Block ${n}`),
  );
  expect(agendaFrom(blocks, at(8 * 35))).toEqual([]);
});
