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
  dayLoading: 'Getting the day…',
  dayFailed: 'The day could not be had.',
  dayNote: 'Looking at a student’s day is written down.',
  what: {
    arrived: 'arrived',
    elsewhere: 'seen in another place',
    late: 'late',
    missing: 'missing',
    placed: 'has another stop',
    called: 'called',
    away: 'went away',
    back: 'came back',
    'help-asked': 'asked for help',
    'help-claimed': 'help on the way',
    'help-arrived': 'help is there',
    'help-done': 'helped',
    'help-cancelled': 'took the call back',
    'help-dismissed': 'call closed by staff',
    'help-expired': 'call ended by itself',
    'unlock-asked': 'asked to open a test',
    'unlock-approved': 'test approved',
    'unlock-refused': 'test refused',
    'unlock-opened': 'test opened',
    'unlock-submitted': 'test handed in',
    'unlock-expired': 'test not opened in time',
  },
};

export type ReplayWords = typeof replayEn;
