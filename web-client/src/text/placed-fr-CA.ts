// What a student reads when put, called or kept somewhere, in Canadian French.
import type { PlacedWords } from './placed-en';

export const placedFrCA: PlacedWords = {
  ok: 'D’accord',
  listen: 'Écoute ton adulte.',
  insertDo: {
    freeze: 'Reste où tu es.',
    assembly: 'On se rassemble.',
    gather: 'Va avec ton adulte.',
    evacuate: 'Sors avec ton adulte.',
  },
  callTo: (by) => `${by} t’appelle`,
  callBy: (by) => `avec ${by}`,
  callAt: (time) => `À ${time}`,
  callSoon: 'Bientôt',
  changedNow: 'Nouvel endroit, maintenant',
  changedNext: 'Nouvel endroit, ensuite',
  from: (time) => `à partir de ${time}`,
  mayStay: 'Tu peux finir ici.',
  mayStayUntil: (time) => `Tu peux finir ici jusqu’à ${time}.`,
  mayLeave: 'Tu peux déjà y aller.',
  mayLeaveAt: (time) => `Tu peux y aller à partir de ${time}.`,
  choose: (n) => `Choisis : ${n} endroits`,
  chooseTitle: 'Où veux-tu aller?',
  chosen: 'choisi',
};
