// How quickly everybody settled, block by block: what the chart and its table are drawn from.
import type { SettleLine } from '../../parts/SettleChart.svelte';
import type { PlacingWords } from '../../text/placing-en';
import type { Block, Settle } from '../../wire/views';

/** One block of the day that has begun, as a whole. */
export type SettledBlock = {
  readonly block: Block;
  readonly settle: Settle;
  /** It is the block that runs. */
  readonly runs: boolean;
};

/** A share of those planned, and how long after the bell it had arrived. */
export type Mark = { readonly share: 50 | 90 | 100; readonly ms: number };

const MINUTE_MS = 60_000;
/** The chart reaches at least this far, so that a quick start looks quick. */
const AXIS_MIN = 5;

/** The blocks of one schedule that have begun, the last first. */
export function settledBlocks(
  rows: Iterable<Settle>,
  blocks: ReadonlyMap<string, Block>,
  schedule: string | undefined,
  running: string | undefined,
): SettledBlock[] {
  return [...rows]
    .filter(({ room }) => room === undefined)
    .flatMap((settle) => {
      const block = blocks.get(settle.block);
      if (block === undefined || block.schedule !== schedule) return [];
      return [{ block, settle, runs: block.id === running }];
    })
    .sort((one, other) => other.block.order - one.block.order);
}

/** The shares that have arrived; those that have not are not there. */
export function marksOf({ p50Ms, p90Ms, p100Ms }: Settle): Mark[] {
  return [
    ...(p50Ms === undefined ? [] : [{ share: 50 as const, ms: p50Ms }]),
    ...(p90Ms === undefined ? [] : [{ share: 90 as const, ms: p90Ms }]),
    ...(p100Ms === undefined ? [] : [{ share: 100 as const, ms: p100Ms }]),
  ];
}

/** How many whole minutes after the bell the chart shows: the same for every block. */
export function axisMinutes(settled: readonly SettledBlock[]): number {
  const longestMs = Math.max(
    0,
    ...settled.flatMap(({ settle }) => marksOf(settle).map(({ ms }) => ms)),
  );
  return Math.max(AXIS_MIN, Math.ceil(longestMs / MINUTE_MS));
}

/** Where on the axis a time after the bell stands, in percent of its width. */
export function along(ms: number, minutes: number): number {
  return Math.min(100, Math.max(0, (ms / (minutes * MINUTE_MS)) * 100));
}

/** A block as the chart draws it. */
export function settleLine(
  { block, settle, runs }: SettledBlock,
  minutes: number,
  words: PlacingWords,
): SettleLine {
  return {
    id: block.id,
    name: block.name,
    fact: words.arrivedShare(settle.arrived, settle.planned),
    runs,
    marks: marksOf(settle).map(({ share, ms }) => ({ share, at: along(ms, minutes) })),
  };
}

/** Minutes lost, to the nearest whole one. */
export function minutesLost({ lostMs }: Settle): number {
  return Math.round(lostMs / MINUTE_MS);
}
