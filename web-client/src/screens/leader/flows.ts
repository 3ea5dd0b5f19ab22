// Who goes from which room to which at a bell: how many, and how many of them are there.
import type { FlowLine } from '../../parts/flow-lines';
import type { Dot, Room, Station } from '../../wire/views';

export type Flow = {
  readonly id: string;
  /** Rooms. */
  readonly from: string;
  readonly to: string;
  readonly all: number;
  readonly there: number;
};

/** More lines than these say nothing; the table has all of them. */
const DRAWN_MAX = 12;
/** Fewer are stragglers, more are a group that is held up somewhere. */
const TOGETHER_MIN = 3;

/**
 * Every pair of rooms between which somebody goes in this block, the largest first. Whoever is away
 * or stays where she is goes nowhere.
 */
export function flowsOf(
  dots: Iterable<Dot>,
  stations: ReadonlyMap<string, Station>,
): readonly Flow[] {
  const flows = new Map<string, { from: string; to: string; all: number; there: number }>();
  for (const { station, from: before, arrival } of dots) {
    const to = stations.get(station)?.room;
    const from = before === undefined ? undefined : stations.get(before)?.room;
    if (to === undefined || from === undefined || from === to || !goes(arrival)) continue;
    const id = `${from} ${to}`;
    const flow = flows.get(id) ?? { from, to, all: 0, there: 0 };
    flow.all += 1;
    flow.there += arrival === 'arrived' ? 1 : 0;
    flows.set(id, flow);
  }
  return [...flows]
    .map(([id, flow]): Flow => ({ id, ...flow }))
    .sort((one, other) => other.all - one.all || one.id.localeCompare(other.id));
}

function goes(arrival: Dot['arrival']): boolean {
  return arrival !== 'excused' && arrival !== 'departed' && arrival !== 'staying';
}

/**
 * What the map draws: the largest of those in which somebody is still on the way.
 *
 * @param isLong The move takes longer than it should: who straggles is a dot of her own by now.
 */
export function linesOf(
  flows: readonly Flow[],
  rooms: ReadonlyMap<string, Room>,
  isLong = false,
): readonly FlowLine[] {
  return flows
    .filter(({ all, there }) => all - there >= (isLong ? TOGETHER_MIN : 1))
    .slice(0, DRAWN_MAX)
    .flatMap(({ id, from, to, all, there }) => {
      const [start, end] = [rooms.get(from)?.outline, rooms.get(to)?.outline];
      return start === undefined || end === undefined
        ? []
        : [{ id, from: start, to: end, open: all - there }];
    });
}
