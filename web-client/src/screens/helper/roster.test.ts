import { describe, expect, it } from 'vitest';
import type { RosterRow } from '../../wire/views';
import { isHere, rosterGroups } from './roster';

const row = (id: string, arrival: RosterRow['arrival']): RosterRow => ({
  id,
  name: id,
  station: 'rug',
  code: 'E',
  arrival,
});

describe('a roster', () => {
  it('does not count an absent student as here, and expects nobody who is away', () => {
    const rows = [
      row('ada', 'arrived'),
      row('bilal', 'excused'),
      row('carmen', 'late'),
      row('dev', 'departed'),
    ];
    const [group] = rosterGroups(rows, new Map());
    expect(group).toMatchObject({ here: 1, due: 2 });
    expect(rows.filter(isHere).map(({ id }) => id)).toEqual(['ada']);
  });
});
