import { describe, expect, test } from 'vitest';
import { at, studentTables } from '../../../tests/harness/day';
import type { StudentFacts } from '../../../tests/harness/day';
import { momentAt, stopsInOrder } from '../../store/day-plan';
import { hereTime, studentDay } from './student-day';

function dayAt(minutes: number, facts: StudentFacts = {}, seen: readonly string[] = []) {
  const nowMs = at(minutes);
  const tables = studentTables(nowMs, facts);
  const blocks = new Map((tables.blocks ?? []).map((block) => [block.id, block]));
  const moment = momentAt(nowMs, tables.schedules?.[0], tables.agenda ?? [], blocks.values());
  const plan = stopsInOrder(tables.stops ?? [], blocks);
  return studentDay(plan, moment, nowMs, new Set(seen), false);
}

/** Two turns where the third block would be, as the server sends them. */
function turnsInThirdBlock(nowMs: number) {
  const tables = studentTables(nowMs, {});
  const all = tables.blocks ?? [];
  const turns = all
    .filter(({ id }) => id === 'main/b3')
    .flatMap((third) =>
      [1, 2].map((n) => {
        const startMs = at(52.5 + n * 17.5);
        return { ...third, id: `A/b3/t${n}`, name: `Turn ${n}`, startMs, endMs: at(70 + n * 17.5) };
      }),
    );
  const others = all.filter(({ id }) => id !== 'main/b3');
  return {
    schedule: tables.schedules?.[0],
    blocks: new Map([...others, ...turns].map((block) => [block.id, block])),
    stops: (tables.stops ?? []).flatMap((stop) =>
      stop.block === 'main/b3'
        ? turns.map(({ id }, order) => ({ ...stop, id, block: id, code: `A${order + 1}` }))
        : [stop],
    ),
    agenda: turns.map(({ id, startMs }) => {
      return { id, schedule: 'main', block: id, phase: 'work' as const, atMs: startMs };
    }),
  };
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

  test('a turn stands in her day as a stop of its own', () => {
    const { blocks, stops, agenda, schedule } = turnsInThirdBlock(at(80));
    const moment = momentAt(at(80), schedule, agenda, blocks.values());
    const day = studentDay(stopsInOrder(stops, blocks), moment, at(80), new Set(), false);
    expect([day.face, day.now?.block.name, day.now?.stop.code, day.next?.stop.code]).toEqual([
      'stop',
      'Turn 1',
      'A1',
      'A2',
    ]);
  });

  test('paused, over, and without a plan are calm faces', () => {
    expect(dayAt(91, { paused: true }).face).toBe('paused');
    expect(dayAt(300).face).toBe('done');
    expect(dayAt(91, { noPlan: true }).face).toBe('none');
  });

  test('called away, she is there until the call ends, not until the block does', () => {
    const now = dayAt(91).now;
    if (now === undefined) throw new Error('no stop');
    const called = { ...now, stop: { ...now.stop, why: 'call-up' as const } };
    const { station, code, place, badge } = now.stop;
    const call = { id: 'c1', state: 'now' as const, station, code, place, badge, by: 'Rosa Vega' };
    const fromMs = at(90);
    expect(hereTime(called, [{ ...call, fromMs, untilMs: at(100) }])).toEqual({
      startMs: fromMs,
      endMs: at(100),
    });
    const block = { startMs: now.block.startMs, endMs: now.block.endMs };
    expect(hereTime(called, [{ ...call, fromMs }])).toEqual(block);
    expect(hereTime(now, [{ ...call, fromMs, untilMs: at(100) }])).toEqual(block);
  });

  test('a day without school says so and asks nothing of her', () => {
    const moment = momentAt(at(91), undefined, [], []);
    const day = studentDay([], moment, at(91), new Set(), false);
    expect([day.face, day.now, day.next, day.settled]).toEqual(['off', undefined, undefined, true]);
  });
});
