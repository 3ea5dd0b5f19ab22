// When a board is dark: a picture that stands all night burns in, and nobody reads it.
import type { Block } from '../../wire/views';

/** It wakes this long before the first block and sleeps this long after the last. */
export const AROUND_MS = 60 * 60_000;
/** On a day without school it says so between these hours. */
const DAY_FROM_H = 7;
const DAY_TO_H = 17;

export function isNight(nowMs: number, blocks: Iterable<Block>, zone: string | undefined): boolean {
  let first = Infinity;
  let last = -Infinity;
  for (const { startMs, endMs } of blocks) {
    first = Math.min(first, startMs);
    last = Math.max(last, endMs);
  }
  if (first <= last) return nowMs < first - AROUND_MS || nowMs > last + AROUND_MS;
  const hour = hourAt(nowMs, zone);
  return hour < DAY_FROM_H || hour >= DAY_TO_H;
}

function hourAt(atMs: number, zone: string | undefined): number {
  const format = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    hourCycle: 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  return Number(format.format(atMs));
}
