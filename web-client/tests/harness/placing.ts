// Days in which somebody is called, kept, put elsewhere, or stopped: the canned day with those rows.
import type {
  AgendaRow,
  Block,
  Insert,
  OwnCall,
  Schedule,
  Stop,
  TableRows,
  Turns,
} from '../../src/wire/views';
import type { Scene } from './scenes';
import type { StudentFacts } from './day';
import { at, helperTables, studentTables } from './day';

const DAY_MS = 86_400_000;

export type PlacingFacts = StudentFacts & {
  readonly insert?: Insert;
  /** Of the third block, which runs, or the fourth, which is next; the latter by default. */
  readonly block?: 2 | 3;
  readonly stop?: Partial<Stop>;
  readonly call?: OwnCall;
  /** Other tables of that student. */
  readonly own?: TableRows;
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

/** What a student may decide herself in the third block: seats, a test, what to do, an award. */
export const OWN_TIME = {
  flex: [
    { ...flexAt(GYM, 'Stations'), free: 3, waiting: 0 },
    { ...flexAt(STUDIO, 'Clay and paper'), free: 0, waiting: 2, state: 'waiting', ahead: 1 },
  ],
  assessments: [{ id: 'u4', title: 'Unit 4 test', subject: 'Reading', minutes: 20 }],
  unlocks: [
    {
      ...{ id: 'u1', assessment: 'u3', title: 'Fractions quiz', state: 'approved' },
      ...{ untilMs: at(101), atMs: at(88) },
    },
  ],
  awards: [
    {
      ...{ id: 'a0', badge: 'helpful', name: 'Helpful', by: 'Rosa Lindqvist', atMs: at(60) },
      look: badge('H', 3, 6),
    },
  ],
  goals: [
    {
      ...{ id: 'main/b3', goalAtMs: at(75), reflectAtMs: at(100) },
      choices: [
        { id: 'finish', name: 'Finish what I began' },
        { id: 'new', name: 'Begin something new' },
      ],
    },
  ],
} as const satisfies TableRows;
export const OFFER = {
  flex: [
    {
      ...{ ...flexAt(STUDIO, 'Clay and paper'), free: 0, waiting: 1 },
      ...{ state: 'offered', offerUntilMs: at(91) + 24_000 },
    },
  ],
} as const satisfies TableRows;

function flexAt(where: Pick<Stop, 'station' | 'code' | 'place' | 'badge'>, activity: string) {
  const { station: id, code, place, badge } = where;
  return { id, room: badge.letter, code, place, badge, activity };
}

export function studentPlacing(nowMs: number, facts: PlacingFacts): TableRows {
  const tables = studentTables(nowMs, facts);
  const { insert, call, stop, block = 3 } = facts;
  const gathering: Partial<Stop> = { ...GYM, why: 'gathering', changed: false };
  const put = insert === undefined ? stop : insert.mode === 'gather' ? gathering : {};
  const where = insert === undefined ? block : 2;
  return {
    ...tables,
    ...facts.own,
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

const TURNS = { id: 'C/b2', from: at(36), minutes: 16 };

/** The learning centre takes two turns in the second block; the first runs. */
export function helperTurns(nowMs: number, local: Partial<Schedule> = {}): TableRows {
  const tables = helperTables(nowMs, { hands: 2 });
  const turns = ['First turn', 'Second turn'].map((name, order): Block => {
    const startMs = TURNS.from + order * TURNS.minutes * 60_000;
    const endMs = startMs + TURNS.minutes * 60_000;
    return {
      ...{ id: `${TURNS.id}/t${order + 1}`, schedule: TURNS.id, name, kind: 'rotation', order },
      ...{ startMs, endMs, plannedStartMs: startMs, plannedEndMs: endMs },
      ...{ anchorStart: false, anchorEnd: order === 1 },
    };
  });
  const own: Schedule = {
    ...{ id: TURNS.id, name: 'Turns', state: 'running', version: 3, offPlanMs: 0 },
    ...{ parent: { schedule: 'main', block: 'main/b2' }, room: 'C' },
    ...local,
  };
  const rows = turns.map(({ id, startMs }): AgendaRow => {
    return { id: `${id}/work`, schedule: TURNS.id, block: id, phase: 'work', atMs: startMs };
  });
  return {
    ...tables,
    schedules: [...(tables.schedules ?? []), own],
    blocks: [...(tables.blocks ?? []), ...turns],
    agenda: [...(tables.agenda ?? []), ...rows],
    turns: [turnsIn('C', 'C', 'D1')],
    onward: [
      {
        ...{ id: 'foxes/D', group: 'Foxes', code: 'D4', place: 'Workshop', students: 6 },
        badge: badge('D', 3, 3),
      },
      {
        ...{ id: 'owls/A', group: 'Owls', code: 'A2', place: 'Quiet room', students: 5 },
        badge: badge('A', 0, 0),
      },
      {
        ...{ id: 'owls/D', group: 'Owls', code: 'D4', place: 'Workshop', students: 1 },
        badge: badge('D', 3, 3),
      },
    ],
  };
}

/** Three groups at two stations, of which the second is closed. */
function turnsIn(room: string, one: string, closed: string): Turns {
  return {
    ...{ id: TURNS.id, room },
    groups: [
      { id: 'owls', name: 'Owls', station: one, next: closed, here: 3, away: 3 },
      { id: 'foxes', name: 'Foxes', station: closed, next: one, here: 6, away: 0 },
      { id: 'otters', name: 'Otters', station: one, next: one, here: 5, away: 1, with: 'foxes' },
    ],
    stations: [
      { id: one, open: true },
      { id: closed, open: false },
    ],
  };
}

/** The floor of leaders while the room of the studio takes turns. */
export function leaderTurns({ nowMs, tables }: Scene): Scene {
  return { nowMs, tables: { ...tables, turns: [turnsIn('studio', 'studio', 'dining')] } };
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
      {
        ...{ id: 'seat/3', kind: 'borrowed-seat', student: { id: 's3', name: 'Jun P.' } },
        ...{ station: 'C', code: 'C12', place: 'Learning centre', stop: 'D4' },
        sinceMs: nowMs - 20_000,
      },
    ],
    unlocks: [
      {
        ...{ id: 'u1', student: mira, assessment: 'u4', title: 'Unit 4 test', state: 'asked' },
        ...{ code: 'C12', place: 'Learning centre', askedAtMs: nowMs - 60_000, minutes: 15 },
        windows: [{ startByMs: at(55), endMs: at(70), now: true, stands: false }],
      },
      {
        ...{ id: 'u2', student: { id: 's3', name: 'Jun P.' }, assessment: 'u3', code: 'D4' },
        ...{ title: 'Fractions quiz', state: 'approved', place: 'Workshop' },
        ...{ askedAtMs: nowMs - 300_000, untilMs: at(60), minutes: 10 },
        windows: [{ startByMs: at(60), endMs: at(70), now: true, stands: false }],
      },
    ],
    mentees: [
      {
        ...{ id: 's1', name: 'Diego P.', met: false, lastMs: nowMs - 7 * DAY_MS },
        nextMs: nowMs + 3_600_000,
        next: { code: 'D4', place: 'Workshop', startMs: at(70) },
      },
      {
        ...{ id: 's2', name: 'Amélie T.', met: false },
        next: { code: 'A2', place: 'Quiet room', startMs: at(70) },
      },
      {
        ...{ id: 's4', name: 'Ada L.', met: true, lastMs: nowMs - 1_800_000 },
        next: { code: 'C3', place: 'Learning centre', startMs: at(70) },
      },
    ],
  };
}
