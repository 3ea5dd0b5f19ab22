// Of whom something can be known: in a room where nothing says who has come, nobody is counted.
import type { Dot, Room, Station } from '../../wire/views';

/** The stations of rooms that are not measured. */
export function unmeasuredStations(
  stations: Iterable<Station>,
  rooms: ReadonlyMap<string, Room>,
): ReadonlySet<string> {
  return new Set(
    [...stations].filter(({ room }) => rooms.get(room)?.unmeasured === true).map(({ id }) => id),
  );
}

/** Whether a student counts as the `counts` row counts her: also who is away or seen elsewhere. */
export function isKnown({ station, arrival }: Dot, unmeasured: ReadonlySet<string>): boolean {
  return (
    !unmeasured.has(station) ||
    arrival === 'excused' ||
    arrival === 'departed' ||
    arrival === 'elsewhere'
  );
}
