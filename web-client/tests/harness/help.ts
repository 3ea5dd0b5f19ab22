// A floor on which help is short: one busy room, one where nobody helps.
import type {
  BellCalls,
  HelpLoad,
  HelpState,
  HelpToday,
  LessonCalls,
  LineCall,
  RoomHelp,
} from '../../src/wire/views';
import type { Scene } from './scenes';

const MINUTE_MS = 60_000;
const QUIET = { waiting: 0, onDuty: 1, away: 0, helping: 0, onHold: 0, held: 0 };

export function helpShort({ nowMs, tables }: Scene): Scene {
  const roomHelp = (tables.rooms ?? []).map(({ id }, at): RoomHelp => {
    const longest = { ms: MINUTE_MS, sinceMs: nowMs - 8 * MINUTE_MS };
    if (at === 0) return { ...QUIET, id, waiting: 3, longest, helping: 1, held: 1, busy: true };
    if (at === 1) return { ...QUIET, id, waiting: 1, longest, onDuty: 0, away: 1, unhelped: true };
    return { ...QUIET, id };
  });
  const [first, second] = roomHelp;
  const line = Array.from({ length: 5 }, (_, at): LineCall => {
    const call: LineCall = {
      id: `l${at}`,
      order: at,
      room: (at === 4 ? second : first)?.id ?? '',
      station: 'C',
      code: 'C',
      place: at === 4 ? 'Maths table' : 'Learning centre',
      state: at === 0 ? 'claimed' : 'waiting',
      kind: at === 1 ? 'urgent' : 'work',
      waited: { ms: (9 - at) * MINUTE_MS, ...(at === 0 ? {} : { sinceMs: nowMs }) },
      level: at < 2 ? 3 : 0,
      epoch: at === 0 ? 2 : 0,
      ...(at === 3 ? { released: 'other-task' as const } : {}),
    };
    return at === 0 ? { ...call, owner: { id: 'abel', name: 'Abel' } } : call;
  });
  const helpBells = bells(nowMs, tables);
  const figures = { helpToday: [TODAY], helpLoads: LOADS, helpBells, helpLessons: LESSONS };
  const helpers = (tables.helpers ?? []).map((one) =>
    one.id === 'tom' ? { ...one, duty: 'away' as const } : one,
  );
  return { nowMs, tables: { ...tables, helpers, roomHelp, line, ...figures } };
}

/** The leader has taken one on, whoever has another is not heard of, and one is urgent. */
export function helpTaken(short: Scene, state: HelpState = 'claimed'): Scene {
  const { line = [], stations = [] } = short.tables;
  return {
    ...short,
    tables: {
      ...short.tables,
      line: line.map((call, at): LineCall => {
        if (at === 0) return { ...call, state, owner: { id: 'lea', name: 'Lea Moreau' } };
        if (at !== 2) return call;
        const abel = { id: 'abel', name: 'Abel' };
        return { ...call, state: 'helping', owner: abel, epoch: 1, silent: true };
      }),
      stations: stations.map((one) => (one.id === 'centre' ? { ...one, urgent: true } : one)),
    },
  };
}

const waits = (size: number, p50Min: number, p90Min: number) => ({
  ...{ size, p50Ms: p50Min * MINUTE_MS, p90Ms: p90Min * MINUTE_MS },
});

const TODAY: HelpToday = {
  ...{ id: 'today', asked: 64, helped: 48, servedPercent: 86 },
  ...{ never: 143, once: 78, often: 19, guessedOnly: 3 },
  toClaim: waits(48, 2.5, 6.2),
  toArrival: waits(48, 3.2, 7.1),
  unheld: waits(48, 2.5, 6.5),
  gaveUp: waits(6, 5.4, 9),
  cutOff: waits(2, 8.1, 11.5),
  helpTime: waits(48, 3.8, 8.6),
  onHold: waits(9, 4, 5),
  overBell: waits(3, 1.5, 2.7),
  counts: {
    ...{ claimed: 51, 'out-of-order': 7, 'carried-over': 5, held: 3, bounced: 4, 'no-show': 1 },
    ...{ lapsed: 2, late: 14, neighbours: 6, leader: 2 },
    ...{ urgent: 2, 'urgent-leader': 1 },
  },
};

const LOADS: readonly HelpLoad[] = [
  {
    ...{ id: 'abel', name: 'Abel Ortiz', claims: 21, helpingMs: 84 * MINUTE_MS, students: 17 },
    interruptions: 2,
  },
  {
    ...{ id: 'rosa', name: 'Rosa Lindqvist', claims: 27, helpingMs: 103 * MINUTE_MS, students: 19 },
    interruptions: 0,
  },
];

const LESSONS: readonly LessonCalls[] = [
  { id: 'subject/math', subject: 'math', requests: 31, attempts: 210, perHundred: 15 },
  { id: 'subject/science', subject: 'science', requests: 9, attempts: 180, perHundred: 5 },
  {
    ...{ id: 'item/math/Systems of two equations', item: 'Systems of two equations' },
    ...{ subject: 'math', requests: 11, attempts: 36, perHundred: 31 },
  },
  {
    ...{ id: 'item/science/Ramps and motion', item: 'Ramps and motion', subject: 'science' },
    ...{ requests: 2, attempts: 7 },
  },
];

/** The bells of the day up to now: nothing was open at the first, one student was kept at the last. */
function bells(nowMs: number, tables: Scene['tables']): BellCalls[] {
  const begun = (tables.blocks ?? []).filter(({ startMs }) => startMs < nowMs).slice(1);
  return begun.map(({ id, schedule, startMs }, at) => ({
    ...{ id, schedule, block: id, atMs: startMs, carried: at * 3, parked: at, ended: 0 },
    ...(at === begun.length - 1
      ? { kept: 2, overMs: 4 * MINUTE_MS, longestMs: 3 * MINUTE_MS }
      : { kept: 0, overMs: 0, longestMs: 0 }),
  }));
}
