import { expect, test } from 'vitest';
import { block, station } from '../../../tests/harness/rows';
import { incomingGroups } from './incoming';

const stations = new Map([station('lab'), station('desk')].map((one) => [one.id, one]));
const blocks = new Map([block(1), block(2)].map((one) => [one.id, one]));
const row = (id: string, where: string, when = 'main/b2') => ({
  ...{ id, name: id, block: when, station: where, code: 'L' },
});

test('who comes next stands by place, the soonest bell first, and who is there already is marked', () => {
  const roster = new Map([
    ['Ada', { id: 'Ada', name: 'Ada', station: 'lab', code: 'L', arrival: 'arrived' as const }],
  ]);
  const rows = [row('Zoe', 'lab'), row('Ada', 'lab'), row('Ben', 'desk', 'main/b3')];
  const groups = incomingGroups(rows, stations, roster, blocks);
  expect(
    groups.map(({ place, rows: all }) => [place, all.map(({ name, stays }) => [name, stays])]),
  ).toEqual([
    [
      'lab',
      [
        ['Ada', true],
        ['Zoe', false],
      ],
    ],
    ['desk', [['Ben', false]]],
  ]);
});
