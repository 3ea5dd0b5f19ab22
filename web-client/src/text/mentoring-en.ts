// What staff read of tests to open and of students to meet.

export const mentoringEn = {
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

export type MentoringWords = typeof mentoringEn;
