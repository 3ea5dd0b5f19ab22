// Which names are on which page. A slot is fixed for the term, so a page shows the same names in
// the same places every day; an empty slot stays empty.
import type { Departure } from '../../wire/views';

/** A page stands this long; below eight seconds nobody finds a name. */
export const DWELL_MS = 8_000;

export type Page = {
  /** From 1, of all pages of this board. */
  readonly number: number;
  /** By place on the page; `undefined` where the slot is free. */
  readonly places: readonly (Departure | undefined)[];
  readonly first: string;
  readonly last: string;
};

export function pagesOf(departures: Iterable<Departure>, perPage: number): Page[] {
  const rows = [...departures].sort((one, other) => one.slot - other.slot);
  const places: (Departure | undefined)[][] = [];
  for (const row of rows) {
    const place = row.slot - 1;
    const page = Math.floor(place / perPage);
    while (places.length <= page) {
      places.push(Array.from({ length: perPage }, () => undefined));
    }
    const on = places[page];
    if (on !== undefined) {
      on[place % perPage] = row;
    }
  }
  return places.filter((page) => page.some((row) => row !== undefined)).map(named);
}

/**
 * The pages that stand in turn. At rest all of them. While everybody moves, those with somebody who
 * moves; and where several boards show the same, each stands on its own share of them, so that
 * nobody waits for a page.
 */
export function standing(
  pages: readonly Page[],
  { moving, part, of }: { moving: boolean; part: number; of: number },
  goes: (row: Departure) => boolean,
): readonly Page[] {
  if (!moving || pages.length < 2) {
    return pages;
  }
  const going = pages.filter(({ places }) => places.some((row) => row !== undefined && goes(row)));
  const from = Math.floor(((part - 1) * going.length) / of);
  const to = Math.floor((part * going.length) / of);
  const share = going.slice(from, Math.max(to, from + 1));
  return share.length === 0 ? pages : share;
}

/** Which page stands now: the same on every screen, because it follows the time of day. */
export function pageAt(nowMs: number, pages: number): number {
  return pages === 0 ? 0 : Math.floor(nowMs / DWELL_MS) % pages;
}

function named(places: readonly (Departure | undefined)[], at: number): Page {
  // Whoever joined in the term stands where there was room, and does not name a range.
  const names = places
    .flatMap((row) => (row === undefined ? [] : [row.name]))
    .sort((one, other) => one.localeCompare(other));
  return { number: at + 1, places, first: names[0] ?? '', last: names.at(-1) ?? '' };
}
