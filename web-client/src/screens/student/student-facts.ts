/** Small facts of the student's screen. Pure. */
import type { StripStop } from '../../parts/PlaylistStrip.svelte';
import type { Moment, PlannedStop } from '../../store/day-plan';
import { wholeMinutes } from '../../text/times';

/** Whole minutes left to wrap up, while it is time to; otherwise nothing. */
export function wrapUpMinutes(moment: Moment, nowMs: number): number | undefined {
  if (moment.phase !== 'warn' || moment.block === undefined || moment.paused) return undefined;
  return wholeMinutes(moment.block.endMs - nowMs);
}

export function stripOf(
  plan: readonly PlannedStop[],
  now: PlannedStop | undefined,
  nowMs: number,
): StripStop[] {
  return plan.map(({ stop, block }) => ({
    id: stop.id,
    code: stop.code,
    place: stop.place,
    badge: stop.badge,
    at: block.id === now?.block.id ? 'now' : block.endMs <= nowMs ? 'done' : 'coming',
  }));
}
