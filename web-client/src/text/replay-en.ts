// Words of looking back: the replay of a day, its rooms, its students.
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const replayEn = {
  title: 'Look back on the day',
  slider: 'Time that is shown',
  field: 'Time to look at',
  day: 'Day to look at',
  today: 'Today',
  now: 'now',
  at: (time: string) => `${time}, replay`,
  back: (n: number) => count(n, '# minute back', '# minutes back'),
  forth: (n: number) => count(n, '# minute on', '# minutes on'),
  live: 'Live',
  ribbon: 'Replay',
  /** Stands above everything while something gone by is shown. */
  notNow: (time: string) => `${time}, replay: nothing you see here is now`,
  notNowOn: (time: string, date: string) => `${date}, ${time}, replay: nothing you see here is now`,
  waiting: (time: string) => `Getting ${time}…`,
  failed: 'This time could not be had.',
  retry: 'Try again',
  crumbs: 'Where you look',
  school: 'School',
  room: 'Room',
  listed: (state: string, place: string) => `${state} · ${place}`,
};

export type ReplayWords = typeof replayEn;
