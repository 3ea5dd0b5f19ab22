// What a board shows in each phase. It says where to go and when, and nothing else about anybody.
import type { Moment } from '../../store/day-plan';
import type { Badge, Block, Departure, Station } from '../../wire/views';

/** `go`: full contrast, now. `soon`: the coming stop, greyed. `now`: the current stop, at rest. */
export type Mode = 'go' | 'soon' | 'now';
export type Showing = { readonly block: Block; readonly mode: Mode };

export type Cell = {
  readonly code: string;
  readonly badge: Badge | undefined;
  readonly mode: Mode;
  readonly changed: boolean;
};

/** The block whose stops one schedule shows at this moment; absent when its day is over. */
export function showingOf({ phase, block, nextBlock }: Moment): Showing | undefined {
  switch (phase) {
    case 'move':
    case 'settle':
      return of(block, 'go');
    case 'work':
      return of(block, 'now');
    case 'warn':
      return of(nextBlock, 'soon') ?? of(block, 'now');
    case 'before':
    case 'gap':
      return of(nextBlock, 'soon');
    case 'done':
    case 'none':
      return undefined;
  }
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
        code,
        badge: stations.get(station)?.badge,
        mode,
        changed: row.changed?.includes(block.id) ?? false,
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
