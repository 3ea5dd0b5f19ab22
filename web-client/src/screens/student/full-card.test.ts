import { describe, expect, test } from 'vitest';
import { at } from '../../../tests/harness/day';
import type { PlacingFacts } from '../../../tests/harness/placing';
import { CALLED, CHANGED, DRILL, studentPlacing } from '../../../tests/harness/placing';
import { momentAt, stopsInOrder } from '../../store/day-plan';
import type { OwnCall } from '../../wire/views';
import type { CardFacts } from './full-card';
import { comingCall, fullCard } from './full-card';
import { studentDay } from './student-day';

function cardAt(minutes: number, facts: PlacingFacts, known: Partial<CardFacts> = {}) {
  const nowMs = at(minutes);
  const tables = studentPlacing(nowMs, facts);
  const schedule = tables.schedules?.[0];
  const blocks = new Map((tables.blocks ?? []).map((block) => [block.id, block]));
  const moment = momentAt(nowMs, schedule, tables.agenda ?? [], blocks.values());
  const plan = stopsInOrder(tables.stops ?? [], blocks);
  return fullCard({
    ...{
      plan,
      nowMs,
      insert: schedule?.insert,
      today: studentDay(plan, moment, nowMs, new Set(), false),
    },
    calls: (tables.calls ?? []) as OwnCall[],
    seenCalls: new Set(),
    acknowledging: () => false,
    ...known,
  });
}

describe('the card over a student’s screen', () => {
  test('there is none during work', () => {
    expect(cardAt(91, {})).toBeUndefined();
  });

  test('what stands in the day comes before everything else', () => {
    const facts = { ...CALLED.now, insert: DRILL.freeze, arrival: 'prompted' } as const;
    expect(cardAt(91, facts)).toMatchObject({ kind: 'insert', stop: undefined });
  });

  test('a gathering says where', () => {
    const card = cardAt(91, { insert: DRILL.gather, arrival: 'prompted' });
    expect(card).toMatchObject({ kind: 'insert', stop: { code: 'E1' } });
  });

  test('who is called sees it until she is there or has put it away', () => {
    const called = { ...CALLED.now, arrival: 'prompted' } as const;
    expect(cardAt(91, called)?.kind).toBe('call');
    expect(cardAt(91, called, { seenCalls: new Set(['c1']) })).toBeUndefined();
    expect(cardAt(91, { ...called, arrival: 'arrived' })).toBeUndefined();
  });

  test('a call-up that comes later is no card, but a note', () => {
    expect(cardAt(91, CALLED.coming)).toBeUndefined();
    expect(comingCall([CALLED.coming.call])?.id).toBe('c1');
  });

  test('a change is shown until OK is on its way, before the move card of the same block', () => {
    expect(cardAt(91, CHANGED)).toMatchObject({ kind: 'changed', now: false });
    expect(cardAt(91, CHANGED, { acknowledging: () => true })).toBeUndefined();
    const here = { ...CHANGED, block: 2, arrival: 'prompted' } as const;
    expect(cardAt(70.5, here)).toMatchObject({ kind: 'changed', now: true });
    expect(cardAt(70.5, here, { acknowledging: () => true })?.kind).toBe('move');
  });

  test('a change of a block that is over is told to nobody', () => {
    expect(cardAt(141, CHANGED)).toBeUndefined();
  });

  test('nothing covers a pause or a day that is over', () => {
    expect(cardAt(91, { ...CHANGED, paused: true })).toBeUndefined();
    expect(cardAt(300, { ...CHANGED })).toBeUndefined();
  });
});
