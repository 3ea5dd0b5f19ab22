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
  checkPage: {
    title: 'Test du réseau',
    intro:
      'Essaie chaque chemin par lequel un écran atteint l’école, depuis cet appareil et ce réseau.',
    again: 'Recommencer',
    print: 'Imprimer la lettre',
    running: 'en cours…',
    works: (ms: number) => `fonctionne, ${ms} ms`,
    blocked: 'ne passe pas',
    paths: {
      page: 'Pages et appels (HTTPS)',
      websocket: 'WebSocket (wss)',
      events: 'Événements du serveur (SSE)',
      polls: 'Requêtes longues',
      clock: 'Horloge face à celle de l’école',
      secure: 'Adresse sécurisée (https)',
    },
    apart: (ms: number) => `${ms} ms d’écart`,
    yes: 'oui',
    no: 'non',
    letter: 'Pour qui s’occupe du réseau',
    letterAll: 'Ici, Carillon atteint l’école par son meilleur chemin. Il n’y a rien à faire.',
    letterSome: (host: string) =>
      `Certains chemins vers ${host} sont fermés. Carillon fonctionne quand même par un autre; avec le meilleur, les écrans suivent plus vite et chargent moins le réseau.`,
    letterNone: (host: string) =>
      `Sur ce réseau, aucun écran ne suit la journée en direct. Merci de laisser passer ${host}\u00a0:`,
    ask: {
      websocket: (host: string) =>
        `Autoriser les connexions WebSocket (HTTP Upgrade) vers ${host}, sans les inspecter ni les couper.`,
      events: (host: string) =>
        `Ne pas retenir ni reconditionner les réponses de type text/event-stream de ${host}.`,
      polls: (host: string) =>
        `Autoriser les requêtes POST vers ${host} dont la réponse vient après quelques secondes.`,
      clock: 'Régler l’horloge de l’appareil sur un serveur de temps.',
      secure: 'Servir Carillon en https; sans cela les navigateurs retirent plusieurs fonctions.',
    },
    noOthers:
      'Carillon n’utilise que cette adresse\u00a0: aucun autre serveur et aucun autre port.',
    facts: 'Faits',
    factAddress: 'Adresse',
    factTime: 'Testé à',
    factBrowser: 'Navigateur',
  },
};
