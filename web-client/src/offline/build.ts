/** Which build of the pages this is: the build writes it into the first page. */

export function ownBuild(): string | undefined {
  const said = document.querySelector<HTMLMetaElement>('meta[name="carillon-build"]')?.content;
  return said === undefined || said === '' ? undefined : said;
}

/** From a minute before a bell to three after it nobody's page is disturbed. */
const BEFORE_BELL_MS = 60_000;
const AFTER_BELL_MS = 3 * 60_000;

/** Whether a floor instant is away from every bell. */
export function isAwayFromBells(
  nowMs: number,
  bells: Iterable<{ readonly atMs: number }>,
): boolean {
  for (const { atMs } of bells) {
    if (nowMs > atMs - BEFORE_BELL_MS && nowMs < atMs + AFTER_BELL_MS) return false;
  }
  return true;
}
