// What staff read of tests to open and of students to meet.
import { plural } from './plural';

export const mentoringEn = {
  unlockAsks: 'Waiting for your OK',
  approve: 'Approve',
  refuse: 'Refuse',
  approveFor: (name: string, title: string) => `Approve ${title} for ${name}`,
  refuseFor: (name: string, title: string) => `Refuse ${title} for ${name}`,
  approvedUntil: (time: string) => `to open before ${time}`,
  window: (startBy: string, minutes: number, end: string) =>
    `start by ${startBy}, needs about ${minutes} min, block ends ${end}`,
  /** The block the student is in is too short for it now. */
  nextWindow: (startBy: string, minutes: number, end: string) =>
    `in a later block: start by ${startBy}, needs about ${minutes} min, block ends ${end}`,
  noWindow: (minutes: number) => `needs about ${minutes} min, no block left is long enough`,
  again: (time: string) => `asked again, not started by ${time}`,
  since: (state: string, time: string) => `${state}, ${time}`,
  failures: (n: number) =>
    plural('en', n, { one: '# try not passed', other: '# tries not passed' }),
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

export type MentoringWords = typeof mentoringEn;
