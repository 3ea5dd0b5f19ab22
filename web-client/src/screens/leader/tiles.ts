// The words on the map's tiles and in its list twin.
import type { Tile } from '../../parts/FloorMap.svelte';
import { waitedMin } from '../../parts/waited';
import type { WordsForStaff } from '../../text/for-staff-en';
import type { Frame, Room, Station } from '../../wire/views';
import type { Concern, ConcernKind, Level } from './attention';

export type StationRow = {
  readonly station: Station;
  readonly badgeSpoken: string;
  readonly wait: string | undefined;
  readonly status: string | undefined;
  /** Nothing there says who has come. */
  readonly unmeasured: boolean;
  readonly concern:
    { readonly kind: ConcernKind; readonly level: Level; readonly word: string } | undefined;
};

/** Stations as rows: those that need somebody first, then as the school numbers its badges. */
export function rowsOf(
  stations: Iterable<Station>,
  worst: ReadonlyMap<string, Concern>,
  words: WordsForStaff,
  nowMs: number,
  unmeasured: ReadonlySet<string>,
): StationRow[] {
  return [...stations]
    .map((station) =>
      rowOf(station, worst.get(station.id), words, nowMs, unmeasured.has(station.id)),
    )
    .sort((one, other) => urgency(other) - urgency(one) || byBadge(one.station, other.station));
}

export function rowOf(
  station: Station,
  worst: Concern | undefined,
  words: WordsForStaff,
  nowMs: number,
  unmeasured = false,
): StationRow {
  const { leader } = words;
  return {
    station,
    badgeSpoken: badgeName(station.badge, words),
    wait:
      station.longest === undefined ? undefined : leader.minutes(waitedMin(station.longest, nowMs)),
    status:
      station.status === 'closed'
        ? leader.closed
        : station.status === 'draining'
          ? leader.draining
          : undefined,
    unmeasured,
    concern:
      worst === undefined
        ? undefined
        : { kind: worst.kind, level: worst.level, word: wordOf(worst, words) },
  };
}

export function wordOf({ kind, amount }: Concern, { leader }: WordsForStaff): string {
  return leader.concern[kind].word(amount);
}

/**
 * The tiles of the map. Stations that are in use are drawn, and of those that are not whoever stands
 * where nobody else does (a gym is the assembly hall now and then); the only place of a room is all
 * of it, and two that share a place stand side by side.
 */
export function tilesOf(
  rows: readonly StationRow[],
  rooms: ReadonlyMap<string, Room>,
  words: WordsForStaff,
): Tile[] {
  const byRoom = new Map<string, Drawn[]>();
  for (const row of rows) {
    const { room, place } = row.station;
    if (place !== undefined) {
      byRoom.set(room, [...(byRoom.get(room) ?? []), { row, place }]);
    }
  }
  return [...byRoom.entries()].flatMap(([room, all]) => {
    const outline = isOnePlace(all) ? rooms.get(room)?.outline : undefined;
    return sideBySide(drawnOf(all), outline).map(({ row, place }) => tileOf(row, place, words));
  });
}

type Drawn = { readonly row: StationRow; readonly place: Frame };

/** Those in use, and in the order of the rows whoever lies over nothing that is drawn already. */
function drawnOf(all: readonly Drawn[]): readonly Drawn[] {
  const drawn = all.filter(({ row }) => inUse(row));
  for (const one of all) {
    if (!drawn.some((other) => overlap(other.place, one.place))) drawn.push(one);
  }
  return drawn;
}

function isOnePlace(all: readonly Drawn[]): boolean {
  return all.every(({ place }) => same(place, all[0]?.place ?? place));
}

function overlap(one: Frame, other: Frame): boolean {
  return (
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h
  );
}

function sideBySide(drawn: readonly Drawn[], outline: Frame | undefined): readonly Drawn[] {
  if (drawn.length === 1 && outline !== undefined) {
    return drawn.map(({ row }) => ({ row, place: outline }));
  }
  return drawn.map(({ row, place }) => {
    const sharing = drawn.filter((other) => same(other.place, place));
    const w = place.w / sharing.length;
    const at = sharing.findIndex((other) => other.row === row);
    return { row, place: { ...place, x: place.x + at * w, w } };
  });
}

function same(one: Frame, other: Frame): boolean {
  return one.x === other.x && one.y === other.y && one.w === other.w && one.h === other.h;
}

function inUse({ station }: StationRow): boolean {
  return (station.planned ?? 0) + (station.arrived ?? 0) + (station.waiting ?? 0) > 0;
}

function tileOf(row: StationRow, place: Frame, words: WordsForStaff): Tile {
  const { station, concern } = row;
  const { leader, replay } = words;
  const hands = station.waiting ?? 0;
  const planned = station.planned ?? 0;
  return {
    id: station.id,
    name: station.name,
    badge: station.badge,
    here: row.unmeasured ? replay.due(planned) : leader.here(station.arrived ?? 0, planned),
    cap: leader.cap(station.hardCap),
    // A wait that is a concern is already said.
    hands:
      hands === 0
        ? undefined
        : concern?.kind === 'wait' || row.wait === undefined
          ? leader.hands(hands)
          : `${leader.hands(hands)} · ${row.wait}`,
    adult: station.adult,
    status: row.status,
    unmeasured: row.unmeasured ? replay.unmeasured : undefined,
    concern,
    badgeSpoken: row.badgeSpoken,
    alertSign: leader.alertSign,
    place,
  };
}

function urgency({ concern }: StationRow): number {
  return concern === undefined ? 0 : concern.level === 'alert' ? 2 : 1;
}

function byBadge(one: Station, other: Station): number {
  return one.badge.letter.localeCompare(other.badge.letter) || one.name.localeCompare(other.name);
}

function badgeName({ colour, shape, letter }: Station['badge'], words: WordsForStaff): string {
  return words.common.badge(colour % 8, shape % 8, letter);
}
