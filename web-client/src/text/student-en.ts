// What a student reads of the day, and of the hand that is up.
import { ordinal } from './ordinal';
import type { Forms } from './plural';
import { plural } from './plural';

const n = (count: number, forms: Forms) => plural('en', count, forms);
const nth = (place: number, forms: Forms) => ordinal('en', place, forms);

export const studentEn = {
  title: 'My day',
  now: 'Now',
  next: 'Next',
  withAdult: (adult: string) => `with ${adult}`,
  seat: (seat: string) => `Seat ${seat}`,
  starts: 'Starts',
  ends: 'Until',
  left: 'left',
  timeLeft: (spoken: string) => `${spoken} left`,
  lastMinutes: (time: string) => `${time} left`,
  changed: 'New place',
  was: (code: string) => `before: ${code}`,
  stay: 'You stay here',
  lastStop: 'That was your last stop for today.',
  afterThis: 'After this you are done for today.',
  playlist: 'Your day',
  stopDone: 'done',
  stopNow: 'now',
  moveTo: 'Go to',
  moveTitle: (code: string) => `Go to ${code}`,
  imHere: 'I’m here',
  here: 'You are here',
  hereKept: 'Saved. It goes out when the network is back.',
  seeCard: 'Show where to go',
  wrapUp: (minutes: number) =>
    n(minutes, {
      one: '# minute: finish your line and save.',
      other: '# minutes: finish your line and save.',
    }),
  wrapUpNow: 'Finish your line and save.',
  thenTo: (code: string, place: string) => `Then ${code}, ${place}`,
  wrapUpOwn: (minutes: number, own: string) =>
    n(minutes, { one: `# minute: ${own}`, other: `# minutes: ${own}` }),
  young: {
    wrapUp: 'Time to tidy up.',
    then: (place: string) => `Then go to ${place}.`,
    help: 'Tap the hand. An adult comes.',
  },
  way: {
    map: (code: string, place: string) => `Plan of the school: the way to ${code}, ${place}`,
    show: 'Show me the way',
    adult: 'I need an adult',
    look: (sign: string, place: string) => `Look for this sign: ${sign}. It is ${place}.`,
    ask: 'Any adult knows the way.',
    askFor: (adult: string) => `Ask for ${adult}. Any adult knows the way.`,
  },
  float: 'Small window',
  paused: 'Stay where you are. Listen to your adult.',
  pausedWhy: 'The clock is resting.',
  before: 'Good morning!',
  beforeText: 'Your day begins soon.',
  gap: 'Break',
  gapText: 'After it you go to your next stop.',
  done: 'You are done for today.',
  doneText: 'See you next time!',
  off: 'No school today.',
  offText: 'Nothing is missed. See you next time!',
  noPlan: 'No stop for you yet.',
  noPlanText: 'Stay where you are, or ask an adult.',
  offlineHelp: 'Your hand is kept. It goes up when the network is back. You can also wave.',
  help: 'Help',
  helpUp: 'Your hand is up',
  helpSent: 'Hand raised.',
  helpSending: 'Raising your hand…',
  helpNext: 'You are next.',
  helpAhead: (ahead: number) =>
    nth(ahead + 1, {
      one: 'You are #st in line.',
      two: 'You are #nd in line.',
      few: 'You are #rd in line.',
      other: 'You are #th in line.',
    }),
  helpWaiting: 'An adult will come.',
  onTheWay: (helper: string) => `${helper} is on the way.`,
  withYou: (helper: string) => `${helper} is with you.`,
  somebody: 'Somebody',
  gotIt: 'Got it',
  gotItHint: 'You do not need help any more',
  allDone: 'All done',
  helpOver: 'Your hand is down.',
  sayMore: 'Say more',
  why: 'What is it about? (if you like)',
  kinds: { work: 'My work', equipment: 'A thing', person: 'A person', urgent: 'Urgent' },
  tell: 'A few words, if you like',
  tellLeft: (count: number) => n(count, { one: '# letter left', other: '# letters left' }),
  send: 'Send',
  helpNotNow: 'You can ask for help during a block.',
  lamp: {
    waiting: 'Lamp: hand up',
    claimed: 'Lamp: someone is coming',
    helping: 'Lamp: being helped',
  },
};

export type StudentWords = typeof studentEn;
