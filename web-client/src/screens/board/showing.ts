// What a board shows in each phase. It says where to go and when, and nothing else about anybody.
import type { Moment } from '../../store/day-plan';
import type { Badge, Block, Departure, Station } from '../../wire/views';

/** `go`: full contrast, now. `soon`: the coming stop, greyed. `now`: the current stop, at rest. */
export type Mode = 'go' | 'soon' | 'now';
export type Showing = { readonly block: Block; readonly mode: Mode };

/** The next stops come up this long before the bell, whenever its warning is. */
export const SOON_MS = 5 * 60_000;
/** Full contrast ends this long after the bell at the latest. */
export const GO_MS = 3 * 60_000;

export type Cell = {
  readonly block: string;
  readonly code: string;
  readonly station: string;
  readonly badge: Badge | undefined;
  readonly mode: Mode;
  readonly changed: boolean;
  /** Of a group: some of it go elsewhere. */
  readonly split: boolean;
};

/** The block whose stops one schedule shows at this moment; absent when its day is over. */
export function showingOf(moment: Moment, nowMs: number): Showing | undefined {
  const { block, nextBlock } = moment;
  switch (moment.phase) {
    case 'move':
    case 'settle':
      return of(block, isGoing(moment, nowMs) ? 'go' : 'now');
    case 'work':
    case 'warn':
      return comesSoon(moment, nowMs)
        ? (of(nextBlock, 'soon') ?? of(block, 'now'))
        : of(block, 'now');
    case 'before':
    case 'gap':
      return of(nextBlock, 'soon');
    case 'done':
    case 'none':
      return undefined;
  }
}

/** Everybody moves: from the bell on, for three minutes. */
export function isGoing({ phase, block }: Moment, nowMs: number): boolean {
  const moving = phase === 'move' || phase === 'settle';
  return moving && block !== undefined && nowMs < block.startMs + GO_MS;
}

function comesSoon({ phase, block, paused }: Moment, nowMs: number): boolean {
  if (phase === 'warn') return true;
  return !paused && block !== undefined && block.endMs - nowMs <= SOON_MS;
}

/** A student follows one schedule: the one whose block she has a stop in. */
export function cellOf(
  row: Departure,
  showings: readonly Showing[],
  stations: ReadonlyMap<string, Station>,
): Cell | undefined {
  for (const { block, mode } of showings) {
    const stop = row.stops[block.id];
    if (stop !== undefined) {
      const [station, code] = stop;
      return {
        block: block.id,
        code,
        station,
        badge: stations.get(station)?.badge,
        mode,
        changed: row.changed?.includes(block.id) ?? false,
        split: row.split?.includes(block.id) ?? false,
      };
    }
  }
  return undefined;
}

/** The instant the countdown of the header runs to: arrive by, then the end of the block. */
export function countdownTo({ phase, block, nextBlock, nextBell }: Moment): number | undefined {
  switch (phase) {
    case 'move':
    case 'settle':
      return nextBell?.atMs ?? block?.endMs;
    case 'work':
    case 'warn':
      return block?.endMs;
    case 'before':
    case 'gap':
      return nextBlock?.startMs;
    case 'done':
    case 'none':
      return undefined;
  }
}

function of(block: Block | undefined, mode: Mode): Showing | undefined {
  return block === undefined ? undefined : { block, mode };
}
