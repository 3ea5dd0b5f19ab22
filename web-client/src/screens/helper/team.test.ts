import { expect, test } from 'vitest';
import { at } from '../../../tests/harness/day';
import { helperPlacing } from '../../../tests/harness/placing';
import { teamUnlocks } from './team';

const tables = helperPlacing(at(50));

test('what asks for an answer stands before what has one', () => {
  const unlocks = [...(tables.unlocks ?? [])].reverse();
  expect(teamUnlocks(unlocks).map(({ state }) => state)).toEqual(['asked', 'approved']);
});
