/** The words of the page of health, all languages at once: they are few, and seldom opened. */
import { european } from './european';
import { healthEn, type HealthWords } from './health-en';
import { healthEs } from './health-es';
import { healthFrCA } from './health-fr-CA';
import { saidAnew } from './said-anew';
import type { Lang } from './speech.svelte';

const SAID: Readonly<Record<Lang, HealthWords>> = {
  en: healthEn,
  es: healthEs,
  'fr-CA': healthFrCA,
  'fr-FR': saidAnew(healthFrCA, european),
};

export function healthWords(lang: Lang): HealthWords {
  return SAID[lang];
}
