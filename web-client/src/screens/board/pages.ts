// Which names are on which page. A slot is fixed for the term, so a page shows the same names in
// the same places every day; an empty slot stays empty.
import type { Departure } from '../../wire/views';

/** A page stands this long; below eight seconds nobody finds a name. */
export const DWELL_MS = 8_000;

export type Page = {
  /** By place on the page; `undefined` where the slot is free. */
  readonly places: readonly (Departure | undefined)[];
  readonly first: string;
  readonly last: string;
};

/** Which of several screens this one is: the second of three is `{ part: 2, of: 3 }`. */
export type Pin = { readonly part: number; readonly of: number };

export function pagesOf(departures: Iterable<Departure>, perPage: number): Page[] {
  const rows = [...departures].sort((one, other) => one.slot - other.slot);
  const first = rows[0]?.slot === 0 ? 0 : 1; // Slots may be counted from 0 or from 1.
  const places: (Departure | undefined)[][] = [];
  for (const row of rows) {
    const place = row.slot - first;
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

/** The pages of one screen of several: each gets a run of the alphabet. */
export function pinned<T>(pages: readonly T[], pin: Pin | undefined): readonly T[] {
  if (pin === undefined) {
    return pages;
  }
  const from = Math.floor(((pin.part - 1) * pages.length) / pin.of);
  const to = Math.floor((pin.part * pages.length) / pin.of);
  return pages.slice(from, Math.max(to, from + 1));
}

/** Which page stands now: the same on every screen, because it follows the time of day. */
export function pageAt(nowMs: number, pages: number): number {
  return pages === 0 ? 0 : Math.floor(nowMs / DWELL_MS) % pages;
}

/** `?page=2/3`; absent when it is anything else. */
export function askedPin(search: string): Pin | undefined {
  const found = /^(\d{1,2})\/(\d{1,2})$/.exec(new URLSearchParams(search).get('page') ?? '');
  const [part, of] = [Number(found?.[1]), Number(found?.[2])];
  return part >= 1 && part <= of ? { part, of } : undefined;
}

function named(places: readonly (Departure | undefined)[]): Page {
  const names = places.flatMap((row) => (row === undefined ? [] : [row.name]));
  return { places, first: names[0] ?? '', last: names.at(-1) ?? '' };
}
