/**
 * The same words with every sentence said another way, also those that are made of facts: for
 * spelling that follows a rule.
 */
export function saidAnew<W>(words: W, how: (sentence: string) => string): W {
  return anew(words, how) as W;
}

function anew(words: unknown, how: (sentence: string) => string): unknown {
  if (typeof words === 'string') return how(words);
  if (typeof words === 'function') {
    return (...facts: unknown[]): unknown => anew(Reflect.apply(words, undefined, facts), how);
  }
  if (Array.isArray(words)) return words.map((one) => anew(one, how));
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, one]) => [key, anew(one, how)]));
}
