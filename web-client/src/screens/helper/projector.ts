/** What a class sees on the wall of its room: the time, the day, where each group goes. Pure. */
import type { Block, Onward } from '../../wire/views';

export type NextOf = {
  readonly group: string;
  /** The larger part of the group first. */
  readonly stops: readonly Onward[];
};

/** Each group once, in the order it came in. */
export function nextOfGroups(rows: Iterable<Onward>): NextOf[] {
  const groups = new Map<string, Onward[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].map(([group, stops]) => ({ group, stops }));
}

/** The name of a station where somebody goes next; a teacher has no other of rooms that are not hers. */
export function nameOnward(rows: Iterable<Onward>, station: string): string | undefined {
  return [...rows].find(({ id }) => id.endsWith(`/${station}`))?.place;
}

/** So many lines are read from the last row. */
const AGENDA_MAX = 5;

/** The block that runs, and what comes. */
export function agendaFrom(blocks: readonly Block[], nowMs: number): readonly Block[] {
  return blocks.filter(({ endMs }) => endMs > nowMs).slice(0, AGENDA_MAX);
}
