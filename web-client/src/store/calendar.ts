// Days to come: what a date runs and why, and deciding it. Asked for by hand, one date at a time.
import { get, post, type Answer } from '../socket/http';
import { listOf, maybe, record, text, type Read } from '../wire/shape';

const time = record({ local: text, at: text });
const schedules = listOf(
  record({ id: text, name: text, blocks: listOf(record({ name: text, start: time, end: time })) }),
);
const decision = record({
  runs: maybe(text),
  cycle: maybe(text),
  cycleDay: maybe(text),
  reason: maybe(text),
});
const day = record({
  date: text,
  dayType: maybe(text),
  rule: maybe(text),
  cycleDay: maybe(text),
  why: maybe(text),
  /** What somebody said who decided it. */
  reason: maybe(text),
  lost: maybe(listOf(record({ rule: text, why: text, dayType: text, because: text }))),
  notes: maybe(listOf(text)),
  schedules: maybe(schedules),
  question: maybe(
    record({
      rivals: listOf(text),
      answers: listOf(record({ reason: text, dayType: text, decide: decision, schedules })),
    }),
  ),
});

/** A date of the calendar; one that waits for a choice has a question and no type. */
export type CalendarDay = Read<typeof day>;
export type Schedules = Read<typeof schedules>;
/** What runs on a date: a type of day, or a day of a cycle. */
export type DayDecision = Read<typeof decision>;

export async function dayOf(date: string): Promise<Answer<CalendarDay>> {
  return get(path(date), day);
}

export async function decideDay(date: string, runs: DayDecision): Promise<Answer<CalendarDay>> {
  return post(path(date), runs, day);
}

/** What was decided by a leader, not what stands in the school's file. */
export async function takeBackDay(date: string): Promise<Answer<CalendarDay>> {
  return post(path(date), { clear: true }, day);
}

function path(date: string): string {
  return `/api/v1/calendar/${encodeURIComponent(date)}`;
}
