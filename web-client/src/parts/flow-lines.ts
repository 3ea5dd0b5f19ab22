// Who is on the way between rooms, as lines of the floor map.
import type { Frame } from '../wire/views';
import { bendOf, bentPath } from './bent-line';
import type { Box, Fit, Point } from './floor-map';

/** How many are on the way from one room to another. */
export type FlowLine = {
  readonly id: string;
  readonly from: Frame;
  readonly to: Frame;
  readonly open: number;
};

export type PlacedLine = {
  readonly id: string;
  /** Of a path, from one room to the other. */
  readonly d: string;
  readonly widthPx: number;
  readonly label: Point;
  readonly open: number;
};

/** A class on its way is a broad line, one straggler a thin one. */
const MIN_PX = 1.5;
const STUDENT_PX = 0.6;
const MAX_PX = 9;
/** From a room's centre to its wall: there a line begins and ends, clear of both. */
const REACH = 0.62;
/** How far a line bends, so that the one the other way does not lie on it. */
const BEND = 0.14;

/** Lines between rooms, the wider the more are on the way. */
export function placeLines(flows: readonly FlowLine[], fit: Fit): PlacedLine[] {
  return flows.map(({ id, from, to, open }) => {
    const [start, end] = [fit.box(from), fit.box(to)];
    const a = towards(start, centreOf(end));
    const b = towards(end, centreOf(start));
    const bend = bendOf(a, b, BEND);
    return {
      ...{ id, open },
      d: bentPath(a, bend, b, 1),
      widthPx: Math.min(MAX_PX, MIN_PX + STUDENT_PX * open),
      label: { x: (a.x + b.x) / 4 + bend.x / 2, y: (a.y + b.y) / 4 + bend.y / 2 },
    };
  });
}

function centreOf({ x, y, w, h }: Box): Point {
  return { x: x + w / 2, y: y + h / 2 };
}

/** The point of a room from which one leaves it for another. */
function towards(room: Box, other: Point): Point {
  const centre = centreOf(room);
  const [dx, dy] = [other.x - centre.x, other.y - centre.y];
  const wall = Math.min(
    dx === 0 ? Infinity : room.w / 2 / Math.abs(dx),
    dy === 0 ? Infinity : room.h / 2 / Math.abs(dy),
    1,
  );
  return { x: centre.x + dx * wall * REACH, y: centre.y + dy * wall * REACH };
}
