// What staff read of tests to open and of students to meet, in Canadian French.
import type { MentoringWords } from './mentoring-en';

export const mentoringFrCA: MentoringWords = {
  unlockAsks: 'Attendent votre accord',
  approve: 'Accepter',
  refuse: 'Refuser',
  approveFor: (name, title) => `Accepter ${title} pour ${name}`,
  refuseFor: (name, title) => `Refuser ${title} à ${name}`,
  approvedUntil: (time) => `à ouvrir avant ${time}`,
  teamState: {
    asked: 'demande',
    approved: 'accepté',
    refused: 'refusé',
    opened: 'ouvert maintenant',
    submitted: 'remis',
    expired: 'pas ouvert',
  },
  met: 'Rencontré',
  metWith: (name) => `J’ai rencontré ${name}`,
  meetAt: (time) => `aujourd’hui à ${time}`,
};
