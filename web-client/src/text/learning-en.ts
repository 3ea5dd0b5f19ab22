// Words of a student's own time: seats to walk in to, unlocks, goals, awards.
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const learningEn = {
  flex: 'Free places',
  free: (n: number) => (n === 0 ? 'no seat free' : count(n, '# seat free', '# seats free')),
  join: 'Go there',
  joinLine: 'Wait for a seat',
  leaveSeat: 'Leave',
  leaveLine: 'Stop waiting',
  seated: 'your seat',
  ahead: (n: number) => (n === 0 ? 'you are next' : count(n, '# before you', '# before you')),
  offer: 'A seat is free for you',
  take: 'I’ll take it',
  pass: 'No, thank you',
  offerLeft: (seconds: number) => count(seconds, '# second to answer', '# seconds to answer'),
  makeRoom: 'Others are waiting. Finish soon, please.',
  goal: 'What would you like to do in this block?',
  reflection: 'How did it go?',
  unlocks: 'Tests',
  ask: 'Ask to open',
  open: 'Open',
  submit: 'I handed it in',
  startBy: (time: string) => `open it before ${time}`,
  unlockState: {
    asked: 'asked',
    approved: 'you may open it',
    refused: 'not today',
    opened: 'open',
    submitted: 'handed in',
    expired: 'ask again',
  },
  relocked: 'There was no time left for it. We asked your teacher again.',
  award: (name: string, by: string) => `${name}, from ${by}`,
  young: { goal: 'What now?', reflection: 'How was it?' },
};

export type LearningWords = typeof learningEn;
