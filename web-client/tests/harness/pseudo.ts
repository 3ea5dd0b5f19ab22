/**
 * Two languages nobody speaks, made from English, for proofs of the screens. `en-XA`: accents, and
 * two fifths longer, as other languages are. `ar-XB`: Arabic letters, read from right to left.
 */
import { en } from '../../src/text/en';
import { forStaffEn } from '../../src/text/for-staff-en';
import { forStudentsEn } from '../../src/text/for-students-en';
import { saidAnew } from '../../src/text/said-anew';
import { speech } from '../../src/text/speech.svelte';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'áƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž';
const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';
const LONGER = 0.4;
const FILL = ' ñöñ';

function letters(sentence: string, alphabet: string): string {
  const to = [...alphabet];
  return [...sentence].map((letter) => to[LATIN.indexOf(letter.toLowerCase())] ?? letter).join('');
}

function longer(sentence: string): string {
  // What has no letters is the same in every language.
  if (!/\p{L}/u.test(sentence)) return sentence;
  const more = Math.ceil((sentence.length * LONGER) / FILL.length);
  return `${letters(sentence, ACCENTED)}${FILL.repeat(more)}`;
}

function anew(how: (sentence: string) => string) {
  return {
    words: saidAnew(en, how),
    students: saidAnew(forStudentsEn, how),
    staff: saidAnew(forStaffEn, how),
  };
}

const PSEUDO = {
  'en-XA': { ...anew(longer), direction: 'ltr' },
  'ar-XB': { ...anew((said) => letters(said, ARABIC)), direction: 'rtl' },
} as const;

/** Speaks it, where it is one of the two. */
export function speakPseudo(lang: string | null): void {
  if (lang !== 'en-XA' && lang !== 'ar-XB') return;
  const { direction } = PSEUDO[lang];
  speech.borrow({ lang, ...PSEUDO[lang] });
  document.documentElement.lang = lang;
  document.documentElement.dir = direction;
}
