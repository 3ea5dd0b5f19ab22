/** Times as people of a language write them, in the school's zone. */

/** A time of day: `1:45 PM`, `13:45`, `13 h 45`. Its spaces do not break. */
export function timeOfDay(atMs: number, lang: string, zone: string | undefined): string {
  return formatter(lang, zone).format(atMs).replaceAll(' ', '\u00a0');
}

/** What is left as `m:ss`; used in the last two minutes only. */
export function minutesAndSeconds(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whole minutes left, counted so that the last one reads 1 until it is over. */
export function wholeMinutes(leftMs: number): number {
  return Math.max(0, Math.ceil(leftMs / 60_000));
}

/** For how many whole minutes a device has been silent. */
export function silentMinutes(lastSeenMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - lastSeenMs) / 60_000));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: string, zone: string | undefined): Intl.DateTimeFormat {
  const key = `${lang} ${zone ?? ''}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const made = new Intl.DateTimeFormat(
    lang,
    zone === undefined ? options : { ...options, timeZone: zone },
  );
  formatters.set(key, made);
  return made;
}

/** A day as `September 18`, from `2026-09-18`. */
export function shortDate(date: string, lang: string): string {
  const format = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(lang, format).format(new Date(`${date}T00:00:00Z`));
}
