// A day of the school for whoever puts it on paper, and new badges to be printed. Both leave a trace.
import { get, post, type Answer } from '../socket/http';
import { role } from '../wire/frames';
import { listOf, maybe, record, text, whole, yesNo, type Read } from '../wire/shape';

const badge = record({ letter: text, colour: whole, shape: whole });
const block = record({
  id: text,
  name: text,
  kind: text,
  startMs: whole,
  inPlaceMs: whole,
  endMs: whole,
  bells: listOf(record({ kind: text, atMs: whole })),
});
const schedule = record({
  id: text,
  name: text,
  parent: maybe(record({ schedule: text, block: text })),
  room: maybe(text),
  blocks: listOf(block),
});
const room = record({ id: text, name: text, badge, mine: yesNo, helpers: listOf(text) });
const station = record({
  id: text,
  room: text,
  name: text,
  kind: text,
  activity: text,
  badge,
  status: text,
  seats: listOf(text),
  adults: listOf(text),
});
const stop = record({
  block: text,
  station: text,
  seat: maybe(text),
  activity: text,
  from: maybe(text),
  changed: yesNo,
});
const call = record({
  station: text,
  by: text,
  fromMs: whole,
  untilMs: maybe(whole),
  note: maybe(text),
});
const student = record({
  id: text,
  name: text,
  shown: maybe(text),
  slot: maybe(whole),
  lang: text,
  group: text,
  schedule: text,
  whole: yesNo,
  away: yesNo,
  stops: listOf(stop),
  calls: listOf(call),
});
const paper = record({
  school: text,
  date: text,
  zone: text,
  lang: text,
  role,
  live: yesNo,
  next: maybe(text),
  atMs: whole,
  dayType: text,
  notes: listOf(text),
  schedules: listOf(schedule),
  rooms: listOf(room),
  stations: listOf(station),
  students: listOf(student),
});
const badges = record({ badges: listOf(record({ student: text, token: text })) });

/** A day, cut for whoever asked. */
export type Paper = Read<typeof paper>;
export type PaperBlock = Read<typeof block>;
export type PaperSchedule = Read<typeof schedule>;
export type PaperRoom = Read<typeof room>;
export type PaperStation = Read<typeof station>;
export type PaperStudent = Read<typeof student>;
export type PaperStop = Read<typeof stop>;
export type NewBadge = Read<typeof badges>['badges'][number];

/** @param date `today`, `next` or a date */
export async function paperOf(date: string): Promise<Answer<Paper>> {
  return get(`/api/v1/print/${encodeURIComponent(date)}`, paper);
}

/** What one call takes. */
export const BADGES_AT_ONCE = 30;

/** New badges; those these students had are void from now on. */
export async function printBadges(
  students: readonly string[],
): Promise<Answer<Read<typeof badges>>> {
  return post('/api/v1/print/badges', { students }, badges);
}
