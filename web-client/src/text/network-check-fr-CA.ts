// Words of the network check, in Canadian French.
import type { NetworkCheckWords } from './network-check-en';

export const networkCheckFrCA: NetworkCheckWords = {
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
  noOthers: 'Carillon n’utilise que cette adresse\u00a0: aucun autre serveur et aucun autre port.',
  facts: 'Faits',
  factAddress: 'Adresse',
  factTime: 'Testé à',
  factBrowser: 'Navigateur',
};
