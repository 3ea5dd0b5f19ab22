// V3: what a letter typed costs among 1,000 students and everything else there is to find.
import { bench, describe } from 'vitest';
import { indexOf, search, type Entry } from './search';

const FIRST = ['Amélie', 'Diego', 'Mira', 'Noah', 'Tariq', 'June', 'Élodie', 'Abdirahman'];
const LAST = ['Kowalski', 'Benítez', 'O’Neill', 'Tremblay', 'Nguyen', 'García', 'Lindqvist'];

const entries: Entry[] = [
  ...Array.from({ length: 60 }, (_, at): Entry => ({
    ...{ id: `s${at}`, kind: 'go', title: `Station ${at}`, hint: `Room ${at % 8}` },
    run: () => undefined,
  })),
  ...Array.from({ length: 1_000 }, (_, at): Entry => {
    const name = `${FIRST[at % FIRST.length] ?? ''} ${LAST[at % LAST.length] ?? ''} ${at}`;
    return { id: `p${at}`, kind: 'student', title: name, hint: `C${at}`, run: () => undefined };
  }),
];
const index = indexOf(entries);

describe('1,000 students', () => {
  bench('the palette opens', () => {
    indexOf(entries);
  });
  bench('one letter, which most names have', () => {
    search(index, 'a');
  });
  bench('two words', () => {
    search(index, 'elo trem');
  });
});
