/** The way from one place of the building to another, as a line on its plan. Pure. */
import type { Frame } from '../wire/views';
import { bendOf, bentPath } from './bent-line';
import type { Point } from './floor-map';

/** Space round the outermost wall, as a share of the plan's longer side. */
const MARGIN = 0.03;
/** How far the line bends, as a share of its length: so that it crosses no sign at its ends. */
const BEND = 0.18;
/** What the sign at its end covers, as a share of the plan's longer side. */
const SIGN = 0.07;
/** Of metres: a centimetre. */
const DIGITS = 2;

export type Way = {
  /** Walls, for a view box of the same metres. */
  readonly box: Frame;
  readonly walls: readonly Frame[];
  /** Where she is or was; absent when she is there, and when nobody knows. */
  readonly from?: Point;
  readonly to: Point;
  /** The line as a path, and how its arrow is turned, in degrees. */
  readonly line?: { readonly path: string; readonly tip: Point; readonly turn: number };
};

/** Absent where there is no plan to draw it on. */
export function wayOn(
  walls: readonly Frame[],
  from: Point | undefined,
  to: Point | undefined,
): Way | undefined {
  if (walls.length === 0 || to === undefined) return undefined;
  const box = boxOf([
    ...walls,
    ...[from, to].flatMap((one) => (one ? [{ ...one, w: 0, h: 0 }] : [])),
  ]);
  const side = Math.max(box.w, box.h);
  const length = from === undefined ? 0 : Math.hypot(to.x - from.x, to.y - from.y);
  if (from === undefined || length < side * SIGN * 1.5) return { box, walls, to };
  const bend = bendOf(from, to, BEND);
  const last = Math.hypot(to.x - bend.x, to.y - bend.y);
  const back = (side * SIGN) / last;
  const tip = { x: to.x + (bend.x - to.x) * back, y: to.y + (bend.y - to.y) * back };
  const path = bentPath(from, bend, tip, DIGITS);
  const turn = (Math.atan2(to.y - bend.y, to.x - bend.x) * 180) / Math.PI;
  return { box, walls, from, to, line: { path, tip, turn } };
}

function boxOf(frames: readonly Frame[]): Frame {
  const x = Math.min(...frames.map((one) => one.x));
  const y = Math.min(...frames.map((one) => one.y));
  const w = Math.max(...frames.map((one) => one.x + one.w)) - x;
  const h = Math.max(...frames.map((one) => one.y + one.h)) - y;
  const margin = Math.max(w, h, 1) * MARGIN;
  return { x: x - margin, y: y - margin, w: w + 2 * margin, h: h + 2 * margin };
}
