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

/** Lines of stops below the name on a pass. */
export const PASS_LINES: Readonly<Record<PassesPerPage, number>> = { 8: 13, 4: 26 };
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
  return longest <= PASS_LINES[wished] ? wished : 4;
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

/** The size of the codes on the wall poster, in points: many blocks have narrow columns. */
export function posterPt(blocks: number): number {
  return blocks <= 12 ? 12 : blocks <= 18 ? 10 : 8;
}
