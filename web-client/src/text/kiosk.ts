/** The words of a computer many sit at, all languages at once: whoever sits down may read another. */
import { european } from './european';
import { kioskEn, type KioskWords } from './kiosk-en';
import { kioskEs } from './kiosk-es';
import { kioskFrCA } from './kiosk-fr-CA';
import { saidAnew } from './said-anew';
import type { Lang } from './speech.svelte';

const SAID: Readonly<Record<Lang, KioskWords>> = {
  en: kioskEn,
  es: kioskEs,
  'fr-CA': kioskFrCA,
  'fr-FR': saidAnew(kioskFrCA, european),
};

export function kioskWords(lang: Lang): KioskWords {
  return SAID[lang];
}
