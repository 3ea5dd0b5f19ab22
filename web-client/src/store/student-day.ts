// The day of one student, asked for by hand by a leader: the server writes down who looked.
import { get, type Answer } from '../socket/http';
import { listOf, maybe, oneOf, record, text, whole, type Read } from '../wire/shape';

const what = oneOf(
  ...(['arrived', 'elsewhere', 'late', 'missing', 'placed', 'called', 'away', 'back'] as const),
  ...(['help-asked', 'help-claimed', 'help-arrived', 'help-done', 'help-cancelled'] as const),
  ...(['help-dismissed', 'help-expired'] as const),
  ...([
    'unlock-asked',
    'unlock-approved',
    'unlock-refused',
    'unlock-undone',
    'unlock-opened',
  ] as const),
  ...(['unlock-submitted', 'unlock-relocked', 'unlock-expired'] as const),
);
const stop = record({
  ...{ block: text, name: text, startMs: whole, endMs: whole },
  ...{ station: maybe(text), seat: maybe(text) },
});
const moment = record({ atMs: whole, what, station: maybe(text), by: maybe(text) });
const day = record({ id: text, name: text, stops: listOf(stop), moments: listOf(moment) });

export type What = Read<typeof what>;
export type StudentDay = Read<typeof day>;
export type StudentMoment = Read<typeof moment>;

/** As far as it was known at an instant. */
export async function studentDay(
  date: string,
  student: string,
  atMs: number,
): Promise<Answer<StudentDay>> {
  const path = `${encodeURIComponent(date)}/students/${encodeURIComponent(student)}`;
  return get(`/api/v1/replay/${path}?at=${Math.floor(atMs)}`, day);
}
