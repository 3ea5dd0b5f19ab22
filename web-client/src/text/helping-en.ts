// Words of what a helper is told of a call, and of what she does beside helping.
import { plural } from './plural';

export const helpingEn = {
  lost: {
    title: 'No longer yours',
    /** What happened to it; by whom, where an adult did it. */
    how: {
      lapsed: (name: string) => `The time to reach ${name} is over.`,
      'taken-over': (name: string, by: string) => `${by} has taken ${name} over.`,
      'handed-off': (name: string, by: string) => `${by} has handed ${name} on.`,
      'put-back': (name: string, by: string) => `${by} has put ${name} back in the line.`,
      closed: (name: string, by: string) => `The call of ${name} was closed by ${by}.`,
      done: (name: string, by: string) => `${by} says that ${name} was helped.`,
      fine: (name: string) => `${name} is fine now. No need to go.`,
      alone: (name: string) => `${name} would like to be helped alone.`,
      stuck: (name: string) => `${name} is still stuck and waits for somebody else.`,
      moved: (name: string) => `${name} is due somewhere else now.`,
      ended: (name: string) => `The time for this call of ${name} is over.`,
    },
    somebody: 'A leader',
    waits: 'It waits in the line.',
    waitsFor: (to: string) => `It waits for ${to}.`,
    has: (to: string) => `${to} has it now.`,
    parked: 'It waits for another lesson.',
    noted: 'Got it',
  },
  more: {
    open: (code: string, name: string) => `More about ${code}, ${name}`,
    title: (code: string, name: string) => `${code}, ${name}`,
    pin: 'Put first in the line',
    unpin: 'No longer first',
    takeIn: (who: string, time: string) =>
      `${who} has this hand. If nobody hears of the device, it can be taken over in ${time}.`,
    finishFirst: 'Finish or let go of the hand you have; then you can take this one over.',
    closed: (code: string) => `${code} is closed.`,
  },
  ask: {
    open: 'Raise a hand for a student',
    title: 'Raise a hand for a student',
    who: 'Who?',
    choose: 'Choose a student',
    about: 'What is it about?',
    text: 'A few words (if you like)',
    send: 'Raise the hand',
    raised: (code: string) => `A hand is up for ${code}.`,
    already: (code: string) => `${code} has a hand up already.`,
  },
  leaves: 'leaves at the bell',
  leavesOwn: (time: string) => `Due in another room at ${time}.`,
  closing: (n: number) =>
    plural('en', n, {
      one: 'The bell is near: # leaves the room.',
      other: 'The bell is near: # leave the room.',
    }),
  closingNext: 'Next takes who stays or fits in.',
  /** What becomes of a hand that still waits when the bell rings. */
  atBell: {
    title: (code: string, name: string) => `At the bell: ${code}, ${name}`,
    carry: 'Carry over',
    pass: (place?: string) => (place === undefined ? 'Pass on' : `Pass on: ${place}`),
    drop: 'Drop',
  },
  /** A group that needs a moment more than its block has. */
  over: {
    more: (minutes: number) => `+${minutes} min`,
    moreAt: (minutes: number, place: string) => `${minutes} minutes more at ${place}`,
    stays: (n: number, time: string) =>
      plural('en', n, {
        one: `# student stays until ${time}. The bell rings for everybody else.`,
        other: `# students stay until ${time}. The bell rings for everybody else.`,
      }),
    awaited: (place: string, n: number) =>
      plural('en', n, { one: `${place}: # comes later`, other: `${place}: # come later` }),
    crowded: (place: string, n: number) =>
      plural('en', n, {
        one: `${place}: no place for # who comes with the bell`,
        other: `${place}: no place for # who come with the bell`,
      }),
    unseen: 'Nobody is marked as here yet.',
    nobody: 'Nobody else waits for them.',
    yes: (minutes: number) => `Yes, ${minutes} minutes more`,
    hold: 'Ask the leaders to hold the bell',
    ask: (place: string, minutes: number) => `${place}: could the bell wait ${minutes} min?`,
    no: 'No',
    said: (n: number, time: string) =>
      plural('en', n, { one: `# stays until ${time}.`, other: `# stay until ${time}.` }),
  },
  /** With more hands up than can be answered one by one. */
  tellWait: (minutes: number) => `Tell the class: about ${minutes} min`,
  waitTold: (minutes: number) => `The class was told: about ${minutes} min.`,
  /** What the class sees on the wall of its room. */
  projector: {
    open: 'Show the class',
    title: 'For the class',
    close: 'Close',
    next: 'Where we go next',
    agenda: 'Today',
    toBell: 'to the bell',
    students: (n: number) => plural('en', n, { one: '# student', other: '# students' }),
  },
  onMove: (code: string, time: string) => `on the move, at ${code} from ${time}`,
  map: {
    tab: 'Map',
    title: 'Your rooms, and where the hands are',
    near: 'next room',
    far: 'far',
  },
  absent: 'Absent',
  absentFor: (name: string) => `Absent: ${name}`,
  mentor: {
    tab: 'Mentees',
    title: 'My mentees this week',
    remaining: (n: number) => `Remaining: ${n}`,
    done: (n: number) => `Done this week: ${n}`,
    never: 'no meeting known',
    last: (day: string) => `last met ${day}`,
    next: (code: string, time: string) => `next ${code}, ${time}`,
    start: 'Start',
    startWith: (name: string) => `Start a talk with ${name}`,
    stop: 'Not now',
    since: (minutes: number) => `${minutes} min`,
  },
  kept: {
    help: (by?: string) => (by === undefined ? 'is being helped' : `is being helped by ${by}`),
    test: () => 'is still at a test',
    'extra-time': () => 'has extra time',
    class: () => 'stays with a class that runs over',
    where: (why: string, place: string, time: string) => `${why}: ${place}, until ${time} at most`,
  },
};

export type HelpingWords = typeof helpingEn;
