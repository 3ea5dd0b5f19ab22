// Words of planning anew: what happened, who would move, and what a leader says to it.
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const planningEn = {
  open: 'Plan anew',
  placeOthers: 'Place its students elsewhere',
  waits: (title: string) => `New plan: ${title}`,
  waitsHint: (n: number, by: string) =>
    `${count(n, '# student would move', '# students would move')}. Asked by ${by}.`,
  closedHint: 'It takes nobody new. Its students can be placed elsewhere.',

  title: {
    station: (place: string) => `${place} is closed`,
    stationOpen: (place: string) => `${place} is open`,
    adult: (name: string, time: string) => `${name} is away from ${time}`,
    student: (name: string) => `${name} comes or goes`,
    day: 'The rest of the day',
  },

  what: 'What happened',
  of: {
    station: 'A station closed or opened',
    adult: 'An adult is away',
    student: 'A student came, went or is done early',
    day: 'Blocks of the day changed',
  },
  station: 'Station',
  adult: 'Who is away',
  from: 'From when',
  now: 'Now',
  student: 'Which student',
  choose: 'Please choose',
  namesFailed: 'The names did not come. Please try again.',

  others: 'How many others may move for each student who cannot stay',
  othersOf: ['Nobody else', 'One other', 'Two others'],
  nextToo: (block: string) => `Also ${block}, even once everybody has been told`,
  nextTooPlain: 'Also the next block, even once everybody has been told',
  propose: 'Show what would change',
  proposeAgain: 'Show it anew',
  differently: 'Ask for something else',
  thinking: 'Looking for places…',

  moves: (students: number, blocks: number) =>
    `${count(students, '# student moves', '# students move')} in ${count(blocks, '# block', '# blocks')}.`,
  nobodyMoves: 'Nobody moves.',
  madeRoom: (n: number) => count(n, '# of them only to make room.', '# of them only to make room.'),
  notPlaced: (n: number) =>
    count(n, '# thing finds no place today.', '# things find no place today.'),
  nothing: 'Nobody has to move. Everything stays as planned.',
  still: 'Nothing has changed yet. Students are told when you accept.',
  accept: 'Accept',
  reject: 'Reject',
  table: (block: string) => `Who moves in ${block}`,
  arrow: 'then',
  whyOf: {
    displaced: 'cannot stay there',
    'seat-free': 'gets a free seat',
    'made-room': 'makes room',
  },
  unmet: 'Finds no place today',
  unmetText: 'They are at home or in the overflow place meanwhile.',
  reason: {
    'no-station': 'no station for it',
    'no-block': 'no block left',
    full: 'every station is full',
    clash: 'busy whenever there is room',
    closed: 'every station for it is closed',
    frozen: 'room only in a block that has been told',
  },
  over: 'This proposal is over: accepted, rejected, replaced, or its blocks have begun.',
  accepted: (students: number) =>
    count(students, '# student has a new place.', '# students have a new place.'),
  acceptedNote: 'Each of them is told now and says OK. You hear of whoever does not.',
  leftOut: (n: number) => count(n, '# change was left out:', '# changes were left out:'),
  leftWhy: {
    begun: 'the block has begun or been told',
    gone: 'no longer here today',
    chosen: 'placed by somebody since',
    moved: 'planned elsewhere since',
    closed: 'the station has closed',
    full: 'no seat left',
    apart: 'better apart from somebody there',
  },
  closing: {
    looking: 'Working out where everybody would go…',
    nobody: 'Nobody is to come here any more today: no stop changes.',
    changes: (stops: number, students: number) =>
      `${count(stops, '# stop changes', '# stops change')}, of ${count(students, '# student', '# students')}.`,
    noPlace: (n: number) =>
      count(
        n,
        '# student finds no place for what she was to do here.',
        '# students find no place for what they were to do here.',
      ),
    where: 'Where they go instead',
    goes: (n: number, place: string) => `${count(n, '# student', '# students')} to ${place}`,
    who: 'Who finds no place',
    allOf: (room: string, n: number) => `All of ${room}: ${count(n, '# station', '# stations')}`,
    still:
      'Nothing has changed yet. Whoever is here may stay to the end of the block; the others are told at once.',
    confirm: 'Close and send them there',
    only: 'Close, decide that later',
  },
  rejected: 'Rejected. Everybody stays where planned.',
};

export type PlanningWords = typeof planningEn;
