// How a sentence of Canadian French is written in Europe.
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
