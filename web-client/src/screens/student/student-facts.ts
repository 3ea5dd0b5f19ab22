/** Small facts of the student's screen. Pure. */
import type { StripStop } from '../../parts/PlaylistStrip.svelte';
import type { Moment, PlannedStop } from '../../store/day-plan';
import type { Stop, StudentMe } from '../../wire/views';
import { wholeMinutes } from '../../text/times';

/** Whole minutes left to wrap up, while it is time to; otherwise nothing. */
export function wrapUpMinutes(moment: Moment, nowMs: number): number | undefined {
  if (moment.phase !== 'warn' || moment.block === undefined || moment.paused) return undefined;
  return wholeMinutes(moment.block.endMs - nowMs);
}

/** How long help takes where she is, as a helper has told everybody there; not for longer than that. */
export function waitToldMin(
  stop: Pick<Stop, 'helpWait'> | undefined,
  nowMs: number,
): number | undefined {
  const wait = stop?.helpWait;
  return wait !== undefined && nowMs < wait.untilMs ? wait.minutes : undefined;
}

/** Young, standard or compact: her own choice, else what the school says; cards until it has said. */
export function modeOf(
  me: StudentMe | undefined,
  own: 'school' | StudentMe['mode'],
): StudentMe['mode'] {
  return own === 'school' ? (me?.mode ?? 'standard') : own;
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
