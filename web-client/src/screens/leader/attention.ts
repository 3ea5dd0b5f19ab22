// What needs a leader, and in which order. How long a call may wait is for the queue to say.
import { waitedMin } from '../../parts/waited';
import type { Alert, Dot, Helper, Phase, Station } from '../../wire/views';

/** The last alarm of a call: it is the leader's. */
const LEADER = 3;
/** After the move bell; until then everybody is rightly on the way. */
export const SETTLE_MIN = 3;
/** A station is unsettled while less than this share of those due is there. */
const SETTLED_SHARE = 0.9;
/** So many devices that went silent at one station are no accident of one of them. */
const DEVICES_MIN = 4;
/** And at least this share of those who are there. */
const DEVICES_SHARE = 0.5;
/** More than seven is a list nobody reads while walking. */
export const ATTENTION_MAX = 7;

const MINUTE_MS = 60_000;

/** `alert` carries the octagon; `look` is amber. */
export type Level = 'alert' | 'look';
export type ConcernKind =
  'urgent' | 'over' | 'no-adult' | 'wait' | 'no-room' | 'devices' | 'unseen' | 'unsettled';
export type Concern = {
  readonly id: string;
  readonly kind: ConcernKind;
  readonly level: Level;
  readonly station: Station;
  /** Students over the limit, unseeing, not here or without their device, minutes waited; 0 where
   * there is no number. */
  readonly amount: number;
};

export type FloorNow = {
  readonly nowMs: number;
  /** The same while nothing is paused; it stands where the schedule does. */
  readonly standingMs: number;
  /** For all to see: what is urgent is between the student and adults. */
  readonly wall: boolean;
  readonly phase: Phase | 'before' | 'none';
  /** When the block's move bell rang. */
  readonly blockStartMs: number | undefined;
  readonly stations: readonly Station[];
  readonly dots: readonly Dot[];
  /** Dots of students whose devices are gone. */
  readonly silent: ReadonlyMap<string, unknown>;
  readonly helpers: readonly Helper[];
  readonly alerts: readonly Alert[];
};

/** Every concern of the floor, the gravest first. */
export function concernsOf(floor: FloorNow): Concern[] {
  const covered = coveredRooms(floor.helpers);
  const absent = notHere(floor.dots);
  const gone = floor.silent.size === 0 ? NO_DEVICES : silentDevices(floor.dots, floor.silent);
  return floor.stations
    .flatMap((station) => [
      ...(floor.wall ? [] : urgent(station)),
      ...over(station),
      ...noAdult(station, covered, floor),
      ...wait(station, floor),
      ...raised(station, floor.alerts),
      ...devices(station, gone.get(station.id)),
      ...unsettled(station, absent.get(station.id), floor),
    ])
    .sort(graver);
}

/** The gravest concern of each station, for its tile. */
export function worstByStation(concerns: Concern[]): Map<string, Concern> {
  const worst = new Map<string, Concern>();
  for (const concern of concerns) {
    if (!worst.has(concern.station.id)) {
      worst.set(concern.station.id, concern);
    }
  }
  return worst;
}

const ORDER: Record<ConcernKind, number> = {
  urgent: 0,
  over: 1,
  'no-adult': 2,
  wait: 3,
  'no-room': 4,
  devices: 5,
  unseen: 6,
  unsettled: 7,
};

function graver(one: Concern, other: Concern): number {
  return (
    Number(other.level === 'alert') - Number(one.level === 'alert') ||
    ORDER[one.kind] - ORDER[other.kind] ||
    other.amount - one.amount ||
    one.station.name.localeCompare(other.station.name)
  );
}

function urgent(station: Station): Concern[] {
  return station.urgent === true ? [concern('urgent', 'alert', station, 0)] : [];
}

function over(station: Station): Concern[] {
  const amount = overBy(station);
  return amount > 0 ? [concern('over', 'alert', station, amount)] : [];
}

/** How many more are there in the flesh than may be; 0 while they fit. */
export function overBy({ bodies, arrived, hardCap }: Station): number {
  return Math.max(0, (bodies ?? arrived ?? 0) - hardCap);
}

function noAdult(station: Station, covered: ReadonlySet<string>, floor: FloorNow): Concern[] {
  const alone =
    inBlock(floor.phase) &&
    (station.arrived ?? 0) > 0 &&
    station.adult === undefined &&
    !covered.has(station.room);
  return alone ? [concern('no-adult', 'alert', station, 0)] : [];
}

function wait(station: Station, floor: FloorNow): Concern[] {
  const { level = 0, longest } = station;
  return level === 0
    ? []
    : [
        concern(
          'wait',
          level >= LEADER ? 'alert' : 'look',
          station,
          waitedMin(longest, floor.nowMs),
        ),
      ];
}

/** What the floor itself asks staff to look after, one concern of a kind a station. */
function raised(station: Station, alerts: readonly Alert[]): Concern[] {
  const here = alerts.filter((alert) => alert.station === station.id);
  const unseen = here.filter(({ kind }) => kind === 'unseen-change').length;
  return [
    ...(here.some(({ kind }) => kind === 'no-room')
      ? [concern('no-room', 'look', station, 0)]
      : []),
    ...(unseen > 0 ? [concern('unseen', 'look', station, unseen)] : []),
  ];
}

type Devices = { there: number; gone: number };
const NO_DEVICES: ReadonlyMap<string, Devices> = new Map();

/** Many devices gone at once at one place: the network there, a charging cart, a power strip. */
function devices(station: Station, at: Devices | undefined): Concern[] {
  return at !== undefined && at.gone >= DEVICES_MIN && at.gone >= at.there * DEVICES_SHARE
    ? [concern('devices', 'look', station, at.gone)]
    : [];
}

/** Of those who are where they are due, how many devices are gone. */
function silentDevices(
  dots: readonly Dot[],
  silent: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Devices> {
  const by = new Map<string, Devices>();
  for (const { id, station, arrival } of dots) {
    if (arrival !== 'arrived' && arrival !== 'staying') continue;
    const at = by.get(station) ?? { there: 0, gone: 0 };
    at.there += 1;
    at.gone += silent.has(id) ? 1 : 0;
    by.set(station, at);
  }
  return by;
}

function unsettled(station: Station, absent: Tally | undefined, floor: FloorNow): Concern[] {
  if (!inBlock(floor.phase) || floor.blockStartMs === undefined || absent === undefined) {
    return [];
  }
  const settledBy = floor.blockStartMs + SETTLE_MIN * MINUTE_MS;
  const here = 1 - absent.missing / absent.due;
  return floor.standingMs >= settledBy && here < SETTLED_SHARE
    ? [concern('unsettled', 'look', station, absent.missing)]
    : [];
}

function concern(kind: ConcernKind, level: Level, station: Station, amount: number): Concern {
  return { id: `${kind}:${station.id}`, kind, level, station, amount };
}

function inBlock(phase: FloorNow['phase']): boolean {
  return phase === 'move' || phase === 'settle' || phase === 'work' || phase === 'warn';
}

function coveredRooms(helpers: readonly Helper[]): ReadonlySet<string> {
  return new Set(helpers.filter(({ duty }) => duty === 'on').flatMap(({ rooms }) => rooms));
}

type Tally = { due: number; missing: number };

/** Who is due where, and how many of them are not there. Those excused or gone are not due. */
function notHere(dots: readonly Dot[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { station, arrival } of dots) {
    if (arrival === 'excused' || arrival === 'departed') {
      continue;
    }
    const tally = tallies.get(station) ?? { due: 0, missing: 0 };
    tally.due += 1;
    tally.missing += arrival === 'arrived' || arrival === 'staying' ? 0 : 1;
    tallies.set(station, tally);
  }
  return tallies;
}
