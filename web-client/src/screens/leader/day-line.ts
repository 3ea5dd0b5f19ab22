// The day as a line: where each block stands on it, in hundredths of its length.
import type { Block } from '../../wire/views';

export type LineBlock = {
  readonly block: Block;
  readonly fromPct: number;
  readonly widthPct: number;
  /** What is over of it, 0 to 100. */
  readonly donePct: number;
  readonly state: 'past' | 'now' | 'coming';
  readonly moved: boolean;
  /** Short name for a narrow block: `B3` for `Block 3`. */
  readonly short: string;
};

export type DayLine = {
  readonly blocks: readonly LineBlock[];
  readonly nowPct: number | undefined;
};

/** @param held the block that runs over its end, if one does: the next has not begun. */
export function dayLineOf(blocks: readonly Block[], nowMs: number, held?: string): DayLine {
  const fromMs = Math.min(...blocks.map(({ startMs }) => startMs));
  const toMs = Math.max(...blocks.map(({ endMs }) => endMs));
  const length = Math.max(1, toMs - fromMs);
  const pct = (atMs: number) => ((atMs - fromMs) / length) * 100;
  return {
    blocks: blocks.map((block) => ({
      block,
      fromPct: pct(block.startMs),
      widthPct: pct(block.endMs) - pct(block.startMs),
      donePct: done(block, nowMs),
      state: stateOf(block, nowMs, blocks, held),
      moved: block.startMs !== block.plannedStartMs || block.endMs !== block.plannedEndMs,
      short: shortName(block.name),
    })),
    nowPct: blocks.length > 0 && nowMs >= fromMs && nowMs <= toMs ? pct(nowMs) : undefined,
  };
}

function stateOf(
  block: Block,
  nowMs: number,
  blocks: readonly Block[],
  held: string | undefined,
): LineBlock['state'] {
  const holding = blocks.find(({ id, endMs }) => id === held && nowMs >= endMs);
  if (holding !== undefined && block.order >= holding.order)
    return block === holding ? 'now' : 'coming';
  if (nowMs >= block.endMs) return 'past';
  return nowMs >= block.startMs ? 'now' : 'coming';
}

/** The first letter and the last number of a name with a number; else the name. */
export function shortName(name: string): string {
  const number = /\d+\s*$/.exec(name)?.[0].trim();
  return number === undefined ? name : `${name.trim().charAt(0).toUpperCase()}${number}`;
}

function done(block: Block, nowMs: number): number {
  const share = (nowMs - block.startMs) / Math.max(1, block.endMs - block.startMs);
  return Math.min(1, Math.max(0, share)) * 100;
}
