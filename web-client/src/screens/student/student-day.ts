/** What a student is shown, worked out from the plan and the moment. Pure. */
import type { Moment, PlannedStop } from '../../store/day-plan';
import type { Way } from '../../parts/way';
import { wayOn } from '../../parts/way';
import type { Arrival, OwnCall, Room } from '../../wire/views';

/** Which face the screen wears. `move` is the full-screen card; `stop` the two cards; `off` a day
 * without school. */
export type Face = 'none' | 'off' | 'before' | 'move' | 'stop' | 'gap' | 'done' | 'paused';

export type StudentDay = {
  readonly face: Face;
  readonly now: PlannedStop | undefined;
  readonly next: PlannedStop | undefined;
  /** The next stop is where she already is. */
  readonly stays: boolean;
  /** Here, excused from coming, or where an adult said: there is nothing to report. */
  readonly settled: boolean;
};

/** States in which she has nothing to report. `departed` belongs to a stop that is over. */
const SETTLED: ReadonlySet<Arrival> = new Set<Arrival>([
  'arrived',
  'staying',
  'excused',
  'departed',
]);

/** `seen` holds the blocks whose move card she has put away; `closed` says that the day is. */
export function studentDay(
  plan: readonly PlannedStop[],
  moment: Moment,
  nowMs: number,
  seen: ReadonlySet<string>,
  closed: boolean,
): StudentDay {
  const now = plan.find((one) => one.block.id === moment.block?.id);
  const fromMs = moment.block?.startMs ?? nowMs;
  const next = plan.find((one) => one.block.startMs > fromMs);
  const settled =
    now === undefined || SETTLED.has(now.stop.arrival) || now.stop.borrowed !== undefined;
  const stays = now !== undefined && next !== undefined && samePlace(now, next);
  const away = !settled && !seen.has(now.block.id);
  return { face: face(plan, moment, away, closed), now, next, stays, settled };
}

function face(plan: readonly PlannedStop[], moment: Moment, away: boolean, closed: boolean): Face {
  if (closed || moment.phase === 'done') return 'done';
  if (moment.phase === 'none') return 'off';
  if (plan.length === 0) return 'none';
  if (moment.paused) return 'paused';
  switch (moment.phase) {
    case 'before':
    case 'gap':
      return moment.phase;
    case 'move':
    case 'settle':
      return away ? 'move' : 'stop';
    case 'work':
    case 'warn':
      return 'stop';
  }
}

/** From when until when she is where she is now. */
export type HereTime = { readonly startMs: number; readonly endMs: number };

/** A call-up that has an end of its own ends then, whatever the block does. */
export function hereTime({ stop, block }: PlannedStop, calls: readonly OwnCall[]): HereTime {
  const called = stop.why === 'call-up' || stop.why === 'appointment';
  const call = called
    ? calls.find((one) => one.state === 'now' && one.station === stop.station)
    : undefined;
  return call?.untilMs === undefined
    ? { startMs: block.startMs, endMs: block.endMs }
    : { startMs: call.fromMs, endMs: call.untilMs };
}

function samePlace(one: PlannedStop, other: PlannedStop): boolean {
  return one.stop.station === other.stop.station && one.stop.code === other.stop.code;
}

/** From the stop before to this one, on the walls of the building. */
export function wayToStop(
  rooms: Iterable<Room>,
  plan: readonly PlannedStop[],
  now: PlannedStop | undefined,
): Way | undefined {
  if (now === undefined) return undefined;
  const before = plan.filter((one) => one.block.startMs < now.block.startMs).at(-1);
  const walls = [...rooms].flatMap((room) => room.outline ?? []);
  return wayOn(walls, before?.stop.spot, now.stop.spot);
}
