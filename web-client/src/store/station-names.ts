// The names at one station, or of one call, asked for by hand and each time anew: the server writes
// down who looked.
import { get, type Answer } from '../socket/http';
import { arrival } from '../wire/views';
import { listOf, maybe, record, text, whole, type Read } from '../wire/shape';

const named = record({
  ...{ id: text, name: text, seat: maybe(text), arrival },
  lastSeenMs: maybe(whole),
  awayUntil: maybe(text),
  dot: maybe(text),
});
export const names = record({ students: listOf(named) });

export type Named = Read<typeof named>;

export async function namesAt(station: string): Promise<Answer<{ students: readonly Named[] }>> {
  return get(`/api/v1/floor/stations/${encodeURIComponent(station)}/students`, names);
}

const caller = record({ id: text, name: text, seat: maybe(text) });
export type Caller = Read<typeof caller>;

/** Whose call it is, for whoever has taken it on. */
export async function callerOf(help: string): Promise<Answer<Caller>> {
  return get(`/api/v1/floor/help/${encodeURIComponent(help)}/student`, caller);
}
