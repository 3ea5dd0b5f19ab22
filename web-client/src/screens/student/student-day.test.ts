import { describe, expect, test } from 'vitest';
import { at, studentTables } from '../../../tests/harness/day';
import type { StudentFacts } from '../../../tests/harness/day';
import { momentAt, stopsInOrder } from '../../store/day-plan';
import { studentDay } from './student-day';

function dayAt(minutes: number, facts: StudentFacts = {}, seen: readonly string[] = []) {
  const nowMs = at(minutes);
  const tables = studentTables(nowMs, facts);
  const blocks = new Map((tables.blocks ?? []).map((block) => [block.id, block]));
  const moment = momentAt(nowMs, tables.schedules?.[0], tables.agenda ?? [], blocks.values());
  const plan = stopsInOrder(tables.stops ?? [], blocks);
  return studentDay(plan, moment, nowMs, new Set(seen), false);
}

describe('a student’s day', () => {
  test('before the first bell shows the first stop as next', () => {
    const day = dayAt(-10);
    expect([day.face, day.now, day.next?.stop.code]).toEqual(['before', undefined, 'C12']);
  });

  test('at the move bell the card covers the screen until she is there or has put it away', () => {
    expect(dayAt(70.5, { arrival: 'prompted' }).face).toBe('move');
    expect(dayAt(70.5, { arrival: 'arrived' }).face).toBe('stop');
    expect(dayAt(70.5, { arrival: 'prompted' }, ['main/b3']).face).toBe('stop');
  });

  test('during work there is a now and a next', () => {
    const day = dayAt(91);
    expect([day.face, day.now?.stop.code, day.next?.stop.code]).toEqual(['stop', 'A2', 'C12']);
  });

  test('a late-comer still sees the way to say so', () => {
    expect(dayAt(91, { arrival: 'late' }).settled).toBe(false);
  });

  test('paused, over, and without a plan are calm faces', () => {
    expect(dayAt(91, { paused: true }).face).toBe('paused');
    expect(dayAt(300).face).toBe('done');
    expect(dayAt(91, { noPlan: true }).face).toBe('none');
  });
});
