// Words of a student's own time, in Canadian French.
import type { LearningWords } from './learning-en';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('fr-CA', n, { one, other });

export const learningFrCa: LearningWords = {
  flex: 'Places libres',
  free: (n) => (n === 0 ? 'aucune place libre' : count(n, '# place libre', '# places libres')),
  join: 'Y aller',
  joinLine: 'Attendre une place',
  leaveSeat: 'Laisser',
  leaveLine: 'Ne plus attendre',
  seated: 'ta place',
  ahead: (n) => (n === 0 ? 'c’est ton tour' : count(n, '# avant toi', '# avant toi')),
  offer: 'Une place est libre pour toi',
  take: 'Je la prends',
  pass: 'Non, merci',
  offerLeft: (seconds) => count(seconds, '# seconde pour répondre', '# secondes pour répondre'),
  makeRoom: 'D’autres attendent. Finis bientôt, s’il te plaît.',
  goal: 'Que veux-tu faire pendant ce bloc?',
  reflection: 'Comment ça s’est passé?',
  unlocks: 'Examens',
  ask: 'Demander l’ouverture',
  open: 'Ouvrir',
  submit: 'Je l’ai remis',
  startBy: (time) => `ouvre-le avant ${time}`,
  unlockState: {
    asked: 'demandé',
    approved: 'tu peux l’ouvrir',
    refused: 'pas aujourd’hui',
    opened: 'ouvert',
    submitted: 'remis',
    expired: 'redemande-le',
  },
  relocked: 'Il ne restait plus assez de temps. On a redemandé à ton enseignant ou enseignante.',
  award: (name, by) => `${name}, de ${by}`,
  young: { goal: 'Quoi maintenant?', reflection: 'C’était comment?' },
};
