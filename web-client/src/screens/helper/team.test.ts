import { expect, test } from 'vitest';
import { at } from '../../../tests/harness/day';
import { helperPlacing } from '../../../tests/harness/placing';
import { notMet, teamUnlocks } from './team';

const tables = helperPlacing(at(50));

test('what asks for an answer stands before what has one', () => {
  const unlocks = [...(tables.unlocks ?? [])].reverse();
  expect(teamUnlocks(unlocks).map(({ state }) => state)).toEqual(['asked', 'approved']);
});

test('a mentor sees whom she has not met, those with an appointment today first', () => {
  const names = notMet([...(tables.mentees ?? [])].reverse()).map(({ name }) => name);
  expect(names).toEqual(['Diego P.', 'Amélie T.']);
});
