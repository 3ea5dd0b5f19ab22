import { expect, test } from 'vitest';
import { block } from '../../../tests/harness/rows';
import { en } from '../../text/en';
import { canCatchUp, minutesThatFit, refusalSentence } from './refusal';

const blocks = new Map([['main/lunch', block(3, { id: 'main/lunch', name: 'Lunch' })]]);
const noSlack = (args: Record<string, unknown>) => ({
  code: 2103,
  key: 'no-slack',
  retry: false,
  args,
});

test('no slack names the anchor, what is needed and what there is', () => {
  const refused = noSlack({ neededMin: '20', slackMin: '6', anchor: 'Lunch', options: '6' });
  expect(refusalSentence(refused, blocks, en)).toBe(
    'Lunch keeps its time. This needs 20 min, and only 6 min can be found before it.',
  );
});

test('what would fit: the options of the floor, else the slack', () => {
  expect(minutesThatFit(noSlack({ slackMin: '6', options: '4,2,4' }))).toEqual([2, 4]);
  expect(minutesThatFit(noSlack({ slackMin: '6', options: 'less,shift,drop' }))).toEqual([6]);
  expect(minutesThatFit(noSlack({ slackMin: '0', options: 'shift,drop' }))).toEqual([]);
});

test('catching up is offered when the floor names it, and only then', () => {
  expect(canCatchUp(noSlack({ slackMin: '0', options: 'shift, drop,catch-up' }))).toBe(true);
  expect(canCatchUp(noSlack({ slackMin: '0', options: 'shift,drop' }))).toBe(false);
  expect(canCatchUp({ ...noSlack({ options: 'catch-up' }), key: 'stale-version' })).toBe(false);
});

test('any other refusal has the sentence of its number', () => {
  const stale = { code: 2006, key: 'stale-version', retry: true, args: {} };
  expect(refusalSentence(stale, blocks, en)).toBe(en.refusals[2006]);
  expect(refusalSentence({ ...stale, code: 9999 }, blocks, en)).toBe(en.refusedOtherwise);
});
