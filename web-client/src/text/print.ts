/** The words on paper, all languages at once: a pass is in its student's, whatever the page is in. */
import { european } from './european';
import { printEn, type PrintWords } from './print-en';
import { printEs } from './print-es';
import { printFrCA } from './print-fr-CA';
import { saidAnew } from './said-anew';
import { nearest, type Lang } from './speech.svelte';

const PRINTED: Readonly<Record<Lang, PrintWords>> = {
  en: printEn,
  es: printEs,
  'fr-CA': printFrCA,
  'fr-FR': saidAnew(printFrCA, european),
};

export function printed(lang: Lang): PrintWords {
  return PRINTED[lang];
}

/** The language of somebody's paper: her own where we speak it, otherwise that of the school. */
export function paperLang(hers: string, schools: string): Lang {
  return nearest(hers) ?? nearest(schools) ?? 'en';
}

/** A date with its weekday: `Monday, September 14, 2026`. */
export function longDate(date: string, lang: Lang): string {
  return new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}
