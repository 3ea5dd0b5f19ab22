// How much fits on a sheet. Millimetres, as printers have them.
import type { PaperStudent } from '../../store/paper';

export type PaperSize = 'letter' | 'a4';

/** Upright. */
export const PAPERS: Readonly<Record<PaperSize, { widthMm: number; heightMm: number }>> = {
  letter: { widthMm: 215.9, heightMm: 279.4 },
  a4: { widthMm: 210, heightMm: 297 },
};

/** What printers leave white at the edges. */
export const EDGE_MM = 8;

/** Two inches. */
export const LABEL_MM = 50.8;

/** The Americas print on Letter. */
export function paperFor(zone: string): PaperSize {
  return zone.startsWith('America/') || zone === 'Pacific/Honolulu' ? 'letter' : 'a4';
}

/** How many labels are beside and below each other. */
export function labelGrid(size: PaperSize): { columns: number; rows: number } {
  const { widthMm, heightMm } = PAPERS[size];
  return {
    columns: Math.floor((widthMm - 2 * EDGE_MM) / LABEL_MM),
    rows: Math.floor((heightMm - 2 * EDGE_MM) / LABEL_MM),
  };
}

export function pagesOf<T>(all: readonly T[], perPage: number): T[][] {
  const pages: T[][] = [];
  for (let at = 0; at < all.length; at += perPage) pages.push(all.slice(at, at + perPage));
  return pages;
}

export type PassesPerPage = 4 | 8;

/** What is left for stops below the name on a pass, on the lower of the two papers. */
const PASS_MM: Readonly<Record<PassesPerPage, number>> = { 8: 47, 4: 102 };
/** Lower lines are hard to read. */
const PASS_LINE_MIN_MM = 3.6;
const PASS_LINE_MAX_MM: Readonly<Record<PassesPerPage, number>> = { 8: 4.2, 4: 8 };
/** A line this high has room for what is done there, under the place. */
const PASS_ACTIVITY_MM = 7.8;
/** Letters of a place on one line of a pass. */
const PASS_LINE_LETTERS = 30;

/** How many lines the day of a student takes. */
export function passLines(
  { stops, calls }: Pick<PaperStudent, 'stops' | 'calls'>,
  placeOf: (station: string) => string,
): number {
  const lines = (text: string) => Math.max(1, Math.ceil(text.length / PASS_LINE_LETTERS));
  return (
    stops.reduce((sum, { station }) => sum + lines(placeOf(station)), 0) +
    calls.reduce((sum, { station, by }) => sum + lines(`${placeOf(station)} ${by}`), 0)
  );
}

/** Small passes only when the longest day fits on one. */
export function passesPerPage(wished: PassesPerPage, longest: number): PassesPerPage {
  return longest * PASS_LINE_MIN_MM <= PASS_MM[wished] ? wished : 4;
}

/** The height of a line of a pass, so that the longest day stays inside it. */
export function passLine(
  perPage: PassesPerPage,
  longest: number,
): { mm: number; activity: boolean } {
  const mm = Math.min(PASS_LINE_MAX_MM[perPage], PASS_MM[perPage] / Math.max(1, longest));
  return { mm, activity: mm >= PASS_ACTIVITY_MM };
}

/** What a page has for the lines of a bell plan, in millimetres. */
const BELLS_MM = 195;
const BELL_HEAD_MM = 22;
const BELL_LINE_MAX_MM = 12;

/** The height of a line of the bell plan, so that it stays one page. */
export function bellLineMm(schedules: readonly { blocks: readonly unknown[] }[]): number {
  const lines = schedules.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const room = BELLS_MM - schedules.length * BELL_HEAD_MM;
  return Math.min(BELL_LINE_MAX_MM, room / Math.max(1, lines));
}

/** What a wall poster has for its columns of blocks, on the narrower of the two papers. */
const POSTER_MM = 215;
const POSTER_MAX_PT = 13;
/** The width of a letter, in millimetres for each point of its size. */
const LETTER_MM = 0.23;

/** The size of the codes on the wall poster, in points: many blocks have narrow columns. */
export function posterPt(blocks: number, longestCode: number): number {
  const columnMm = POSTER_MM / Math.max(1, blocks) - 2;
  return Math.min(POSTER_MAX_PT, Math.floor(columnMm / (Math.max(1, longestCode) * LETTER_MM)));
}

/** The size of the names of blocks above them. */
export function posterHeadPt(blocks: number): number {
  return blocks <= 12 ? 8.5 : blocks <= 18 ? 7 : 5.5;
}

/**
 * What the sign of a seat opens: the page that says which seat it is, and to whoever shows her badge
 * whether it is hers. It holds no secret.
 */
export function seatAddress(origin: string, code: string): string {
  return `${origin}/kiosk?device=${encodeURIComponent(code)}`;
}
