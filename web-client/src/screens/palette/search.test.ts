import { expect, test } from 'vitest';
import { indexOf, search, SHOWN_MAX, type Entry } from './search';

function entry(title: string, more: Partial<Entry> = {}): Entry {
  return { id: title, kind: 'go', title, run: () => undefined, ...more };
}

const index = indexOf([
  entry('Pause the day', { kind: 'act' }),
  entry('Clay table', { hint: 'Studio' }),
  entry('Studio', { hint: 'Room' }),
  entry('Élodie Tremblay', { kind: 'student', hint: 'C12' }),
  entry('Diego Benítez', { kind: 'student', hint: 'C3' }),
]);
const titles = (query: string) => search(index, query).map(({ title }) => title);

test('a name is found without its accents, by either part, and by her seat', () => {
  expect(titles('elo')).toEqual(['Élodie Tremblay']);
  expect(titles('tremblay élodie')).toEqual(['Élodie Tremblay']);
  expect(titles('BENITEZ')).toEqual(['Diego Benítez']);
  expect(titles('c12')).toEqual(['Élodie Tremblay']);
});

test('what begins with what was typed stands before what only has it', () => {
  expect(titles('studio')).toEqual(['Studio', 'Clay table']);
});

test('every word typed has to begin a word of it', () => {
  expect(titles('pause day')).toEqual(['Pause the day']);
  expect(titles('ause')).toEqual([]);
});

test('before anything is typed no student is shown', () => {
  expect(titles('  ')).toEqual(['Pause the day', 'Clay table', 'Studio']);
});

test('no more are shown than can be read', () => {
  const many = indexOf(Array.from({ length: 40 }, (_, at) => entry(`Room ${at}`)));
  expect(search(many, 'room')).toHaveLength(SHOWN_MAX);
});
