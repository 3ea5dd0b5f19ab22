/** What a helper's list says beyond its order. */
import { leavesSoon } from '../../parts/leaving';
import type { Call } from '../../wire/views';

/** From so many on nobody can help one by one. */
export const FLOOD_FROM = 9;

/** What a class is told when nobody can help one by one. */
export const TOLD_MIN = 10;

/** What becomes of a hand that still waits at the bell; carried over where nobody says otherwise. */
export type AtBell = 'carry' | 'pass' | 'drop';

export function atBell({ standing }: Call): AtBell {
  return standing.atBell ?? 'carry';
}

/** Whether anything is to be said of it before a bell that is near. */
export function asksAtBell(call: Call, nowMs: number): boolean {
  const { kind, standing, state } = call;
  const follows = kind === 'work' || kind === 'person';
  return state === 'waiting' && follows && standing.lane !== 'inferred' && leavesSoon(call, nowMs);
}

/** Those she put on hold or did not find, the next to come back first. */
export function heldFirst(calls: readonly Call[], helper: string | undefined): Call[] {
  return calls
    .filter(({ state }) => state === 'on-hold' || state === 'unreachable')
    .filter(({ standing }) => standing.by !== undefined && standing.by.id === helper)
    .sort((one, other) => (one.standing.untilMs ?? 0) - (other.standing.untilMs ?? 0));
}

/** Hands with the same question, in the order of the line; never one alone. */
export function groupsOf(calls: readonly Call[]): Call[][] {
  const groups = new Map<string, Call[]>();
  for (const call of calls) {
    const { group } = call.standing;
    if (group === undefined || call.state !== 'waiting') continue;
    groups.set(group, [...(groups.get(group) ?? []), call]);
  }
  return [...groups.values()].filter((some) => some.length > 1);
}
