/** Whom a mentor still is to meet this week, and whom she has met. Pure. */
import { dateAt } from '../../store/kept-day';
import type { Mentee, OwnGoal, TeamGoal } from '../../wire/views';

export type Mentoring = {
  readonly remaining: readonly Mentee[];
  readonly done: readonly Mentee[];
};

/** In each, whose last meeting is longest ago comes first; of whom nobody knows one, before all. */
export function mentoringOf(rows: Iterable<Mentee>): Mentoring {
  const all = [...rows].sort(
    (one, other) => (one.lastMs ?? 0) - (other.lastMs ?? 0) || one.name.localeCompare(other.name),
  );
  return { remaining: all.filter(({ met }) => !met), done: all.filter(({ met }) => met) };
}

/** The service date they met last, as `2026-09-18`. */
export function lastDate({ lastMs }: Mentee, zone: string | undefined): string | undefined {
  return lastMs === undefined ? undefined : dateAt(lastMs, zone);
}

/** What each wrote as her goal of the block that runs, by student. */
export function goalsOf(rows: Iterable<OwnGoal | TeamGoal>): ReadonlyMap<string, string> {
  const goals = new Map<string, string>();
  for (const row of rows)
    if ('student' in row && row.goal !== undefined) goals.set(row.student.id, row.goal);
  return goals;
}
