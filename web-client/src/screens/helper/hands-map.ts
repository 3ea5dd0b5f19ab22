/** Where the hands of a helper's rooms are on the plan, in pixels of the screen. Pure. */
import { type Fit, placeDots, type PlacedDot, type Point } from '../../parts/floor-map';
import type { Call, Dot, RosterRow, Seat, Station } from '../../wire/views';

export type MapFacts = {
  readonly stations: ReadonlyMap<string, Station>;
  readonly seats: ReadonlyMap<string, Seat>;
  readonly roster: Iterable<RosterRow>;
  readonly calls: readonly Call[];
};

export type HandMark = Point & {
  readonly id: string;
  readonly code: string;
  readonly look: 'waiting' | 'taken' | 'mine';
};

/** Between hands that are at one place without a seat. */
const BESIDE_PX = 40;
/** A finger that is no nearer to a hand than this means none. */
const REACH_PX = 48;

/** Who is due in her rooms, where she sits or stands. */
export function peopleOn(facts: MapFacts, fit: Fit, labelPx: number): PlacedDot[] {
  const dots = [...facts.roster]
    .filter(({ kept }) => kept === undefined)
    .map(({ id, station, seat, arrival }): Dot => {
      return { id, station, arrival, ...(seat === undefined ? {} : { seat }) };
    });
  return placeDots({ stations: facts.stations, seats: facts.seats, dots }, fit, () => labelPx);
}

/** At the student's own dot; otherwise beside one another at the place; hands of other rooms are on no
 * plan of hers. */
export function handsOn(facts: MapFacts, fit: Fit, people: readonly PlacedDot[]): HandMark[] {
  const spots = new Map(people.map(({ id, x, y }) => [id, { x, y }]));
  const beside = new Map<string, number>();
  return facts.calls.flatMap((call) => {
    const station = facts.stations.get(call.station);
    const seat = facts.seats.get(`${call.station}/${call.code.slice(call.badge.letter.length)}`);
    const seated = seat === undefined ? undefined : fit.point(seat.x, seat.y);
    const own = seated ?? (isThere(call, facts) ? spots.get(call.student.id) : undefined);
    const at = own ?? beneath(station, fit, beside);
    if (at === undefined) return [];
    const look = call.mine ? 'mine' : call.owner === undefined ? 'waiting' : 'taken';
    return [{ id: call.id, code: call.code, look, ...at }];
  });
}

function isThere(call: Call, { roster }: MapFacts): boolean {
  return [...roster].some(({ id, station }) => id === call.student.id && station === call.station);
}

function beneath(
  station: Station | undefined,
  fit: Fit,
  beside: Map<string, number>,
): Point | undefined {
  if (station?.place === undefined) return undefined;
  const box = fit.box(station.place);
  const before = beside.get(station.id) ?? 0;
  beside.set(station.id, before + 1);
  return { x: box.x + box.w / 2 + before * BESIDE_PX, y: box.y + box.h / 2 };
}

/** The hand a finger means. */
export function nearestHand(marks: readonly HandMark[], { x, y }: Point): string | undefined {
  const far = (mark: HandMark) => Math.hypot(mark.x - x, mark.y - y);
  const nearest = [...marks].sort((one, other) => far(one) - far(other))[0];
  return nearest !== undefined && far(nearest) <= REACH_PX ? nearest.id : undefined;
}

/** How far away a call is: hers, next door, or farther. */
export function distanceOf(
  call: Call,
  rooms: ReadonlyMap<string, { mine?: boolean | undefined; near?: boolean | undefined }>,
): 'near' | 'far' | undefined {
  const room = rooms.get(call.room);
  if (room === undefined || room.mine === true) return undefined;
  return room.near === true ? 'near' : 'far';
}
