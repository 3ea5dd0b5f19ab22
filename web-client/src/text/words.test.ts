import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { en } from './en';
import { es } from './es';
import { forStaffEn } from './for-staff-en';
import { forStaffEs } from './for-staff-es';
import { forStaffFrCA } from './for-staff-fr-CA';
import { forStaffFrFR } from './for-staff-fr-FR';
import { forStudentsEn } from './for-students-en';
import { forStudentsEs } from './for-students-es';
import { forStudentsFrCA } from './for-students-fr-CA';
import { forStudentsFrFR } from './for-students-fr-FR';
import { frCA } from './fr-CA';
import { frFR } from './fr-FR';
import { kioskWords } from './kiosk';
import { networkCheckWords } from './network-check';
import { nearest, speech } from './speech.svelte';
import { minutesAndSeconds, timeOfDay, wholeMinutes } from './times';

type Leaf = readonly [path: string, sentence: string];

/** Every sentence; those with facts in them are said of a list of one two, which passes for any. */
function sentences(words: object, path = ''): Leaf[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): Leaf[] => {
    const here = `${path}.${key}`;
    if (typeof value === 'function') return [[here, String(value([2], [2], [2]))]];
    if (typeof value === 'object' && value !== null) return sentences(value, here);
    return [[here, String(value)]];
  });
}

/** As the reference of the wire has them; the server's tests hold it to its own. */
const REFUSALS = [
  ...readFileSync('../docs/protocol.md', 'utf8').matchAll(/^\| (2\d{3}) \| `/gm),
].map(([, number]) => Number(number));

test('the reference has the numbers of refusals', () => {
  expect(REFUSALS.length).toBeGreaterThan(80);
});

const EN = {
  words: en,
  students: forStudentsEn,
  staff: forStaffEn,
  check: networkCheckWords('en'),
  kiosk: kioskWords('en'),
};
const ES = {
  words: es,
  students: forStudentsEs,
  staff: forStaffEs,
  check: networkCheckWords('es'),
  kiosk: kioskWords('es'),
};
const FR_CA = {
  words: frCA,
  students: forStudentsFrCA,
  staff: forStaffFrCA,
  check: networkCheckWords('fr-CA'),
  kiosk: kioskWords('fr-CA'),
};
const FR_FR = {
  words: frFR,
  students: forStudentsFrFR,
  staff: forStaffFrFR,
  check: networkCheckWords('fr-FR'),
  kiosk: kioskWords('fr-FR'),
};
const languages = { en: EN, es: ES, 'fr-CA': FR_CA, 'fr-FR': FR_FR };

describe.each(Object.entries(languages))(
  'the words in %s',
  (_, { words, students, staff, check, kiosk }) => {
    test('are the same keys as in English, and none is empty', () => {
      const said = sentences({ words, students, staff, check, kiosk });
      expect(said.map(([path]) => path)).toEqual(sentences(EN).map(([path]) => path));
      expect(said.filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
    });

    test('say why for every number a command may be refused with', () => {
      const said = Object.entries(words.refusals).filter(([, sentence]) => sentence.trim() !== '');
      expect(said.map(([number]) => Number(number))).toEqual(expect.arrayContaining(REFUSALS));
    });

    test('tell no child that she is too slow or mistaken', () => {
      const hard =
        /\b(late|later|failed|behind|wrong|tarde|atrasad|fallad|retard|échou|faux|erreur)/i;
      const { student, placed, learning, hand } = students;
      const said = sentences({ student, placed, learning, hand, kiosk });
      expect(said.filter(([, sentence]) => hard.test(sentence))).toEqual([]);
    });
  },
);

describe('times', () => {
  const atMs = Date.parse('2026-09-14T20:45:00Z');

  test('are written as the language writes them, in the school’s zone, and do not break', () => {
    const written = (lang: string) => timeOfDay(atMs, lang, 'America/Phoenix');
    expect(written('fr-CA')).toBe('13\u00a0h\u00a045');
    expect(written('fr-FR')).toBe('13:45');
    expect(written('es')).toBe('13:45');
    expect(written('en').replaceAll(/\s/g, ' ')).toBe('1:45 PM');
  });

  test('what is left is whole minutes, and minutes and seconds at the end', () => {
    expect(wholeMinutes(60_001)).toBe(2);
    expect(minutesAndSeconds(83_000)).toBe('1:23');
    expect(minutesAndSeconds(-5)).toBe('0:00');
  });
});

test('the nearest language is found by its base, and French by where it is spoken', () => {
  const asked = ['fr', 'fr-CA', 'fr-FR', 'fr-CH', 'es-MX', 'EN', 'de'];
  expect(asked.map(nearest)).toEqual(['fr-CA', 'fr-CA', 'fr-FR', 'fr-FR', 'es', 'en', undefined]);
});

test('France sets a narrow space before ; ? and !, Canada none; both set one before a colon', () => {
  expect(forStudentsFrCA.placed.chooseTitle).toBe('Où veux-tu aller?');
  expect(forStudentsFrFR.placed.chooseTitle).toBe('Où veux-tu aller\u202f?');
  expect(frFR.common.bellOn).toBe(frCA.common.bellOn);
  const unlike = sentences(FR_CA).filter(([, said]) => /\s[;?!]/.test(said));
  expect(unlike).toEqual([]);
  expect(sentences(FR_FR).filter(([, said]) => /[^\s;?!\u202f][;?!]/.test(said))).toEqual([]);
});

test('another language comes when it is picked; until it is there the page keeps the one it has', async () => {
  const there = speech.pick('es');
  expect(speech.lang).toBe('en');
  await there;
  expect(speech.lang).toBe('es');
  expect(speech.words).toBe(es);
  expect(speech.forStaff).toBe(forStaffEs);
  expect(speech.forStudents).toBe(forStudentsEs);
  await speech.pick('en');
  expect(speech.words).toBe(en);
  expect(speech.forStaff).toBe(forStaffEn);
});

test('a page has the words of staff once it speaks to them, also in a language picked meanwhile', async () => {
  vi.resetModules();
  const { speech: fresh } = await import('./speech.svelte');
  await fresh.ready;
  expect(() => fresh.forStaff).toThrow();
  const there = fresh.speakTo('staff');
  const picked = fresh.pick('es');
  await Promise.all([there, picked]);
  expect(fresh.lang).toBe('es');
  expect(fresh.forStaff.helper.title).toBe(forStaffEs.helper.title);
  fresh.forget();
});
