import { expect, test } from 'vitest';
import { paperLang, printed } from './print';
import { LANGUAGES } from './speech.svelte';
import { printEn } from './print-en';

/** Each sentence with where it stands; those with facts in them are said of two. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${key}`;
    if (typeof value === 'function') return [[here, String(value(2, 2))]];
    if (typeof value === 'object' && value !== null) return sentences(value, here);
    return [[here, String(value)]];
  });
}

test.each(LANGUAGES)('the words on paper are all there in %s', (lang) => {
  const said = sentences(printed(lang));
  expect(said.map(([path]) => path)).toEqual(sentences(printEn).map(([path]) => path));
  expect(said.filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
});

test('a pass is in the language of its student, or in that of the school', () => {
  expect(paperLang('es', 'en')).toBe('es');
  expect(paperLang('fr', 'en')).toBe('fr-CA');
  expect(paperLang('so', 'es')).toBe('es');
});
