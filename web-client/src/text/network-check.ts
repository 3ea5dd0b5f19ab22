/** The words of the network check, all languages at once: they are few, and seldom opened. */
import { european } from './european';
import { networkCheckEn, type NetworkCheckWords } from './network-check-en';
import { networkCheckEs } from './network-check-es';
import { networkCheckFrCA } from './network-check-fr-CA';
import { saidAnew } from './said-anew';
import type { Lang } from './speech.svelte';

const SAID: Readonly<Record<Lang, NetworkCheckWords>> = {
  en: networkCheckEn,
  es: networkCheckEs,
  'fr-CA': networkCheckFrCA,
  'fr-FR': saidAnew(networkCheckFrCA, european),
};

export function networkCheckWords(lang: Lang): NetworkCheckWords {
  return SAID[lang];
}
