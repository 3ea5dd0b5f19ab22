// Where everything stands on the floor map: metres of the school in, pixels of the screen out.
import type { Dot, Frame, Room, Seat, Station } from '../wire/views';

export type Box = { x: number; y: number; w: number; h: number };
export type Point = { x: number; y: number };

/** Space round the outermost wall, in pixels. */
const MARGIN_PX = 8;
const DOT_MIN_PX = 2.5;
const DOT_MAX_PX = 8;
/** Dots of a small crowd stand together rather than spread over the room. */
const STEP_MAX_PX = 23;
/** From the wall to the grid: in line with the badge. */
const GRID_INSET_PX = 8;

/** Fits the school's metres into a screen's pixels, without stretching. */
export class Fit {
  readonly pxPerM: number;
  readonly #left: number;
  readonly #top: number;

  constructor(bounds: Box, widthPx: number, heightPx: number) {
    this.pxPerM = Math.max(
      0.01,
      Math.min((widthPx - 2 * MARGIN_PX) / bounds.w, (heightPx - 2 * MARGIN_PX) / bounds.h),
    );
    this.#left = (widthPx - bounds.w * this.pxPerM) / 2 - bounds.x * this.pxPerM;
    this.#top = (heightPx - bounds.h * this.pxPerM) / 2 - bounds.y * this.pxPerM;
  }

  point(x: number, y: number): Point {
    return { x: this.#left + x * this.pxPerM, y: this.#top + y * this.pxPerM };
  }

  box(frame: Frame): Box {
    return {
      ...this.point(frame.x, frame.y),
      w: frame.w * this.pxPerM,
      h: frame.h * this.pxPerM,
    };
  }
}

/** The least box round all outlines and places; absent while no room has a place on the floor. */
export function boundsOf(rooms: Iterable<Room>, stations: Iterable<Station>): Box | undefined {
  const frames = [
    ...[...rooms].flatMap((room) => room.outline ?? []),
    ...[...stations].flatMap((station) => station.place ?? []),
  ];
  if (frames.length === 0) {
    return undefined;
  }
  const x = Math.min(...frames.map((frame) => frame.x));
  const y = Math.min(...frames.map((frame) => frame.y));
  const right = Math.max(...frames.map((frame) => frame.x + frame.w));
  const bottom = Math.max(...frames.map((frame) => frame.y + frame.h));
  return { x, y, w: Math.max(1, right - x), h: Math.max(1, bottom - y) };
}

/** How a dot looks. Grey is normal; filled with the colour of time is not. */
export type DotLook = 'here' | 'due' | 'late' | 'missing' | 'elsewhere';

/** Absent for those who are rightly not on the floor. */
export function lookOf(dot: Dot): DotLook | undefined {
  switch (dot.arrival) {
    case 'arrived':
    case 'staying':
      return 'here';
    case 'expected':
    case 'prompted':
      return 'due';
    case 'late':
    case 'missing':
    case 'elsewhere':
      return dot.arrival;
    case 'excused':
    case 'departed':
      return undefined;
  }
}

export type PlacedDot = Point & { id: string; look: DotLook; r: number };

export type Floor = {
  stations: ReadonlyMap<string, Station>;
  seats: ReadonlyMap<string, Seat>;
  dots: readonly Dot[];
  /** Dots of students whose devices are gone. */
  silent?: ReadonlyMap<string, unknown>;
  /** Where stations are drawn; one that is not drawn has its own place. */
  places?: ReadonlyMap<string, Frame>;
};

/**
 * Every dot with its place: on its seat where it has one there, else in the station's grid, in
 * the order of ids so that nobody jumps when a neighbour arrives. `labelPx` is the height of a
 * station's words, which no dot without a seat may stand on.
 */
export function placeDots(
  { stations, seats, dots, places }: Floor,
  fit: Fit,
  labelPx: (station: string) => number,
): PlacedDot[] {
  const seatPx = Math.min(
    DOT_MAX_PX,
    Math.max(DOT_MIN_PX, nearest(seats.values()) * 0.34 * fit.pxPerM),
  );
  const placed: PlacedDot[] = [];
  const standing = new Map<string, { id: string; look: DotLook }[]>();
  for (const dot of dots) {
    const look = lookOf(dot);
    if (look === undefined) {
      continue;
    }
    const seat = dot.at === undefined ? seatOf(dot, seats) : undefined;
    if (seat !== undefined) {
      placed.push({ id: dot.id, look, r: seatPx, ...fit.point(seat.x, seat.y) });
      continue;
    }
    const where = dot.at ?? dot.station;
    const there = standing.get(where);
    if (there === undefined) {
      standing.set(where, [{ id: dot.id, look }]);
    } else {
      there.push({ id: dot.id, look });
    }
  }
  for (const [id, crowd] of standing) {
    const station = stations.get(id);
    const place = places?.get(id) ?? station?.place;
    if (station !== undefined && place !== undefined) {
      placed.push(...inGrid(crowd, station, fit.box(place), labelPx(id)));
    }
  }
  // The order of the document decides what is redrawn when one moves: keep it the order of ids.
  return placed.sort((one, other) => byId(one.id, other.id));
}

function inGrid(
  crowd: { id: string; look: DotLook }[],
  station: Station,
  place: Box,
  labelPx: number,
): PlacedDot[] {
  const area = gridArea(place, labelPx);
  if (area.h < 2 * DOT_MAX_PX) {
    return []; // Words fill the place: the numbers say it, and no dot hides under them.
  }
  const spots = Math.max(crowd.length, Math.min(station.hardCap, 2 * crowd.length), 1);
  const columns = Math.max(1, Math.min(spots, Math.ceil(Math.sqrt((spots * area.w) / area.h))));
  const rows = Math.ceil(spots / columns);
  const step = Math.min(area.w / columns, area.h / rows, STEP_MAX_PX);
  return crowd
    .sort((one, other) => byId(one.id, other.id))
    .map(({ id, look }, index) => ({
      id,
      look,
      r: Math.min(DOT_MAX_PX, Math.max(DOT_MIN_PX, step * 0.36)),
      x: area.x + ((index % columns) + 0.5) * step,
      y: area.y + (Math.floor(index / columns) + 0.5) * step,
    }));
}

/** The part of a place below its words. */
function gridArea(place: Box, labelPx: number): Box {
  const inset = Math.min(GRID_INSET_PX, place.w / 10);
  return {
    x: place.x + inset,
    y: place.y + labelPx,
    w: Math.max(1, place.w - 2 * inset),
    h: place.h - labelPx - inset,
  };
}

/** A dot names its seat by the seat's id, or by its label at the dot's station. */
function seatOf(dot: Dot, seats: ReadonlyMap<string, Seat>): Seat | undefined {
  return dot.seat === undefined
    ? undefined
    : (seats.get(dot.seat) ?? seats.get(`${dot.station}/${dot.seat}`));
}

/** Least distance between a seat and the one after it, in metres; what dots may fill of it. */
function nearest(seats: Iterable<Seat>): number {
  let least = 1;
  let before: Seat | undefined;
  for (const seat of seats) {
    if (before?.station === seat.station) {
      const apart = Math.hypot(seat.x - before.x, seat.y - before.y);
      least = apart > 0 ? Math.min(least, apart) : least;
    }
    before = seat;
  }
  return least;
}

/** Ids are numbers of the day: 9 before 10. */
function byId(one: string, other: string): number {
  return Number(one) - Number(other) || (one < other ? -1 : one > other ? 1 : 0);
}

/** Half the height of a row of seats as drawn. */
const SEAT_HALF_PX = 7;

/**
 * How far below the top of a station its words stand, so that they cover no seat: above the first
 * row where there is room, else in the widest aisle.
 */
export function labelTopPx(place: Box, seats: readonly Seat[], fit: Fit, wordsPx: number): number {
  const rows = [...new Set(seats.map(({ x, y }) => fit.point(x, y).y))].sort((a, b) => a - b);
  const edges = [place.y, ...rows.flatMap((y) => [y - SEAT_HALF_PX, y + SEAT_HALF_PX])];
  edges.push(place.y + place.h);
  let best = { top: place.y, gap: -Infinity };
  for (let at = 0; at < edges.length; at += 2) {
    const top = edges[at] ?? place.y;
    const gap = (edges[at + 1] ?? top) - top;
    if (at === 0 && gap >= wordsPx) {
      return 0;
    }
    best = gap > best.gap ? { top: top + (gap - wordsPx) / 2, gap } : best;
  }
  return Math.max(0, best.top - place.y);
}
