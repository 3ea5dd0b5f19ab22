/**
 * A made-up school day as canned rows, so that screens can be looked at and tested without a
 * server.
 */
import type { TableRows } from '../../src/wire/views';
import type {
  Arrival,
  Badge,
  Block,
  Call,
  Frame,
  HelperMe,
  OwnHelp,
  Phase,
  Room,
  RosterRow,
  Seat,
  Stop,
  Why,
} from '../../src/wire/views';

/** 08:15 in the school on a Monday. */
export const DAY_START_MS = Date.parse('2026-09-14T15:15:00Z');
const MINUTE = 60_000;
const BLOCK_MIN = 35;
const BLOCKS = 8;

export const at = (minutes: number): number => DAY_START_MS + minutes * MINUTE;

const places = [
  ['C12', 'Learning centre', 'Reading, unit 4', 2, 2, 'C', undefined, '12'],
  ['D4', 'Workshop', 'Fractions with cubes', 3, 3, 'D', 'Mr. Lee', undefined],
  ['A2', 'Quiet room', 'Writing: my street', 0, 0, 'A', 'Rosa Lindqvist', undefined],
  ['C12', 'Learning centre', 'Algebra, unit 2', 2, 2, 'C', undefined, '12'],
  ['F1', 'Science lab', 'Water and salt', 5, 5, 'F', 'Abel Ortiz', '1'],
  ['B7', 'Art room', 'Clay', 1, 1, 'B', 'Ms. Ndiaye', undefined],
  ['C12', 'Learning centre', 'Spanish, lesson 9', 2, 2, 'C', undefined, '12'],
  ['E3', 'Seminar', 'Mentor talk', 4, 4, 'E', 'Rosa Lindqvist', undefined],
] as const;

export const blocks: readonly Block[] = places.map((_, order) => ({
  id: `main/b${order + 1}`,
  schedule: 'main',
  name: `Block ${order + 1}`,
  kind: 'rotation',
  order,
  startMs: at(order * BLOCK_MIN),
  endMs: at((order + 1) * BLOCK_MIN),
  plannedStartMs: at(order * BLOCK_MIN),
  plannedEndMs: at((order + 1) * BLOCK_MIN),
  anchorStart: order === 0,
  anchorEnd: order === BLOCKS - 1,
}));

const phases: readonly { phase: Phase; min: number; bell?: 'move' | 'tardy' | 'warning' }[] = [
  { phase: 'move', min: 0, bell: 'move' },
  { phase: 'settle', min: 3 },
  { phase: 'work', min: 4, bell: 'tardy' },
  { phase: 'warn', min: 33, bell: 'warning' },
];

const agenda = [
  ...blocks.flatMap((block) =>
    phases.map(({ phase, min, bell }) => {
      const atMs = block.startMs + min * MINUTE;
      const row = { id: `${block.id}/${phase}`, schedule: 'main', block: block.id, phase, atMs };
      if (bell === undefined) return row;
      return { ...row, bell: { id: `${block.id}/${bell}`, kind: bell, atMs, sounds: true } };
    }),
  ),
  { id: 'main/done', schedule: 'main', phase: 'done' as const, atMs: at(BLOCKS * BLOCK_MIN) },
];

const badge = (letter: string, colour: number, shape: number): Badge => ({ letter, colour, shape });

/** Where the rooms of these days are, in metres. */
const PLACES: Readonly<Record<string, Frame>> = {
  A: { x: 0, y: 0, w: 12, h: 9 },
  B: { x: 12, y: 0, w: 12, h: 9 },
  E: { x: 24, y: 0, w: 12, h: 9 },
  C: { x: 0, y: 12, w: 24, h: 14 },
  D: { x: 24, y: 12, w: 12, h: 14 },
  F: { x: 36, y: 0, w: 12, h: 26 },
};

/** A seat of the large room stands a little to the right. */
function middle({ x, y, w, h }: Frame, seat: string | undefined): { x: number; y: number } {
  return { x: x + w * (seat === undefined ? 0.5 : 0.7), y: y + h / 2 };
}

const walls: readonly Room[] = Object.entries(PLACES).map(([id, outline]) => ({
  id,
  name: id,
  outline,
}));

function stops(nowMs: number, arrival: Arrival): Stop[] {
  return places.map(([code, place, activity, colour, shape, letter, adult, seat], order) => {
    const block = blocks[order];
    if (block === undefined) throw new Error('a block for every place');
    const over = block.endMs <= nowMs;
    const current = !over && block.startMs <= nowMs;
    return {
      id: block.id,
      block: block.id,
      station: code,
      room: letter,
      code,
      place,
      badge: badge(letter, colour, shape),
      activity,
      arrival: over ? 'departed' : current ? arrival : 'expected',
      why: 'plan' as const,
      changed: order === 2,
      ...(order === 2 ? { wasCode: 'B7' } : {}),
      ...(adult === undefined ? {} : { adult }),
      ...(seat === undefined ? {} : { seat }),
      ...(PLACES[letter] === undefined ? {} : { spot: middle(PLACES[letter], seat) }),
    };
  });
}

function common(paused: boolean, nowMs: number): TableRows {
  const day = {
    id: 'day' as const,
    school: 'Yuma',
    date: '2026-09-14',
    zone: 'America/Phoenix',
    dayType: 'Regular',
    state: 'open' as const,
    demo: true,
    speed: 1,
  };
  const schedule = { id: 'main', name: 'Bells of the house', version: 4, offPlanMs: 0 };
  return {
    day: [day],
    schedules: [
      paused
        ? { ...schedule, state: 'paused', pausedAtMs: nowMs }
        : { ...schedule, state: 'running' },
    ],
    blocks,
    agenda: paused ? agenda.filter((row) => row.atMs <= nowMs) : agenda,
  };
}

export type StudentFacts = {
  readonly arrival?: Arrival;
  readonly help?: Partial<OwnHelp>;
  /** What waits for another lesson, in her words. */
  readonly parked?: readonly (string | undefined)[];
  readonly mode?: 'young' | 'standard' | 'compact';
  readonly paused?: boolean;
  readonly noPlan?: boolean;
};

export function studentTables(nowMs: number, facts: StudentFacts): TableRows {
  const help: OwnHelp = {
    id: 'h1',
    state: 'waiting',
    kind: 'work',
    askedAtMs: nowMs - 2 * MINUTE,
    ahead: 2,
    version: 1,
    ...facts.help,
  };
  return {
    ...common(facts.paused === true, nowMs),
    me: [
      { id: 'me', person: 'mira-k', name: 'Mira K.', mode: facts.mode ?? 'standard', sound: 'on' },
    ],
    rooms: walls,
    stops: facts.noPlan === true ? [] : stops(nowMs, facts.arrival ?? 'arrived'),
    help: [...(facts.parked ?? []).map(parked), ...(facts.help === undefined ? [] : [help])],
  };
}

function parked(text: string | undefined, number: number): OwnHelp {
  const about = text === undefined ? {} : { text };
  const asked = { state: 'deferred', kind: 'work', askedAtMs: at(number), version: 2 } as const;
  return { id: `p${number}`, ...asked, ...about };
}

const rooms = [
  { id: 'C', name: 'Learning centre', badge: badge('C', 2, 2), mine: true, outline: place('C') },
  { id: 'D', name: 'Workshop', badge: badge('D', 3, 3), mine: true, outline: place('D') },
];

function place(letter: string): Frame {
  const found = PLACES[letter];
  if (found === undefined) throw new Error(`no room ${letter}`);
  return found;
}

/** Four rows of seven. */
const seats: readonly Seat[] = Array.from({ length: 28 }, (_, at) => ({
  id: `C/${at + 1}`,
  station: 'C',
  label: `${at + 1}`,
  x: 2.5 + (at % 7) * 3.2,
  y: 15.5 + Math.floor(at / 7) * 2.8,
}));

const names =
  'Mira K.,Diego P.,Amélie T.,Jun P.,Ada L.,Noor S.,Tomás R.,Wren B.,Ines F.,Kofi A.,Lena V.';

export type HelperFacts = {
  readonly hands?: number;
  readonly mine?: 'claimed' | 'helping';
  readonly duty?: 'on' | 'away' | 'off';
  readonly hoursOver?: true;
  /** How single calls stand, by their place in the list. */
  readonly standing?: Readonly<Record<number, Partial<Call['standing']>>>;
  readonly why?: Readonly<Record<number, Why>>;
  readonly state?: Readonly<Record<number, Call['state']>>;
  /** The first so many are hers together. */
  readonly group?: number;
  readonly lost?: HelperMe['lost'];
  /** Who is due here and kept elsewhere, by her place on the roster. */
  readonly kept?: Readonly<Record<number, RosterRow['kept']>>;
};

export function helperTables(nowMs: number, facts: HelperFacts): TableRows {
  const students = names.split(',');
  const kinds = ['work', 'equipment', 'work', 'person', 'urgent'] as const;
  const lines = ['I do not get step three', undefined, undefined, 'About my project', undefined];
  const calls: Call[] = Array.from({ length: facts.hands ?? 5 }, (_, order) => {
    const workshop = order % 4 === 3;
    const line = lines[order % lines.length];
    const mine = facts.mine !== undefined && order < (facts.group ?? 1);
    const other = order === 2 && !mine && facts.state?.[order] === undefined;
    const id = `h${order}`;
    const call: Call = {
      id,
      order,
      state:
        facts.state?.[order] ?? (mine ? (facts.mine ?? 'claimed') : other ? 'claimed' : 'waiting'),
      kind: kinds[order % kinds.length] ?? 'work',
      student: { id: `s${order}`, name: students[order % students.length] ?? '' },
      station: workshop ? 'D4' : 'C',
      room: workshop ? 'D' : 'C',
      code: workshop ? 'D4' : `C${12 + order}`,
      place: workshop ? 'Workshop' : 'Learning centre',
      badge: workshop ? badge('D', 3, 3) : badge('C', 2, 2),
      activity: workshop ? 'Fractions with cubes' : 'Reading, unit 4',
      waited: { ms: MINUTE, sinceMs: nowMs - (5.5 - order) * MINUTE },
      helpsToday: order % 3,
      epoch: 1,
      version: 1,
      mine,
      ...(facts.why?.[order] === undefined ? {} : { why: facts.why[order] }),
      standing: {
        lane: 'normal',
        level: order === 0 || order === 1 ? 1 : 0,
        ...(mine && (facts.group ?? 1) > 1 ? { huddle: 'the round table by the door' } : {}),
        ...facts.standing?.[order],
      },
      ...(line === undefined ? {} : { text: line }),
      ...(mine ? { claimedAtMs: nowMs - 0.7 * MINUTE } : {}),
      ...(mine && facts.mine === 'helping' ? { helpingSinceMs: nowMs - 0.4 * MINUTE } : {}),
      ...(other ? { owner: { id: 'rosa', name: 'Rosa Lindqvist' } } : {}),
    };
    return call;
  });
  const arrivals: readonly Arrival[] = ['arrived', 'arrived', 'prompted', 'arrived', 'late'];
  return {
    ...common(false, nowMs),
    me: [
      {
        ...{ id: 'me', person: 'abel', name: 'Abel Ortiz', rooms: ['C', 'D'] },
        duty: facts.duty ?? 'on',
        ...(facts.lost === undefined ? {} : { lost: facts.lost }),
        ...(facts.hoursOver ? { hoursOver: true } : {}),
      },
    ],
    rooms,
    seats,
    stations: [
      station('C', 'Learning centre', badge('C', 2, 2)),
      station('D4', 'Workshop', badge('D', 3, 3)),
    ],
    help: calls,
    helpers: [
      { id: 'rosa', name: 'Rosa Lindqvist', role: 'teacher', duty: 'on', rooms: ['C'] },
      { id: 'nina', name: 'Nina Park', role: 'paraprofessional', duty: 'away', rooms: ['D'] },
    ],
    roster: Array.from({ length: 22 }, (_, at) => ({
      id: `s${at}`,
      name: students[at % students.length] ?? '',
      station: at < 14 ? 'C' : 'D4',
      ...(at < 14 ? { seat: `${1 + at}` } : {}),
      code: at < 14 ? `C${1 + at}` : 'D4',
      arrival:
        facts.kept?.[at] === undefined ? (arrivals[at % arrivals.length] ?? 'arrived') : 'staying',
      ...(facts.kept?.[at] === undefined ? {} : { kept: facts.kept[at] }),
    })),
  };
}

function station(id: string, name: string, mark: Badge) {
  return {
    id,
    room: mark.letter,
    name,
    kind: 'centre',
    badge: mark,
    status: 'open' as const,
    softCap: 28,
    hardCap: 32,
    place: place(mark.letter),
  };
}
