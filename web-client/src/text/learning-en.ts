// Words of a student's own time: seats to walk in to, unlocks, goals, awards; and of their mentors.
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
  award: (name: string, by: string) => `${name}, from ${by}`,
  young: { goal: 'What now?', reflection: 'How was it?' },

  unlockAsks: 'Waiting for your OK',
  approve: 'Approve',
  refuse: 'Refuse',
  approveFor: (name: string, title: string) => `Approve ${title} for ${name}`,
  refuseFor: (name: string, title: string) => `Refuse ${title} for ${name}`,
  approvedUntil: (time: string) => `to open before ${time}`,
  teamState: {
    asked: 'asks',
    approved: 'approved',
    refused: 'refused',
    opened: 'open now',
    submitted: 'handed in',
    expired: 'not opened',
  },
  met: 'Met',
  metWith: (name: string) => `I met ${name}`,
  meetAt: (time: string) => `today at ${time}`,
};

export type LearningWords = typeof learningEn;
