import type { connectionEn } from './connection-en';
import type { Forms } from './plural';
import { plural } from './plural';

const n = (count: number, forms: Forms) => plural('fr-CA', count, forms);

export const connectionFrCA: typeof connectionEn = {
  title: 'Connexion',
  way: 'Connecté par',
  by: { websocket: 'WebSocket', events: 'Événements du serveur (SSE)', polls: 'Requêtes longues' },
  clock: 'Horloge',
  clockWithin: (ms: number) => `juste à ${ms} ms près`,
  clockUnknown: 'pas encore comparée à celle de l’école',
  tryNow: 'Essayer maintenant',
  check: 'Test du réseau',
  lacksTitle: 'Manque ici, car l’adresse ne commence pas par https',
  lacksSome: 'Manque dans ce navigateur',
  lacks: {
    offline: 'Ouvrir cette page sans réseau',
    awake: 'Garder l’écran allumé',
    camera: 'Lire les cartes avec la caméra',
    window: 'Installer cette page comme application',
  },
  offline: {
    short: (time: string) => `Hors ligne · ${time}`,
    since: (time: string) => `Hors ligne depuis ${time}; voici ce qu’on savait alors.`,
    unsaved: 'Rien ne peut être enregistré pour l’instant. Carillon essaie encore.',
    unsavedShort: 'Rien ne s’enregistre',
    bells: 'Les cloches continuent.',
    hand: 'Ta main se lève au retour du réseau.',
    here: '«\u00a0Je suis là\u00a0» est gardé.',
    waiting: (count: number) =>
      n(count, { one: '# en attente', many: '# en attente', other: '# en attente' }),
    othersTake: 'D’autres peuvent prendre les mêmes mains entre-temps.',
    othersGone: 'Les noms et les mains reviennent avec le réseau.',
    signInStill:
      'Pas de réseau. Un écran déjà ouvert ici montre encore sa journée et sonne ses cloches.',
    openDay: 'Ouvrir la journée gardée ici',
  },
  look: {
    title: (count: number) =>
      n(count, {
        one: '# changement à regarder',
        many: '# changements à regarder',
        other: '# changements à regarder',
      }),
    at: (what: string, time: string) => `${what}, ${time}`,
    what: {
      ask: 'Ta main',
      arrive: '«\u00a0Je suis là\u00a0»',
      claim: 'Prendre une main',
      other: 'Un changement',
    },
    done: 'Vu',
  },
  newer: {
    note: 'Il y a une version plus récente de cette page.',
    refresh: 'Actualise quand tu veux',
    tooOld: 'Cette page est plus ancienne que le Carillon de l’école. Actualise-la pour continuer.',
    refreshNow: 'Actualiser',
  },
};
