// Words on paper and of the page that prints. They come with that page and no other.
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const printEn = {
  title: 'Print',
  heading: 'On paper',
  loading: 'Getting the day…',
  failed: 'The day did not come. Please try again.',
  noDay:
    'There is nothing to print for that day: no school is planned, or it is over, or it is not decided which day it runs.',
  notYours: 'Printing is for teachers, leaders and administrators.',
  retry: 'Try again',
  when: 'Which day',
  today: 'Today',
  next: 'Next school day',
  other: 'Another day',
  date: 'Date',
  live: 'Today as it stands now. What changes later is not on this paper.',
  planned: 'As planned. Print it again if the plan changes.',
  what: 'What',
  pack: 'Paper pack',
  packHint: 'Everything for a day without screens',
  sheets: {
    bells: 'Bell plan',
    poster: 'Wall poster',
    substitute: 'Sheet for a substitute',
    rosters: 'Room rosters',
    passes: 'Passes',
    signs: 'Seat and place signs',
    badges: 'Badge labels',
  },
  paper: 'Paper',
  papers: { letter: 'Letter', a4: 'A4' },
  room: 'Rooms',
  allRooms: 'All rooms',
  group: 'Students',
  allStudents: 'Everybody',
  perPage: 'Passes on a page',
  passesFour: 'Some days are too long for a small pass: four on a page.',
  print: 'Print',
  preview: 'Preview',
  nothing: 'Choose what to print.',
  empty: 'Nobody comes here that day.',
  scale: 'In the print window choose 100 % and no margins of your own, so that labels fit.',

  badgesTitle: 'New badges',
  badgesWarn: (n: number) =>
    count(
      n,
      'Printing a badge makes a new one. The badge this student has stops working at once.',
      'Printing badges makes new ones. The badges these # students have stop working at once.',
    ),
  badgesMake: (n: number) => count(n, 'Make # new badge', 'Make # new badges'),
  badgesMaking: (done: number, all: number) => `${done} of ${all} made…`,
  badgesReady: (n: number) =>
    count(n, '# new badge is ready. Print it now:', '# new badges are ready. Print them now:') +
    ' they are shown only here, until this page is left.',
  badgesFailed: 'Not all of them were made. Those shown are good. Make the others again.',

  asOf: (time: string) => `As of ${time}`,

  meets: (who: string) => `with ${who}`,

  starts: 'Starts',
  inPlace: 'In place by',
  wrapUp: 'Wrap up',
  ends: 'Ends',
  block: 'Block',
  length: 'Minutes',
  bellRings: 'The bell rings',
  bellsHow: 'Times with a bell beside them ring.',

  name: 'Name',
  posterHow: 'Find your name. Go along the line to the block that runs now.',

  roster: 'Who comes',
  rosterHow: 'Tick whoever is here. Tell the office who is not.',
  from: 'From',
  fromHome: 'starts here',
  staysHere: 'stays here',
  here: (n: number) => count(n, '# student', '# students'),
  away: (names: string) => `Not expected today: ${names}`,
  places: 'Places in this room',
  nobody: 'nobody',

  subTitle: 'New here today? Welcome.',
  subIntro: (room: string) => `What you need to know to run ${room} today.`,
  theDay: 'The day',
  hours: (from: string, to: string) => `First bell ${from}, last bell ${to}`,
  come: 'Students',
  who: 'Who helps here',
  bellTitle: 'When the bell rings',
  bellLines: (move: number) => [
    'Students go to their next place by themselves. Each has another one, and that is right.',
    move > 0
      ? `They have ${move} minutes. Say hello at the door and tick who has come.`
      : 'Say hello at the door and tick who has come.',
    'Somebody who does not know where to go looks on the poster, on the pass, or asks you: the roster has every name.',
    'Two minutes before the end, ask them to wrap up.',
  ],
  helpTitle: 'When somebody needs help',
  helpLines: [
    'Students call with “Raise hand” on their screen, or with their hand up when there is no screen.',
    'Whoever has waited longest comes first. Say “I am coming” so that nobody else goes.',
    'Finish one before you take the next. If you cannot help, say who can.',
    'Help nobody can give you here: ask one of the adults named on this page, or the office.',
  ],
  exceptions: 'Different today',
  noExceptions: 'Nothing that we know of.',
  closed: (place: string) => `${place} is closed.`,
  changed: (n: number) =>
    count(n, '# visit to this room was changed', '# visits to this room were changed') +
    ' after the plan was made: the roster has them.',
  changedMark: 'changed',

  signScan: 'Scan to open your day',
  label: 'Scan to sign in',
};

export type PrintWords = typeof printEn;
