// Days in which somebody is called, kept, put elsewhere, or stopped: the canned day with those rows.
import type { Insert, OwnCall, Schedule, Stop, TableRows } from '../../src/wire/views';
import type { StudentFacts } from './day';
import { at, helperTables, studentTables } from './day';

export type PlacingFacts = StudentFacts & {
  readonly insert?: Insert;
  /** Of the third block, which runs, or the fourth, which is next; the latter by default. */
  readonly block?: 2 | 3;
  readonly stop?: Partial<Stop>;
  readonly call?: OwnCall;
};

const badge = (letter: string, colour: number, shape: number) => ({ letter, colour, shape });
const GYM = { station: 'E1', room: 'E', code: 'E1', place: 'Gym', badge: badge('E', 4, 4) };
const STUDIO = { station: 'F2', code: 'F2', place: 'Studio', badge: badge('F', 5, 5) };
const CENTRE = { station: 'C', code: 'C12', place: 'Learning centre', badge: badge('C', 2, 2) };
const CALL: OwnCall = {
  ...{ ...STUDIO, id: 'c1', state: 'now', by: 'Rosa Lindqvist', fromMs: at(90) },
  note: 'Bring your robot',
};

export const DRILL = {
  freeze: { name: 'Drill', mode: 'freeze' },
  gather: { name: 'Fall concert', mode: 'gather', station: GYM.station, untilMs: at(120) },
} as const satisfies Record<string, Insert>;

export const CHANGED: PlacingFacts = {
  stop: { ...GYM, adult: 'Kai Bell', changed: true, unseen: true, wasCode: 'C12', why: 'teacher' },
};
export const CALLED = {
  now: { call: CALL, block: 2, stop: { ...STUDIO, why: 'call-up', changed: false } },
  coming: { call: { ...CALL, state: 'coming', fromMs: at(96) } },
} as const satisfies Record<string, PlacingFacts>;
export const STAYS: PlacingFacts = { block: 2, stop: { staysUntilMs: at(112), changed: false } };
export const CHOICES: PlacingFacts = {
  stop: { ...CENTRE, choices: [CENTRE, GYM, STUDIO], leaveAtMs: at(103) },
};

export function studentPlacing(nowMs: number, facts: PlacingFacts): TableRows {
  const tables = studentTables(nowMs, facts);
  const { insert, call, stop, block = 3 } = facts;
  const gathering: Partial<Stop> = { ...GYM, why: 'gathering', changed: false };
  const put = insert === undefined ? stop : insert.mode === 'gather' ? gathering : {};
  const where = insert === undefined ? block : 2;
  return {
    ...tables,
    schedules: stopped(tables, insert, nowMs),
    agenda: (tables.agenda ?? []).filter(({ atMs }) => insert === undefined || atMs <= nowMs),
    stops: (tables.stops ?? []).map((row, at) => (at === where ? { ...row, ...put } : row)),
    calls: call === undefined ? [] : [call],
  };
}

function stopped(tables: TableRows, insert: Insert | undefined, nowMs: number): Schedule[] {
  return (tables.schedules ?? []).map((row) =>
    insert === undefined ? row : { ...row, state: 'inserted', pausedAtMs: nowMs, insert },
  );
}

/** A helper while an assembly stands in the day, with a call-up of hers and a change not seen. */
export function helperPlacing(nowMs: number): TableRows {
  const tables = helperTables(nowMs, { hands: 2 });
  const mira = { id: 's0', name: 'Mira K.' };
  return {
    ...tables,
    schedules: stopped(tables, DRILL.gather, nowMs),
    calls: [
      {
        ...{ id: 'c1', state: 'now', station: 'D4', place: 'Workshop', by: 'Abel Ortiz' },
        ...{ fromMs: nowMs - 60_000, untilMs: nowMs + 540_000, students: 2 },
        names: [mira, { id: 's3', name: 'Jun P.' }],
      },
    ],
    alerts: [
      {
        ...{ id: 'unseen/1', kind: 'unseen-change', student: mira, station: 'D4', code: 'D4' },
        ...{ place: 'Workshop', sinceMs: nowMs - 45_000 },
      },
    ],
  };
}
