/** Who comes to the helper's places with the next bell, place by place. Pure. */
import type { Badge, Block, Incoming, RosterRow, Station } from '../../wire/views';

export type IncomingGroup = {
  readonly id: string;
  readonly block: string;
  readonly place: string;
  readonly badge: Badge | undefined;
  readonly rows: readonly IncomingRow[];
};

export type IncomingRow = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** She is due at the same place already. */
  readonly stays: boolean;
};

/** The soonest first, then by place; students by name. */
export function incomingGroups(
  rows: Iterable<Incoming>,
  stations: ReadonlyMap<string, Station>,
  roster: ReadonlyMap<string, RosterRow>,
  blocks: ReadonlyMap<string, Block>,
): IncomingGroup[] {
  const groups = new Map<string, Incoming[]>();
  for (const row of rows) {
    const key = `${row.block} ${row.station}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const startMs = (block: string) => blocks.get(block)?.startMs ?? 0;
  return [...groups]
    .flatMap(([id, all]) => {
      const [first] = all;
      return first === undefined ? [] : [group(id, first, all, stations, roster)];
    })
    .sort(
      (one, other) =>
        startMs(one.block) - startMs(other.block) || one.place.localeCompare(other.place),
    );
}

function group(
  id: string,
  { block, station }: Incoming,
  all: readonly Incoming[],
  stations: ReadonlyMap<string, Station>,
  roster: ReadonlyMap<string, RosterRow>,
): IncomingGroup {
  return {
    ...{ id, block },
    place: stations.get(station)?.name ?? station,
    badge: stations.get(station)?.badge,
    rows: all
      .map((row) => ({
        ...{ id: row.id, name: row.name, code: row.code },
        stays: roster.get(row.id)?.station === station,
      }))
      .sort((one, other) => one.name.localeCompare(other.name)),
  };
}
