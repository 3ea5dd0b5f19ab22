// Mots de ce qu’on dit d’un appel à qui aide, et de ses gestes à côté de l’aide.
import type { HelpingWords } from './helping-en';

export const helpingFrCA: HelpingWords = {
  lost: {
    title: 'N’est plus à vous',
    how: {
      lapsed: (name) => `Le temps pour rejoindre ${name} est passé.`,
      'taken-over': (name, by) => `${by} s’occupe de ${name} à votre place.`,
      'handed-off': (name, by) => `L’appel de ${name} a été confié par ${by}.`,
      'put-back': (name, by) => `${by} a remis ${name} dans la file.`,
      closed: (name, by) => `L’appel de ${name} a été fermé par ${by}.`,
      done: (name, by) => `${by} dit que ${name} a eu de l’aide.`,
      fine: (name) => `${name} n’a plus besoin d’aide. Inutile d’y aller.`,
      alone: (name) => `${name} préfère une aide individuelle.`,
      moved: (name) => `On attend maintenant ${name} ailleurs.`,
      ended: (name) => `Le temps de cet appel de ${name} est passé.`,
    },
    somebody: 'La direction',
    waits: 'L’appel est dans la file.',
    waitsFor: (to) => `L’appel attend ${to}.`,
    has: (to) => `${to} a l’appel maintenant.`,
    parked: 'L’appel attend une autre leçon.',
    noted: 'Compris',
  },
};
