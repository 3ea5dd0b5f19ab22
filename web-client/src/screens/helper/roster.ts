/** The roster by place. Pure. */
import type { Badge, RosterRow, Station } from '../../wire/views';

export type RosterGroup = {
  readonly station: string;
  readonly place: string;
  readonly badge: Badge | undefined;
  readonly rows: readonly RosterRow[];
  readonly here: number;
  /** How many are to be there: whoever is excused or has left is not. */
  readonly due: number;
};

/** Nothing is left to mark; whoever is kept elsewhere is not here yet. */
export function isHere({ arrival, kept }: RosterRow): boolean {
  return arrival === 'arrived' || (arrival === 'staying' && kept === undefined);
}

/** Nobody expects her until she is seen again. */
export function isAway({ arrival }: RosterRow): boolean {
  return arrival === 'excused' || arrival === 'departed';
}

/** Places by name, students by seat or name: a row never moves while it is being looked at. */
export function rosterGroups(
  rows: Iterable<RosterRow>,
  stations: ReadonlyMap<string, Station>,
): RosterGroup[] {
  const byStation = new Map<string, RosterRow[]>();
  for (const row of rows) {
    const group = byStation.get(row.station);
    if (group === undefined) byStation.set(row.station, [row]);
    else group.push(row);
  }
  return [...byStation]
    .map(([station, group]) => ({
      station,
      place: stations.get(station)?.name ?? station,
      badge: stations.get(station)?.badge,
      rows: group.sort((one, other) => one.name.localeCompare(other.name)),
      here: group.filter(isHere).length,
      due: group.filter((row) => !isAway(row)).length,
    }))
    .sort((one, other) => one.place.localeCompare(other.place));
}
