import { expect, test } from 'vitest';
import type { RosterRow } from '../../wire/views';
import { notHelped } from './not-helped';

function row(id: string, more: Partial<RosterRow> = {}): RosterRow {
  return { id, name: id, station: 's', code: 'C1', arrival: 'arrived', ...more };
}

test('three who are here and nobody has helped today', () => {
  const roster = [
    row('helped', { helped: true }),
    row('coming', { arrival: 'expected' }),
    row('away', { arrival: 'excused' }),
    row('mira'),
    row('noah', { arrival: 'staying' }),
    row('tariq'),
    row('june'),
  ];
  expect(notHelped(roster).map(({ id }) => id)).toEqual(['mira', 'noah', 'tariq']);
});
