/**
 * Where in the day we are, read from the agenda's rows. Pure: rows and an instant in, facts out.
 */
import type { AgendaRow, Block, Phase, Schedule, Stop } from '../wire/views';

/** `before`: the day has not begun. `none`: there is no agenda. Otherwise the phase in force. */
export type Moment = {
  readonly phase: Phase | 'before' | 'none';
  readonly paused: boolean;
  readonly block: Block | undefined;
  /** The block after this one (or the first, before the day). */
  readonly nextBlock: Block | undefined;
  readonly sinceMs: number | undefined;
  /** The coming change of phase. */
  readonly coming: AgendaRow | undefined;
  /** The next row of the agenda that rings, whether or not it sounds. */
  readonly nextBell: AgendaRow | undefined;
};

/** The moment of one schedule at a floor instant. */
export function momentAt(
  nowMs: number,
  schedule: Schedule | undefined,
  agenda: Iterable<AgendaRow>,
  blocks: Iterable<Block>,
): Moment {
  const rows = inOrder(agenda).filter((row) => row.schedule === schedule?.id);
  const paused = schedule?.state === 'paused' || schedule?.state === 'inserted';
  const current = rows.filter((row) => row.atMs <= nowMs).at(-1);
  const coming = rows.find((row) => row.atMs > nowMs);
  const own = blocksInOrder(blocks, schedule?.id);
  const block = own.find((one) => one.id === current?.block);
  const nextBlock =
    block === undefined
      ? own.find((one) => one.startMs > nowMs)
      : own.find((one) => one.order > block.order);
  return {
    phase: rows.length === 0 ? 'none' : (current?.phase ?? 'before'),
    paused,
    block,
    nextBlock,
    sinceMs: current?.atMs,
    coming,
    nextBell: rows.find((row) => row.atMs > nowMs && row.bell !== undefined),
  };
}

/** Not the turns that a room takes inside a block. */
export function isOfSchool({ parent }: Schedule): boolean {
  return parent === undefined;
}

export function inOrder(agenda: Iterable<AgendaRow>): AgendaRow[] {
  return [...agenda].sort((one, other) => one.atMs - other.atMs);
}

export function blocksInOrder(blocks: Iterable<Block>, schedule: string | undefined): Block[] {
  return [...blocks]
    .filter((block) => block.schedule === schedule)
    .sort((one, other) => one.order - other.order);
}

/** A stop with the block it belongs to, in the order of the day. */
export type PlannedStop = { readonly stop: Stop; readonly block: Block };

export function stopsInOrder(
  stops: Iterable<Stop>,
  blocks: ReadonlyMap<string, Block>,
): PlannedStop[] {
  const planned: PlannedStop[] = [];
  for (const stop of stops) {
    const block = blocks.get(stop.block);
    if (block !== undefined) planned.push({ stop, block });
  }
  return planned.sort((one, other) => one.block.startMs - other.block.startMs);
}
