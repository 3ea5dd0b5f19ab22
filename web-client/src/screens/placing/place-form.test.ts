import { describe, expect, test } from 'vitest';
import type { PlaceForm } from './place-form';
import { commandsOf, undoOf } from './place-form';

const NOW_MS = 1_000_000;
const FORM: PlaceForm = {
  act: 'call',
  students: ['mira', 'jun'],
  station: 'D4',
  inMinutes: 0,
  minutes: 0,
  stayReason: 'test',
  awayKind: 'nurse',
  note: ' ',
};
const said = (part: Partial<PlaceForm>) => commandsOf({ ...FORM, ...part }, NOW_MS);

describe('what a helper decides for some students', () => {
  test('is nothing while nobody is chosen', () => {
    expect(said({ students: [] })).toEqual([]);
  });

  test('only what lasts longer than a walk has a last day', () => {
    const until = '2026-09-18';
    const [study] = said({ act: 'away', awayKind: 'study', until });
    expect(study?.body).toEqual({ student: 'mira', kind: 'study', until });
    const [nurse] = said({ act: 'away', awayKind: 'nurse', until });
    expect(nurse?.body).toEqual({ student: 'mira', kind: 'nurse' });
  });

  test('a call-up now says neither when nor how long', () => {
    const body = { students: ['mira', 'jun'], station: 'D4' };
    expect(said({})).toEqual([{ kind: 'call.up', body }]);
  });

  test('a call-up later says when, how long and what about', () => {
    const [call] = said({ inMinutes: 5, minutes: 10, note: ' robot ' });
    expect(call?.body).toMatchObject({ fromMs: NOW_MS + 300_000, minutes: 10, note: 'robot' });
  });

  test('each one who may finish, leaves or is back is an act of her own', () => {
    expect(said({ act: 'stay', minutes: 10 }).map(({ body }) => body)).toEqual([
      { student: 'mira', reason: 'test', minutes: 10 },
      { student: 'jun', reason: 'test', minutes: 10 },
    ]);
    expect(said({ act: 'away' })[1]).toEqual({
      kind: 'away.start',
      body: { student: 'jun', kind: 'nurse' },
    });
    expect(said({ act: 'back' })).toHaveLength(2);
  });

  test('a full station is forced only with a word', () => {
    expect(said({ act: 'move' })[0]?.body).not.toHaveProperty('force');
    expect(said({ act: 'move', force: 'siblings' })[0]?.body).toMatchObject({
      force: true,
      reason: 'siblings',
    });
  });
});

describe('taking it back', () => {
  const before = new Map([
    ['mira', 'A1'],
    ['jun', 'B2'],
  ]);
  const back = (part: Partial<PlaceForm>, call?: string, where = before) =>
    undoOf({ ...FORM, ...part }, where, call).map(({ kind, body }) => [kind, body]);

  test('a call-up ends, and who may stay or is away may and is no more', () => {
    expect(back({}, 'c1')).toEqual([['call.end', { call: 'c1' }]]);
    expect(back({ act: 'stay' })).toHaveLength(2);
    expect(back({ act: 'away' })[1]).toEqual(['away.end', { student: 'jun' }]);
  });

  test('whoever was put elsewhere goes back to where she was', () => {
    expect(back({ act: 'move' })).toEqual([
      ['place.retarget', { students: ['mira'], station: 'A1' }],
      ['place.retarget', { students: ['jun'], station: 'B2' }],
    ]);
  });

  test('nothing is offered where nobody can say how it was', () => {
    expect(back({ act: 'move' }, undefined, new Map([['mira', 'A1']]))).toEqual([]);
    expect(back({ act: 'back' })).toEqual([]);
    expect(back({})).toEqual([]);
  });
});
