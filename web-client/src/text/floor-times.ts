// How times are written on the floor map and the boards.

const MINUTE_MS = 60_000;
/** Whole minutes until the last two; then seconds too. */
const SECONDS_BELOW_MS = 2 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The school's clock time in figures: `1:45` in English (a school day has one quarter to two),
 * `13:45` elsewhere, as timetables and boards may in French too.
 */
export function clockTime(locale: string, zone: string | undefined, atMs: number): string {
  return format(locale, zone)
    .formatToParts(atMs)
    .filter(({ type }) => type === 'hour' || type === 'minute')
    .map(({ value }) => value)
    .join(':');
}

/**
 * `m:ss`, and `h:mm:ss` from an hour on. Never below zero; reaches 0:00 at the bell, not before.
 */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const [s, m, h] = [seconds % 60, Math.floor(seconds / 60) % 60, Math.floor(seconds / 3_600)];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Whole minutes in words, and `m:ss` in the last two minutes. */
export function timeLeft(leftMs: number, minutes: (n: number) => string): string {
  return leftMs > SECONDS_BELOW_MS ? minutes(Math.ceil(leftMs / MINUTE_MS)) : countdown(leftMs);
}

function format(locale: string, zone: string | undefined): Intl.DateTimeFormat {
  const key = `${locale} ${zone ?? ''}`;
  const kept = formats.get(key);
  if (kept !== undefined) {
    return kept;
  }
  const made = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: locale === 'en' ? 'h12' : 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  });
  formats.set(key, made);
  return made;
}
