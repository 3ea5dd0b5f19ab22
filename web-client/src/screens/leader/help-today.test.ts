// What the sheet of the day's help says first, and of how many each figure is.
import { expect, test } from 'vitest';
import { helpEn } from '../../text/help-en';
import type { BellCalls, HelpToday, LessonCalls } from '../../wire/views';
import { bellRows, countRows, finding, lessonRows, openBells, reachRows } from './help-today';

const words = helpEn.leader.today;
const minutes = (size: number, p50: number, p90: number) => ({
  ...{ size, p50Ms: p50 * 60_000, p90Ms: p90 * 60_000 },
});
const TODAY: HelpToday = {
  ...{ id: 'today', asked: 30, helped: 20, never: 60, once: 30, often: 10, guessedOnly: 1 },
  toClaim: minutes(20, 2, 4),
  toArrival: minutes(20, 3, 5),
  unheld: minutes(20, 2, 5),
  gaveUp: minutes(2, 4, 6),
  cutOff: minutes(3, 2, 2),
  helpTime: minutes(20, 3, 6),
  onHold: minutes(2, 4, 5),
  overBell: minutes(1, 2, 2),
  counts: { claimed: 24, lapsed: 1, bounced: 5, urgent: 3, 'urgent-leader': 2 },
};
const BELL: BellCalls = {
  ...{ id: 'main/b2', schedule: 'main', block: 'main/b2', atMs: 0, carried: 2, parked: 4 },
  ...{ ended: 1, kept: 1, overMs: 120_000, longestMs: 120_000 },
};
const LESSON: LessonCalls = {
  ...{ id: 'item/math/Fractions', item: 'Fractions', subject: 'math' },
  ...{ requests: 6, attempts: 20, perHundred: 30 },
};
const say = (today: HelpToday, bells: BellCalls[] = [], lessons: LessonCalls[] = []) =>
  finding(today, bells, lessons, words.finding, () => '8:35');

test('a calm day says how soon helpers came', () => {
  expect(say(TODAY)).toBe('Half had a helper within 3:00, 9 of 10 within 5:00.');
});

test('who gave up is told before anything else', () => {
  const today = { ...TODAY, gaveUp: minutes(7, 4, 6), toArrival: minutes(20, 8, 12) };
  expect(say(today, [BELL], [LESSON])).toBe(
    '7 of 30 gave up; half of them had waited 4:00 or longer.',
  );
});

test('long waits are told before a lesson, and a lesson before a bell', () => {
  const slow = { ...TODAY, toArrival: minutes(20, 8, 12) };
  expect(say(slow, [BELL], [LESSON])).toContain('longer than 12:00');
  expect(say(TODAY, [BELL], [LESSON])).toContain('“Fractions”: 30 calls');
  expect(say(TODAY, [BELL])).toBe('The bell at 8:35 parked 4 calls, the most today.');
});

test('a lesson few came to is no finding and has no rate', () => {
  const few: LessonCalls = {
    ...{ id: 'item/math/Fractions', item: 'Fractions', subject: 'math' },
    ...{ requests: 6, attempts: 9 },
  };
  expect(say(TODAY, [], [few])).toContain('Half had a helper');
  expect(lessonRows([few])).toEqual([['Fractions', 6, 9, '–']]);
});

test('nobody was helped and nothing stands out: no sentence', () => {
  expect(say({ ...TODAY, toArrival: minutes(0, 0, 0) })).toBeUndefined();
});

test('each count says of how many', () => {
  expect(countRows(TODAY, words)).toEqual([
    ['gave up', '2 of 25 (8 %)'],
    ['came back soon', '5 of 20 (25 %)'],
    ['taken out of order', 0],
    ['nobody came after a claim', '1 of 24 (4 %)'],
    ['student not found', 0],
    ['waited long', 0],
    ['neighbours were called', 0],
    ['leaders were called', 0],
    ['were urgent', '3 of 30 (10 %)'],
    ['urgent: leaders were called', '2 of 3 (67 %)'],
    ['urgent: everybody was called', 0],
  ]);
  expect(reachRows(TODAY, words)[1]).toEqual(['once or twice', '30 of 100 (30 %)']);
});

test('a bell at which nothing was open has no row', () => {
  const quiet = { ...BELL, id: 'main/b3', carried: 0, parked: 0, ended: 0, kept: 0 };
  expect(openBells([BELL, quiet])).toEqual([BELL]);
  expect(bellRows([BELL, quiet], words, () => '8:35')).toEqual([['8:35', 2, 4, 1, '1, 2:00']]);
});
