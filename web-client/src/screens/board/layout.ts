// How large a board writes, and how many names fit on it.

/** Names of one page, however large the screen: more are not found at a glance. */
export const COLUMNS_MAX = 3;
export const ROWS_MAX = 12;

/**
 * A capital letter is read with comfort from 200 times its height. On a 16:9 screen of 1080 lines
 * and with capitals of 0.7 of the font size, this many px per metre of distance, times the
 * diagonal in inches, are that.
 */
const PX_INCH_PER_M = 619.5;
const LINES = 1080;

/** 46 px on 1080 lines: 36 names of twelve letters. */
const FONT_OF_HEIGHT = 46 / LINES;
const FONT_MIN_PX = 22;
/** Width of a row in font sizes: twelve letters, the word "new", badge and code. */
const ROW_WIDTH_EM = 13.2;
const ROW_HEIGHT_EM = 1.48;
/** Least comfortable height of a row on a laptop, where there is room for fewer names. */
const SMALL_ROW_EM = 2.3;
const SMALL_BELOW_PX = 900;
const HEADER_OF_HEIGHT = 128 / LINES;
const FOOTER_OF_HEIGHT = 56 / LINES;
/** Below this a board is a list in somebody's hand. */
const LIST_BELOW_PX = 640;

export type BoardLayout =
  | { readonly kind: 'list' }
  | {
      readonly kind: 'grid';
      readonly columns: number;
      readonly rows: number;
      readonly fontPx: number;
    };

/** Font size on 1080 lines for a reader that far away (the table of the design). */
export function fontFor(diagonalInch: number, distanceM: number): number {
  return Math.round((PX_INCH_PER_M * distanceM) / diagonalInch);
}

/** `asked` is the font size on 1080 lines, absent where nobody said how far the readers are. */
export function layoutOf(width: number, height: number, asked: number | undefined): BoardLayout {
  if (width < LIST_BELOW_PX) {
    return { kind: 'list' };
  }
  const lines = height * (1 - HEADER_OF_HEIGHT - FOOTER_OF_HEIGHT);
  const small = asked === undefined && height < SMALL_BELOW_PX;
  const wanted = Math.max(
    FONT_MIN_PX,
    height * (asked === undefined ? FONT_OF_HEIGHT : asked / LINES),
  );
  const columns = clamp(Math.floor(width / (wanted * ROW_WIDTH_EM)), 1, COLUMNS_MAX);
  const rowEm = small ? SMALL_ROW_EM : ROW_HEIGHT_EM;
  const rows = clamp(Math.floor(lines / (wanted * rowEm)), 1, ROWS_MAX);
  // A narrow screen writes as large as a row may be wide, and never larger than a row is high.
  const fits = Math.min(width / columns / ROW_WIDTH_EM, lines / rows / ROW_HEIGHT_EM);
  return { kind: 'grid', columns, rows, fontPx: Math.floor(Math.min(wanted, fits)) };
}

/** `?diagonal=55&distance=4`; absent unless both are sensible numbers. */
export function askedFont(search: string): number | undefined {
  const query = new URLSearchParams(search);
  const diagonal = Number(query.get('diagonal'));
  const distance = Number(query.get('distance'));
  const sensible = diagonal >= 10 && diagonal <= 200 && distance >= 0.5 && distance <= 30;
  return sensible ? fontFor(diagonal, distance) : undefined;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
