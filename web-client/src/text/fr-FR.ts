/**
 * Every word a person reads, in the French of Europe: what is written in Canadian French, with a
 * narrow space before ; ? and ! as France sets them, and the few words that differ.
 */
import type { Words } from './en';
import { frCA } from './fr-CA';
import { saidAnew } from './said-anew';

const NARROW = '\u202f';
const WORDS: readonly [canadian: RegExp, european: string][] = [
  [/\bdîner\b/g, 'déjeuner'],
  [/\bDîner\b/g, 'Déjeuner'],
  [/\bcollation\b/g, 'goûter'],
  [/\bfin de semaine\b/g, 'week-end'],
];

export function european(sentence: string): string {
  const spelt = WORDS.reduce((said, [from, to]) => said.replace(from, to), sentence);
  return spelt.replace(/(?<=[^\s;?!])[ \u00a0\u202f]?([;?!])/g, `${NARROW}$1`);
}

export const frFR: Words = saidAnew(frCA, european);
