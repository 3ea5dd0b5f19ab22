// What staff read of tests to open and of students to meet, in Canadian French.
import type { MentoringWords } from './mentoring-en';
import { plural } from './plural';

export const mentoringFrCA: MentoringWords = {
  unlockAsks: 'Attendent votre accord',
  approve: 'Accepter',
  refuse: 'Refuser',
  approveFor: (name, title) => `Accepter ${title} pour ${name}`,
  refuseFor: (name, title) => `Refuser ${title} à ${name}`,
  approvedUntil: (time) => `à ouvrir avant ${time}`,
  window: (startBy, minutes, end) =>
    `à commencer avant ${startBy}, demande environ ${minutes} min, le bloc finit à ${end}`,
  nextWindow: (startBy, minutes, end) =>
    `dans un autre bloc : à commencer avant ${startBy}, environ ${minutes} min, fin à ${end}`,
  noWindow: (minutes) => `demande environ ${minutes} min, aucun bloc restant n’est assez long`,
  again: (time) => `redemandé, pas commencé à ${time}`,
  since: (state, time) => `${state}, ${time}`,
  failures: (n) => plural('fr-CA', n, { one: '# essai non réussi', other: '# essais non réussis' }),
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
