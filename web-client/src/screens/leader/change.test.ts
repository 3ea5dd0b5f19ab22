import { expect, test } from 'vitest';
import { block, NINE_MS, schedule } from '../../../tests/harness/rows';
import type { Outcome } from '../../store/commands';
import {
  bodyOf,
  ChangeDesk,
  goesOn,
  type Change,
  type ChangeKind,
  type Plan,
} from './change.svelte';

type Sent = { change: Change; schedule: string; dryRun: boolean; expect: number };

const RESULT = { version: 8, moved: [], students: 240 };
const DONE: Outcome<ChangeKind> = { ok: true, result: RESULT, seq: 1 };
const STALE: Outcome<ChangeKind> = {
  ok: false,
  refusal: { id: '1', kind: 'timeline.pause', code: 2006, key: 'stale-version' },
};
const PAUSE: Change = { kind: 'timeline.pause' };

function deskThat(...answers: Outcome<ChangeKind>[]) {
  const sent: Sent[] = [];
  const done: ChangeKind[] = [];
  const plan: Plan = {
    schedule: schedule(),
    blocks: new Map([['main/b1', block(0)]]),
    nowMs: NINE_MS,
    versions: 12,
  };
  const desk = new ChangeDesk(
    (change, id, options) => {
      sent.push({ change, schedule: id, ...options });
      return Promise.resolve(answers.shift() ?? DONE);
    },
    () => plan,
    (kind) => done.push(kind),
  );
  return { desk, sent, done, plan };
}

test('a change is asked about first, and nothing is done', async () => {
  const { desk, sent, done } = deskThat();
  await desk.ask(PAUSE);
  expect(sent).toEqual([{ change: PAUSE, schedule: 'main', dryRun: true, expect: 7 }]);
  expect(desk.step.at).toBe('preview');
  expect(done).toEqual([]);
});

test('confirming sends the same command with the version of the preview', async () => {
  const { desk, sent, done, plan } = deskThat();
  await desk.ask(PAUSE);
  (plan as { schedule: unknown }).schedule = schedule({ version: 9 });
  await desk.confirm();
  expect(sent[1]).toEqual({ change: PAUSE, schedule: 'main', dryRun: false, expect: 7 });
  expect(desk.step.at).toBe('closed');
  expect(done).toEqual(['timeline.pause']);
});

test('a stale version is shown and may be looked at again', async () => {
  const { desk, done } = deskThat(DONE, STALE);
  await desk.ask(PAUSE);
  await desk.confirm();
  expect(desk.step).toMatchObject({
    at: 'refused',
    refused: { key: 'stale-version', retry: true },
  });
  expect(done).toEqual([]);
  await desk.ask(PAUSE);
  expect(desk.step.at).toBe('preview');
});

test('an answer that comes after the sheet was closed opens nothing', async () => {
  const { desk } = deskThat();
  const asked = desk.ask(PAUSE);
  desk.close();
  await asked;
  expect(desk.step.at).toBe('closed');
});

test('what is for the whole school expects the sum of its versions', async () => {
  const { desk, sent } = deskThat();
  await desk.ask({ kind: 'timeline.insert', name: 'Drill', mode: 'freeze', whole: true });
  expect(sent[0]?.expect).toBe(12);
  expect(bodyOf({ kind: 'timeline.ring', whole: true }, 'main')).toEqual({ scope: 'school' });
  expect(bodyOf({ kind: 'timeline.extend', minutes: 5 }, 'main')).toEqual({
    schedule: 'main',
    minutes: 5,
  });
});

test('taking back is done at once, and a refusal of it is shown', async () => {
  const { desk, sent, done } = deskThat(DONE, STALE);
  await desk.now({ kind: 'timeline.undo' });
  expect(sent[0]).toMatchObject({ dryRun: false, expect: 7 });
  expect(done).toEqual(['timeline.undo']);
  await desk.now({ kind: 'timeline.undo' });
  expect(desk.step.at).toBe('refused');
});

test('confirm without a preview sends nothing', async () => {
  const { desk, sent } = deskThat();
  desk.choose();
  await desk.confirm();
  expect(sent).toEqual([]);
});

test('what was stopped for the whole school goes on for the whole school', () => {
  const middle = schedule({ id: 'middle', state: 'inserted', pausedAtMs: NINE_MS });
  const high = { ...middle, id: 'high' };
  expect(goesOn(middle, [middle, high])).toEqual({ whole: true });
  expect(goesOn(middle, [middle, { ...high, state: 'running' }])).toEqual({});
  expect(goesOn(middle, [middle, { ...high, pausedAtMs: NINE_MS - 1 }])).toEqual({});
  expect(goesOn({ ...middle, state: 'running' }, [middle, high])).toEqual({});
});

test('turns inside a room are stopped with their schedule and go on with it', () => {
  const middle = schedule({ id: 'middle', state: 'paused', pausedAtMs: NINE_MS });
  const turns = { ...middle, id: 'turns', parent: { schedule: 'middle', block: 'middle/b1' } };
  expect(goesOn(middle, [middle, turns])).toEqual({});
});

test('a hold of several schedules is known by when it was given', () => {
  const last = { word: 'hold', atMs: NINE_MS };
  const middle = schedule({ id: 'middle', state: 'held', last });
  expect(goesOn(middle, [middle, { ...middle, id: 'high' }])).toEqual({ whole: true });
  const later = { ...middle, id: 'high', last: { ...last, atMs: NINE_MS + 1 } };
  expect(goesOn(middle, [middle, later])).toEqual({});
});
