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
/** Twelve letters alone, and a name with its stop below. */
const NAME_WIDTH_EM = 8.4;
const STACK_HEIGHT_EM = 2.5;
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
      /** The stop stands under the name: for readers so far away that both do not fit beside it. */
      readonly stacked: boolean;
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
  const stacked = asked !== undefined && width / wanted < ROW_WIDTH_EM;
  const rows = clamp(
    Math.floor(lines / (wanted * (stacked ? STACK_HEIGHT_EM : rowEm))),
    1,
    ROWS_MAX,
  );
  if (stacked) {
    const fits = Math.min(width / NAME_WIDTH_EM, lines / rows / STACK_HEIGHT_EM);
    return { kind: 'grid', columns: 1, rows, fontPx: Math.ceil(Math.min(wanted, fits)), stacked };
  }
  // A narrow screen writes as large as a row may be wide, and never larger than a row is high.
  const fits = Math.min(width / columns / ROW_WIDTH_EM, lines / rows / ROW_HEIGHT_EM);
  // What somebody measured is never written smaller than that.
  const fontPx = asked === undefined ? Math.floor(Math.min(wanted, fits)) : Math.ceil(wanted);
  return { kind: 'grid', columns, rows, fontPx, stacked };
}

/**
 * As large as so few rows may be written, one under the other: a board by group has a handful.
 */
export function largestFor(
  rows: number,
  width: number,
  height: number,
  asked: number | undefined,
): BoardLayout {
  const usual = layoutOf(width, height, asked);
  if (usual.kind === 'list' || rows > usual.rows) {
    return usual;
  }
  const lines = height * (1 - HEADER_OF_HEIGHT - FOOTER_OF_HEIGHT);
  const fits = Math.floor(Math.min(width / ROW_WIDTH_EM, lines / Math.max(3, rows) / 1.7));
  return { kind: 'grid', columns: 1, rows, fontPx: Math.max(usual.fontPx, fits), stacked: false };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
