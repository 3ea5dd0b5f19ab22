// A made-up school for looking at screens without a server: 240 students, 8 rooms, 11 blocks of 35
// minutes and a lunch that does not move. The same seed gives the same picture.
import type {
  AgendaRow,
  Arrival,
  Badge,
  Block,
  Counts,
  Departure,
  Dot,
  Frame,
  Room,
  Schedule,
  Seat,
  Settle,
  Station,
  TableRows,
} from '../../src/wire/views';

/** Where in block 3 the picture is taken, and what is wrong in it. */
export type Scene =
  | 'calm'
  | 'trouble'
  | 'move'
  | 'warn'
  | 'paused'
  | 'held'
  | 'drill'
  | 'extended'
  | 'before'
  | 'unmeasured'
  | 'done';

const MINUTE_MS = 60_000;
/** 14 September 2026, 8:00 in Yuma (UTC−7). */
const OPENS_MS = Date.UTC(2026, 8, 14, 15, 0);
const STUDENTS = 240;

type Plan = {
  id: string;
  room?: string;
  name: string;
  planned: number;
  cap: number;
  outline: Frame;
  place: Frame;
  adult?: string;
};

/** A place one metre inside its room's walls. */
function inside({ x, y, w, h }: Frame): Frame {
  return { x: x + 1, y: y + 1, w: w - 2, h: h - 2 };
}

function plan(id: string, name: string, outline: Frame, numbers: Partial<Plan>): Plan {
  return { id, name, outline, place: inside(outline), planned: 16, cap: 24, ...numbers };
}

const CENTRE: Frame = { x: 14, y: 10, w: 32, h: 16 };
const GYM: Frame = { x: 0, y: 28, w: 34, h: 8 };
const COMMONS: Frame = { x: 36, y: 28, w: 24, h: 8 };
const PLANS: Plan[] = [
  plan('centre', 'Learning Centre', CENTRE, { planned: 128, cap: 300, place: CENTRE }),
  plan('maths', 'Math Workshop', { x: 0, y: 0, w: 20, h: 8 }, { adult: 'Rosa Lind' }),
  plan('language', 'Literacy Workshop', { x: 20, y: 0, w: 20, h: 8 }, { adult: 'James Lee' }),
  plan('science', 'Science Lab', { x: 40, y: 0, w: 20, h: 8 }, { adult: 'Mei Chen', cap: 16 }),
  plan('history', 'Humanities Workshop', { x: 48, y: 10, w: 12, h: 16 }, { adult: 'Omar Soto' }),
  plan('workshop', 'Seminar Room', { x: 0, y: 10, w: 12, h: 16 }, { adult: 'Elise Roy' }),
  plan('gym', 'Gym', GYM, { cap: 36, adult: 'Kai Bell' }),
  plan('studio', 'Commons', COMMONS, {
    place: { x: 52, y: 29, w: 7, h: 6 },
    adult: 'Lucía Ortiz',
  }),
  plan('assembly', 'Assembly Hall', GYM, { room: 'gym', planned: 0, cap: 320 }),
  plan('dining', 'Dining', COMMONS, {
    room: 'studio',
    place: { x: 37, y: 29, w: 14, h: 6 },
    planned: 0,
    cap: 300,
  }),
];

const FIRST =
  'Aaliyah Abdirahman Adrian Amélie Bastien Beatriz Caleb Camila Daniela Diego Dominic Élodie Emma Esteban Fatima Felix Gabriela Hana Hugo Imani Isaac Jada Javier Joaquín Kenji Kira Lamar Leo Lina Lucía Malik Maya Mateo Mira Nadia Noah Olivia Omar Paloma Priya Quentin Rosa Rubén Sade Samuel Sofía Tariq Théo Uma Valentina Victor Wilhelmina Xavier Yara Yusuf Zoé'.split(
    ' ',
  );
const LAST = 'ABCDFGHJKLMNPRST'.split('');

export function school(scene: Scene): { nowMs: number; tables: TableRows } {
  const dice = random(42);
  const blocks = blocksOf();
  const running = blocks[2];
  if (running === undefined) throw new Error('the day has no third block');
  const nowMs = nowOf(scene, running, blocks);
  const seats = seatsOf();
  const dots = dotsOf(scene, seats, dice);
  const stations = stationsOf(scene, dots, nowMs);
  return {
    nowMs,
    tables: {
      day: [
        {
          id: 'day',
          school: 'Carpe Diem Yuma',
          date: '2026-09-14',
          zone: 'America/Phoenix',
          dayType: 'Regular day',
          state: 'open',
          demo: true,
          speed: 1,
        },
      ],
      schedules: [scheduleOf(scene, running, nowMs)],
      blocks,
      agenda: agendaOf(blocks).filter(({ atMs }) => atMs < standsAt(scene, running, nowMs)),
      rooms: PLANS.filter(({ room }) => room === undefined).map((plan, at): Room => ({
        id: plan.id,
        name: plan.name,
        badge: badgeOf(at),
        outline: plan.outline,
        ...(scene === 'unmeasured' && plan.id === 'gym' ? { unmeasured: true } : {}),
      })),
      stations,
      seats,
      dayTypes: [
        { id: 'regular', name: 'Regular day' },
        { id: 'early', name: 'Early release' },
        { id: 'assembly', name: 'Assembly day' },
      ],
      dots,
      counts: [
        scene === 'unmeasured'
          ? unmeasured(countsOf(dots, stations), dots)
          : countsOf(dots, stations),
      ],
      settle: scene === 'before' ? [] : settleOf(blocks.slice(0, 3), dots),
      helpers: ['Abel', 'Rosa', 'Nina', 'Tom', 'Ines', 'Paul'].map((name, at) => ({
        id: name.toLowerCase(),
        name,
        role: 'paraprofessional',
        duty: at === 5 ? ('off' as const) : ('on' as const),
        rooms:
          [['centre'], ['centre'], ['centre'], ['maths', 'language'], ['history'], ['workshop']][
            at
          ] ?? [],
      })),
      departures: departuresOf(blocks, dice),
    },
  };
}

/** Nothing of the agenda comes at or after this. */
function standsAt(scene: Scene, running: Block, nowMs: number): number {
  switch (scene) {
    case 'held':
      return running.endMs;
    case 'drill':
      return nowMs;
    default:
      return Infinity;
  }
}

function scheduleOf(scene: Scene, running: Block, nowMs: number): Schedule {
  const lunch = { block: 'main/lunch', edge: 'start' as const };
  const main = {
    id: 'main',
    name: 'Whole school',
    state: 'running' as const,
    version: 7,
    offPlanMs: scene === 'trouble' || scene === 'extended' ? 2 * MINUTE_MS : 0,
    anchor: { ...lunch, atMs: running.endMs + 70 * MINUTE_MS, slackMs: 30 * MINUTE_MS },
  };
  switch (scene) {
    case 'paused':
      return { ...main, state: 'paused', pausedAtMs: nowMs };
    case 'held':
      return { ...main, state: 'held', heldBlock: running.id };
    case 'drill':
      return {
        ...main,
        state: 'inserted',
        pausedAtMs: nowMs - 4 * MINUTE_MS,
        insert: { name: 'Fire drill', mode: 'evacuate', untilMs: nowMs + 11 * MINUTE_MS },
      };
    case 'extended':
      return {
        ...main,
        last: { word: 'extend', atMs: nowMs - 18_000, undoUntilMs: nowMs + 42_000 },
      };
    default:
      return main;
  }
}

function nowOf(scene: Scene, running: Block, blocks: Block[]): number {
  switch (scene) {
    case 'calm':
    case 'unmeasured':
    case 'paused':
    case 'drill':
    case 'extended':
      return running.startMs + 21 * MINUTE_MS + 7_000;
    case 'trouble':
      return running.startMs + 8 * MINUTE_MS;
    case 'move':
      return running.startMs + 70_000;
    case 'warn':
      return running.endMs - 101_000;
    case 'held':
      return running.endMs + 3 * MINUTE_MS + 20_000;
    case 'before':
      return OPENS_MS - 12 * MINUTE_MS;
    case 'done':
      return (blocks.at(-1)?.endMs ?? OPENS_MS) + 5 * MINUTE_MS;
  }
}

function blocksOf(): Block[] {
  const blocks: Block[] = [];
  let startMs = OPENS_MS;
  for (let order = 0; order < 12; order++) {
    const lunch = order === 5;
    const endMs = startMs + (lunch ? 30 : 35) * MINUTE_MS;
    blocks.push({
      id: `main/${lunch ? 'lunch' : `b${order < 5 ? order + 1 : order}`}`,
      schedule: 'main',
      name: lunch ? 'Lunch' : `Block ${order < 5 ? order + 1 : order}`,
      kind: lunch ? 'meal' : 'rotation',
      order,
      startMs,
      endMs,
      plannedStartMs: startMs,
      plannedEndMs: endMs,
      anchorStart: lunch,
      anchorEnd: lunch,
    });
    startMs = endMs;
  }
  return blocks;
}

function agendaOf(blocks: Block[]): AgendaRow[] {
  const rows = blocks.flatMap((block): AgendaRow[] => {
    const row = (
      phase: AgendaRow['phase'],
      atMs: number,
      kind?: 'move' | 'tardy' | 'warning',
    ): AgendaRow => ({
      id: `${block.id} ${phase}`,
      schedule: 'main',
      block: block.id,
      phase,
      atMs,
      ...(kind === undefined
        ? {}
        : { bell: { id: `${block.id} ${kind}`, kind, atMs, sounds: true } }),
    });
    return [
      row('move', block.startMs, 'move'),
      row('settle', block.startMs + 3 * MINUTE_MS),
      row('work', block.startMs + 4 * MINUTE_MS, 'tardy'),
      row('warn', block.endMs - 2 * MINUTE_MS, 'warning'),
    ];
  });
  const atMs = blocks.at(-1)?.endMs ?? OPENS_MS;
  return [
    ...rows,
    {
      id: 'main done',
      schedule: 'main',
      phase: 'done',
      atMs,
      bell: { id: 'main dismiss', kind: 'dismiss', atMs, sounds: true },
    },
  ];
}

function badgeOf(at: number): Badge {
  const room = PLANS[at]?.room;
  const number = room === undefined ? at : PLANS.findIndex(({ id }) => id === room);
  const badge = [2, 0, 1, 3, 4, 5, 7, 6][number] ?? 0;
  return { letter: 'ABCDEFGH'.charAt(badge), colour: badge, shape: badge };
}

/** Six islands of fifty seats. */
function seatsOf(): Seat[] {
  return Array.from({ length: 300 }, (_, at): Seat => {
    const island = Math.floor(at / 50);
    const row = Math.floor((at % 50) / 10);
    return {
      id: `centre/${at + 1}`,
      station: 'centre',
      label: `${at + 1}`,
      x: 15.3 + (island % 3) * 10.7 + (at % 10) * 0.9,
      y: (island < 3 ? 11.6 : 19.4) + row * 1.25,
    };
  });
}

function dotsOf(scene: Scene, seats: Seat[], dice: () => number): Dot[] {
  const due = PLANS.flatMap((plan) => Array.from({ length: plan.planned }, () => plan.id));
  return due.slice(0, STUDENTS).map((station, at): Dot => {
    const arrival = arrivalOf(scene, station, dice());
    const seat = station === 'centre' ? seats[(at * 7) % 300]?.label : undefined;
    const from = due[(at * 5) % due.length];
    return {
      id: `${at + 1}`,
      station,
      arrival,
      ...(from === undefined || from === station ? {} : { from }),
      ...(arrival === 'elsewhere' ? { at: 'studio' } : {}),
      ...(seat === undefined ? {} : { seat }),
    };
  });
}

function arrivalOf(scene: Scene, station: string, luck: number): Arrival {
  if (scene === 'before') return 'expected';
  if (scene === 'done') return 'departed';
  if (scene === 'unmeasured' && station === 'gym') return 'expected';
  if (luck < 0.02) return 'excused';
  if (scene === 'move') return luck < 0.45 ? 'arrived' : luck < 0.9 ? 'prompted' : 'expected';
  if (scene === 'trouble') {
    if (station === 'history' && luck < 0.35) return luck < 0.2 ? 'late' : 'missing';
    return luck < 0.04 ? 'late' : luck < 0.05 ? 'missing' : luck < 0.065 ? 'elsewhere' : 'arrived';
  }
  return luck < 0.03 ? 'staying' : 'arrived';
}

function stationsOf(scene: Scene, dots: Dot[], nowMs: number): Station[] {
  return PLANS.map((plan, at): Station => {
    const own = dots.filter(({ station }) => station === plan.id);
    const count = (arrival: Arrival) => own.filter((dot) => dot.arrival === arrival).length;
    const trouble = scene === 'trouble';
    const waiting = { centre: trouble ? 4 : 1, gym: trouble ? 1 : 0 }[plan.id] ?? 0;
    const oldestMs = { centre: (trouble ? 12 : 2) * MINUTE_MS, gym: 7 * MINUTE_MS }[plan.id] ?? 0;
    const alone = trouble && plan.id === 'studio';
    return {
      id: plan.id,
      room: plan.room ?? plan.id,
      name: plan.name,
      kind: 'room',
      badge: badgeOf(at),
      status: scene === 'trouble' && plan.id === 'workshop' ? 'draining' : 'open',
      softCap: plan.planned,
      hardCap: plan.cap,
      planned: plan.planned,
      arrived: count('arrived') + (trouble && plan.id === 'science' ? 3 : 0),
      late: count('late'),
      missing: count('missing'),
      elsewhere: count('elsewhere'),
      waiting,
      place: plan.place,
      level: waiting > 0 ? levelAt(oldestMs) : 0,
      ...(waiting > 0 ? { longest: { ms: 0, sinceMs: nowMs - oldestMs } } : {}),
      ...(plan.adult === undefined || alone ? {} : { adult: plan.adult }),
    };
  });
}

/** The first blocks went well; in the last one of them not all have arrived. */
function settleOf(blocks: readonly Block[], dots: readonly Dot[]): Settle[] {
  return blocks.map(({ id, startMs }, at): Settle => {
    const whole = at < blocks.length - 1;
    const planned = dots.filter(({ arrival }) => arrival !== 'excused' && arrival !== 'staying');
    const here = planned.filter(({ arrival }) => arrival === 'arrived').length;
    const share = whole ? 1 : here / planned.length;
    return {
      ...{ id, block: id, bellAtMs: startMs, planned: whole ? dots.length : planned.length },
      arrived: whole ? dots.length : here,
      ...(share >= 0.5 ? { p50Ms: 58_000 + at * 6_000 } : {}),
      ...(share >= 0.9 ? { p90Ms: 159_000 - at * 15_000 } : {}),
      ...(share === 1 ? { p100Ms: 221_000 - at * 30_000 } : {}),
      ...{ late: 4 - at, wrong: 3 - at, lostMs: (11 - at) * MINUTE_MS },
    };
  });
}

/** The alarms of a school that keeps the numbers it came with. */
function levelAt(waitedMs: number): number {
  return [4, 6, 10].filter((minutes) => waitedMs >= minutes * MINUTE_MS).length;
}

function countsOf(dots: Dot[], stations: Station[]): Counts {
  const count = (arrival: Arrival) => dots.filter((dot) => dot.arrival === arrival).length;
  const waiting = stations.reduce((sum, station) => sum + (station.waiting ?? 0), 0);
  const waits = stations.flatMap(({ longest }) => longest ?? []);
  const [longest] = waits.sort((one, two) => (one.sinceMs ?? 0) - (two.sinceMs ?? 0));
  return {
    id: 'all',
    students: dots.length,
    expected: count('expected'),
    prompted: count('prompted'),
    arrived: count('arrived'),
    late: count('late'),
    missing: count('missing'),
    elsewhere: count('elsewhere'),
    staying: count('staying'),
    excused: count('excused'),
    departed: count('departed'),
    unmeasured: 0,
    waiting,
    claimed: 1,
    helping: 2,
    onDuty: 5,
    ...(longest === undefined ? {} : { longest }),
  };
}

/** Nobody knows who has come to the gym. */
function unmeasured(counts: Counts, dots: Dot[]): Counts {
  const due = dots.filter(({ station, arrival }) => station === 'gym' && arrival === 'expected');
  return { ...counts, expected: counts.expected - due.length, unmeasured: due.length };
}

function departuresOf(blocks: Block[], dice: () => number): Departure[] {
  const names = new Set<string>();
  while (names.size < STUDENTS) {
    const first = FIRST[Math.floor(dice() * FIRST.length)] ?? '';
    const last = LAST[Math.floor(dice() * LAST.length)] ?? '';
    names.add(`${first} ${last}.`);
  }
  return [...names]
    .sort((one, other) => one.localeCompare(other))
    .map((name, slot): Departure => {
      const stops = blocks
        .filter(({ kind }) => kind === 'rotation')
        .map((block): [string, [string, string]] => {
          const at = Math.floor(dice() * PLANS.length);
          const plan = PLANS[at] ?? { id: 'centre' };
          return [block.id, [plan.id, `${badgeOf(at).letter}${1 + Math.floor(dice() * 40)}`]];
        });
      return {
        id: `${slot + 1}`,
        slot: slot + 1,
        name,
        stops: Object.fromEntries(stops),
        ...(dice() < 0.06 ? { changed: ['main/b3', 'main/b4'] } : {}),
      };
    });
}

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
