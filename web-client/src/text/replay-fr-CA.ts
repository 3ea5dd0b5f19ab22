import { plural } from './plural';
import type { ReplayWords } from './replay-en';

const count = (n: number, one: string, other: string) => plural('fr-CA', n, { one, other });

export const replayFrCa: ReplayWords = {
  title: 'Revoir la journée',
  slider: 'Heure affichée',
  field: 'Heure à revoir',
  day: 'Jour à revoir',
  today: 'Aujourd’hui',
  now: 'maintenant',
  at: (time) => `${time}, reprise`,
  back: (n) => count(n, '# minute en arrière', '# minutes en arrière'),
  forth: (n) => count(n, '# minute en avant', '# minutes en avant'),
  live: 'En direct',
  ribbon: 'Reprise',
  notNow: (time) => `${time}, reprise : rien de ce que vous voyez ici n’est actuel`,
  notNowOn: (time, date) =>
    `${date}, ${time}, reprise : rien de ce que vous voyez ici n’est actuel`,
  waiting: (time) => `Recherche de ${time}…`,
  failed: 'Cette heure n’a pas pu être obtenue.',
  retry: 'Réessayer',
  crumbs: 'Où vous regardez',
  school: 'École',
  room: 'Local',
  listed: (state, place) => `${state} · ${place}`,
};
