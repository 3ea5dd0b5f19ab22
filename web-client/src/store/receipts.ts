/**
 * How far the prompts of a helper's calls came on the students' devices, as the server's numbered
 * frames tell it; and, on a student's device, which prompt there is to say something of. Pure.
 */
import type { Receipts } from '../wire/frames';
import type { OwnHelp } from '../wire/views';

export type Reached = Receipts['reached'][number];

export type Told = {
  readonly number: number;
  /** By the id of the call. */
  readonly reached: ReadonlyMap<string, Reached>;
};

/** What is known after a frame; `undefined` when one before it was missed. */
export function afterReceipts(before: Told | undefined, frame: Receipts): Told | undefined {
  if (frame.from === undefined) return { number: frame.to, reached: rowsOf(frame) };
  if (before?.number !== frame.from) return undefined;
  const reached = new Map([...before.reached, ...rowsOf(frame)]);
  for (const id of frame.gone) reached.delete(id);
  return { number: frame.to, reached };
}

function rowsOf({ reached }: Receipts): ReadonlyMap<string, Reached> {
  return new Map(reached.map((row) => [row.id, row]));
}

/** States of her own call that say something she should see. */
const PROMPTING: ReadonlySet<string> = new Set(['claimed', 'on-hold', 'unreachable']);

/** The one prompt that is valid now: what the call said before is over, seen or not. */
export function promptOf(own: OwnHelp | undefined): string | undefined {
  return own !== undefined && PROMPTING.has(own.state) ? `${own.id}@${own.version}` : undefined;
}
