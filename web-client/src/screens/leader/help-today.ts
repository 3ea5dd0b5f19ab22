/** What the figures of help say first, and how they are laid out in rows. */
import { countdown } from '../../text/floor-times';
import type { HelpWords } from '../../text/help-en';
import type { BellCalls, HelpToday, LessonCalls } from '../../wire/views';

type Words = HelpWords['leader']['today'];
type Row = readonly (string | number)[];

/** From here each is the finding of the day rather than one figure among others. */
const GAVE_UP_PERCENT = 20;
const SLOW_MS = 10 * 60_000;
const LESSON_PER_HUNDRED = 20;
const LESSON_REQUESTS = 3;
const BELL_PARKED = 3;

const WAITS = [
  'toClaim',
  'toArrival',
  'unheld',
  'gaveUp',
  'cutOff',
  'helpTime',
  'onHold',
  'overBell',
] as const;
const NONE = '–';

/** Who gave up weighs more than who waited, and that more than a lesson or a bell. */
export function finding(
  today: HelpToday,
  bells: readonly BellCalls[],
  lessons: readonly LessonCalls[],
  words: Words['finding'],
  timeOf: (atMs: number) => string,
): string | undefined {
  const { gaveUp, toArrival } = today;
  if (gaveUp.size * 100 >= over(today) * GAVE_UP_PERCENT && gaveUp.size > 1) {
    return words.gaveUp(gaveUp.size, over(today), countdown(gaveUp.p50Ms));
  }
  if (toArrival.p90Ms >= SLOW_MS) return words.slow(countdown(toArrival.p90Ms));
  const lesson = lessons.find(
    ({ perHundred = 0, requests }) =>
      perHundred >= LESSON_PER_HUNDRED && requests >= LESSON_REQUESTS,
  );
  if (lesson?.perHundred !== undefined) {
    return words.lesson(lesson.item ?? lesson.subject, lesson.perHundred);
  }
  const worst = [...bells].sort((one, two) => two.parked - one.parked)[0];
  if (worst !== undefined && worst.parked >= BELL_PARKED) {
    return words.bell(timeOf(worst.atMs), worst.parked);
  }
  return toArrival.size === 0
    ? undefined
    : words.calm(countdown(toArrival.p50Ms), countdown(toArrival.p90Ms));
}

/** How many are over. */
function over({ helped, gaveUp, cutOff }: HelpToday): number {
  return helped + gaveUp.size + cutOff.size;
}

export function waitRows(today: HelpToday, words: Words): Row[] {
  return WAITS.map((what) => {
    const { size, p50Ms, p90Ms } = today[what];
    const times = size === 0 ? [NONE, NONE] : [countdown(p50Ms), countdown(p90Ms)];
    return [words.rows[what], size, ...times];
  });
}

/** What happened, of how many it could have happened to. */
export function countRows(today: HelpToday, words: Words): Row[] {
  const count = (what: string) => today.counts[what] ?? 0;
  const claims = count('claimed');
  const share = (n: number, all: number) => part(n, all, words);
  return [
    [words.counts.gaveUp, share(today.gaveUp.size, over(today))],
    [words.counts.bounced, share(count('bounced'), today.helped)],
    [words.counts['out-of-order'], share(count('out-of-order'), claims)],
    [words.counts.lapsed, share(count('lapsed'), claims)],
    [words.counts['no-show'], share(count('no-show'), claims)],
    [words.counts.late, share(count('late'), today.asked)],
    [words.counts.neighbours, share(count('neighbours'), today.asked)],
    [words.counts.leader, share(count('leader'), today.asked)],
    [words.counts.urgent, share(count('urgent'), today.asked)],
    [words.counts['urgent-leader'], share(count('urgent-leader'), count('urgent'))],
    [words.counts['urgent-everybody'], share(count('urgent-everybody'), count('urgent'))],
  ];
}

/** Bells at which a call was open. */
export function openBells(bells: readonly BellCalls[]): BellCalls[] {
  return bells.filter(({ carried, parked, ended }) => carried + parked + ended > 0);
}

/** @param nameOf a bell */
export function bellRows(
  bells: readonly BellCalls[],
  words: Words,
  nameOf: (bell: BellCalls) => string,
): Row[] {
  return openBells(bells).map((bell) => [
    nameOf(bell),
    bell.carried,
    bell.parked,
    bell.ended,
    bell.kept === 0 ? 0 : words.keptFor(bell.kept, countdown(bell.overMs)),
  ]);
}

export function lessonRows(lessons: readonly LessonCalls[]): Row[] {
  return lessons.map(({ item, subject, requests, attempts, perHundred }) => [
    item ?? subject,
    requests,
    attempts,
    perHundred ?? NONE,
  ]);
}

/** Nothing needs no share. */
function part(n: number, all: number, words: Words): string | number {
  return n === 0 || all === 0 ? n : words.share(n, all, Math.round((n * 100) / all));
}

export function reachRows({ never, once, often, guessedOnly }: HelpToday, words: Words): Row[] {
  const share = (n: number) => part(n, never + once + often, words);
  return [
    [words.never, share(never)],
    [words.once, share(once)],
    [words.often, share(often)],
    [words.guessed, guessedOnly],
  ];
}
