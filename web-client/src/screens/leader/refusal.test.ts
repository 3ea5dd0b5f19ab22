import { expect, test } from 'vitest';
import { block } from '../../../tests/harness/rows';
import { forStaffEn as en } from '../../text/for-staff-en';
import type { Change } from './change.svelte';
import { helpRefusal, optionsOf, refusalSentence } from './refusal';

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

const EXTEND: Change = { kind: 'timeline.extend', minutes: 20 };

function ids(args: Record<string, unknown>): string[] {
  return optionsOf(noSlack(args), EXTEND, blocks, en.leader).map(({ id }) => id);
}

test('each way out the floor names is a change that takes it', () => {
  const offered = optionsOf(
    noSlack({
      neededMin: '20',
      slackMin: '6',
      options: 'less,absorb-next,shift,drop',
      droppable: 'main/lunch,main/b9',
    }),
    EXTEND,
    blocks,
    en.leader,
  );
  expect(offered.map(({ change }) => change)).toEqual([
    { ...EXTEND, minutes: 6 },
    { ...EXTEND, policy: 'absorb-next' },
    { ...EXTEND, policy: 'shift', consent: true },
    { ...EXTEND, policy: 'drop', drop: ['main/lunch'] },
    { ...EXTEND, policy: 'drop', drop: ['main/b9'] },
  ]);
  expect(offered[3]?.label).toBe('Leave out Lunch');
});

test('catching up is offered when the floor names it, and only then', () => {
  expect(ids({ slackMin: '0', options: 'catch-up, shift' })).toEqual(['catch-up', 'shift']);
  expect(ids({ slackMin: '0', options: 'shift' })).toEqual(['shift']);
  expect(ids({ slackMin: '0', options: 'a-way-of-tomorrow' })).toEqual([]);
});

test('consent is asked for by the names of what would move', () => {
  const asked = {
    code: 2108,
    key: 'consent-needed',
    retry: false,
    args: { anchors: 'Lunch,B11', byMin: '7' },
  };
  expect(refusalSentence(asked, blocks, en)).toContain('Lunch, B11 would be 7 min later.');
  expect(optionsOf(asked, EXTEND, blocks, en.leader)).toMatchObject([
    { change: { policy: 'shift', consent: true } },
  ]);
});

test('any other refusal has the sentence of its number', () => {
  const stale = { code: 2006, key: 'stale-version', retry: true, args: {} };
  expect(refusalSentence(stale, blocks, en)).toBe(en.refusals[2006]);
  expect(refusalSentence({ ...stale, code: 9999 }, blocks, en)).toBe(en.refusedOtherwise);
});

test('who may not act on a call reads how it stands now', () => {
  const row = {
    ...{ id: 'h1', room: 'clay', station: 'clay', code: 'C', place: 'Clay', state: 'claimed' },
    ...{ order: 0, kind: 'work', waited: { ms: 60_000 }, level: 0, epoch: 2 },
  };
  const refused = { id: 'c1', code: 2306, key: 'stale-claim', kind: 'help.release' } as const;
  expect(helpRefusal(refused, en)).toBe('It was given to somebody else meanwhile.');
  expect(helpRefusal({ ...refused, row: { table: 'line', row } }, en)).toBe(
    'It was given to somebody else meanwhile. Clay: on the way.',
  );
  const owned = { ...row, owner: { id: 'abel', name: 'Abel' } };
  expect(helpRefusal({ ...refused, row: { table: 'line', row: owned } }, en)).toBe(
    'It was given to somebody else meanwhile. Clay: on the way, Abel.',
  );
});
