// A helper’s hands and arrivals.
import type { Forms } from './plural';
import { plural } from './plural';

const n = (count: number, forms: Forms) => plural('en', count, forms);

export const helperEn = {
  title: 'Hands',
  rooms: 'My rooms',
  hands: (count: number) => n(count, { one: '# hand', other: '# hands' }),
  waited: (minutes: number) => n(minutes, { one: '# min', other: '# min' }),
  waitedSpoken: (minutes: number) =>
    n(minutes, { one: 'waiting # minute', other: 'waiting # minutes' }),
  kinds: { work: 'Work', equipment: 'Equipment', person: 'Person', urgent: 'Urgent' },
  helpsToday: (count: number) =>
    n(count, { one: 'helped once today', other: 'helped # times today' }),
  firstToday: 'first today',
  claim: 'Claim',
  claimNext: 'Next',
  claimed: (code: string) => `You have ${code}.`,
  claimedBy: (helper: string) => `${helper} has taken it.`,
  offerNext: 'Take the next one',
  ownedBy: (helper: string) => `${helper} is going`,
  helpingBy: (helper: string) => `${helper} is helping`,
  going: 'Go to',
  arrived: 'Arrived',
  helping: 'Helping',
  doneHelping: 'Done',
  release: 'Release',
  released: (code: string) => `${code} is back in the line.`,
  finished: (code: string) => `${code}: done.`,
  leaseLeft: (time: string) => `Yours for ${time}`,
  empty: 'No hands.',
  emptyText: 'New ones appear here by themselves.',
  emptyMine: 'Nobody else is waiting.',
  offDuty: 'You are off duty.',
  offDutyText: 'Go on duty to take hands.',
  post: {
    asks: (by: string, room: string) => `${by} asks you to be in ${room}`,
    until: (time: string) => `until ${time}`,
    untilBell: 'until the first block is over',
  },
  onDuty: 'On duty',
  goOnDuty: 'Go on duty',
  goOffDuty: 'Go off duty',
  list: 'Hands, longest wait first',
  roster: 'Arrivals',
  rosterOf: (place: string) => `Arrivals, ${place}`,
  arrivedOf: (here: number, all: number) => `${here} of ${all} here`,
  allHere: 'All here',
  markHere: (name: string) => `Mark ${name} as here`,
  hereWord: 'here',
  arrival: {
    expected: 'expected',
    prompted: 'on the way',
    arrived: 'here',
    late: 'not here yet',
    missing: 'missing',
    elsewhere: 'elsewhere',
    staying: 'staying',
    excused: 'excused',
    departed: 'gone',
  },
  noRoster: 'Nobody is due in your rooms now.',
  tabs: 'Views',
  keys: 'Keys: J and K move, C claims, D is done, U takes back, / shows arrivals',
  newHand: (code: string) => `New hand at ${code}`,
};

export type HelperWords = typeof helperEn;
