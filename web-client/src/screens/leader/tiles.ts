// The words on the map's tiles and in its list twin.
import type { Tile } from '../../parts/FloorMap.svelte';
import type { Words } from '../../text/en';
import type { Station } from '../../wire/views';
import { waitedMin, type Concern } from './attention';

export type StationRow = {
  readonly station: Station;
  readonly badgeSpoken: string;
  readonly wait: string | undefined;
  readonly status: string | undefined;
  readonly concern: { readonly level: 'alert' | 'look'; readonly word: string } | undefined;
};

/** Stations as rows: those that need somebody first, then as the school numbers its badges. */
export function rowsOf(
  stations: Iterable<Station>,
  worst: ReadonlyMap<string, Concern>,
  words: Words,
  nowMs: number,
): StationRow[] {
  return [...stations]
    .map((station) => rowOf(station, worst.get(station.id), words, nowMs))
    .sort((one, other) => urgency(other) - urgency(one) || byBadge(one.station, other.station));
}

export function rowOf(
  station: Station,
  worst: Concern | undefined,
  words: Words,
  nowMs: number,
): StationRow {
  const { leader } = words;
  return {
    station,
    badgeSpoken: badgeName(station.badge, words),
    wait:
      station.oldestAskedMs === undefined ? undefined : leader.minutes(waitedMin(station, nowMs)),
    status:
      station.status === 'closed'
        ? leader.closed
        : station.status === 'draining'
          ? leader.draining
          : undefined,
    concern: worst === undefined ? undefined : { level: worst.level, word: wordOf(worst, words) },
  };
}

export function wordOf({ kind, amount }: Concern, { leader }: Words): string {
  return leader.concern[kind].word(amount);
}

export function tileOf(row: StationRow, words: Words): Tile | undefined {
  const { station, concern } = row;
  if (station.place === undefined) {
    return undefined;
  }
  const { leader } = words;
  const hands = station.waiting ?? 0;
  return {
    id: station.id,
    name: station.name,
    badge: station.badge,
    here: leader.here(station.arrived ?? 0, station.planned ?? 0),
    cap: leader.cap(station.hardCap),
    hands: hands > 0 ? `${leader.hands(hands)} · ${row.wait ?? ''}` : undefined,
    adult: station.adult,
    status: row.status,
    concern,
    badgeSpoken: row.badgeSpoken,
    alertSign: leader.alertSign,
    place: station.place,
  };
}

function urgency({ concern }: StationRow): number {
  return concern === undefined ? 0 : concern.level === 'alert' ? 2 : 1;
}

function byBadge(one: Station, other: Station): number {
  return one.badge.letter.localeCompare(other.badge.letter) || one.name.localeCompare(other.name);
}

function badgeName({ colour, shape, letter }: Station['badge'], words: Words): string {
  return words.common.badge(colour % 8, shape % 8, letter);
}
