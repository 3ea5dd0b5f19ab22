// A line between two places of a plan that is not straight, so that it crosses no sign at its ends and
// does not lie on the one that goes the other way.
import type { Point } from './floor-map';

/** The point that pulls it to its left, by a share of its length. */
export function bendOf(from: Point, to: Point, share: number): Point {
  return {
    x: (from.x + to.x) / 2 - (to.y - from.y) * share,
    y: (from.y + to.y) / 2 + (to.x - from.x) * share,
  };
}

/** As a path. @param digits behind the point, of its numbers */
export function bentPath(from: Point, bend: Point, to: Point, digits: number): string {
  const spot = ({ x, y }: Point) => `${x.toFixed(digits)} ${y.toFixed(digits)}`;
  return `M${spot(from)}Q${spot(bend)} ${spot(to)}`;
}
