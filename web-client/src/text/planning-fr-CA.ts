// Words of planning anew, in Canadian French.
import type { PlanningWords } from './planning-en';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('fr-CA', n, { one, other });

export const planningFrCa: PlanningWords = {
  open: 'Replanifier',
  placeOthers: 'Placer ses élèves ailleurs',
  waits: (title: string) => `Nouveau plan : ${title}`,
  waitsHint: (n: number, by: string) =>
    `${count(n, '# élève changerait de place', '# élèves changeraient de place')}. Demandé par ${by}.`,
  closedHint: 'Elle ne prend plus personne. Ses élèves peuvent aller ailleurs.',

  title: {
    station: (place: string) => `${place} : fermée`,
    stationOpen: (place: string) => `${place} : ouverte`,
    adult: (name: string, time: string) => `${name} n’est pas là dès ${time}`,
    student: (name: string) => `${name} arrive ou s’en va`,
    day: 'Le reste de la journée',
  },

  what: 'Ce qui s’est passé',
  of: {
    station: 'Une station a fermé ou ouvert',
    adult: 'Un adulte n’est pas là',
    student: 'Un élève arrive, s’en va ou a fini plus tôt',
    day: 'Des blocs de la journée ont changé',
  },
  station: 'Station',
  adult: 'Qui n’est pas là',
  from: 'À partir de',
  now: 'Maintenant',
  student: 'Quel élève',
  choose: 'Veuillez choisir',
  namesFailed: 'Les noms ne sont pas arrivés. Veuillez réessayer.',

  others: 'Combien d’autres peuvent bouger pour chaque élève qui ne peut pas rester',
  othersOf: ['Personne d’autre', 'Une autre personne', 'Deux autres'],
  nextToo: (block: string) => `Aussi ${block}, même si c’est déjà annoncé`,
  nextTooPlain: 'Aussi le bloc suivant, même s’il est déjà annoncé',
  propose: 'Voir ce qui changerait',
  proposeAgain: 'Voir de nouveau',
  differently: 'Demander autre chose',
  thinking: 'On cherche des places…',

  moves: (students: number, blocks: number) =>
    `${count(students, '# élève change de place', '# élèves changent de place')} dans ${count(blocks, '# bloc', '# blocs')}.`,
  nobodyMoves: 'Personne ne bouge.',
  madeRoom: (n: number) =>
    count(n, '# seulement pour faire de la place.', '# seulement pour faire de la place.'),
  notPlaced: (n: number) =>
    count(
      n,
      '# activité ne trouve pas de place aujourd’hui.',
      '# activités ne trouvent pas de place aujourd’hui.',
    ),
  nothing: 'Personne n’a à bouger. Tout reste comme prévu.',
  still: 'Rien n’a encore changé. Les élèves le sauront quand vous accepterez.',
  accept: 'Accepter',
  reject: 'Refuser',
  table: (block: string) => `Qui bouge dans ${block}`,
  arrow: 'puis',
  whyOf: {
    displaced: 'ne peut pas y rester',
    'seat-free': 'reçoit une place libre',
    'made-room': 'fait de la place',
  },
  unmet: 'Sans place aujourd’hui',
  unmetText: 'En attendant, ces élèves sont à leur place habituelle ou à la place de réserve.',
  reason: {
    'no-station': 'aucune station pour cela',
    'no-block': 'plus aucun bloc',
    full: 'toutes les stations sont pleines',
    clash: 'occupé quand il y a de la place',
    closed: 'toutes ses stations sont fermées',
    frozen: 'place seulement dans un bloc déjà annoncé',
  },
  over: 'Cette proposition est terminée : acceptée, refusée, remplacée, ou ses blocs ont commencé.',
  accepted: (students: number) =>
    count(students, '# élève a une nouvelle place.', '# élèves ont une nouvelle place.'),
  acceptedNote: 'Chaque élève l’apprend maintenant et dit OK. Vous saurez qui ne l’a pas vu.',
  leftOut: (n: number) =>
    count(n, '# changement laissé de côté :', '# changements laissés de côté :'),
  leftWhy: {
    begun: 'le bloc a commencé ou est annoncé',
    gone: 'n’est plus là aujourd’hui',
    chosen: 'placé par quelqu’un entre-temps',
    moved: 'le plan est déjà autre',
    closed: 'la station a fermé',
    full: 'plus de place',
    apart: 'mieux loin de quelqu’un qui s’y trouve',
  },
  closing: {
    looking: 'Recherche d’une place pour chacun…',
    nobody: 'Plus personne n’est attendu ici aujourd’hui : aucun arrêt ne change.',
    changes: (stops: number, students: number) =>
      `${count(stops, '# arrêt change', '# arrêts changent')}, pour ${count(students, '# élève', '# élèves')}.`,
    noPlace: (n: number) =>
      count(
        n,
        '# élève ne trouve pas de place pour ce qui était prévu ici.',
        '# élèves ne trouvent pas de place pour ce qui était prévu ici.',
      ),
    where: 'Où vont-ils à la place',
    goes: (n: number, place: string) => `${count(n, '# élève', '# élèves')} : ${place}`,
    who: 'Qui ne trouve pas de place',
    allOf: (room: string, n: number) =>
      `Tout ce qui est dans ${room} : ${count(n, '# station', '# stations')}`,
    still:
      'Rien n’a encore changé. Qui est ici peut rester jusqu’à la fin du bloc; les autres sont avertis aussitôt.',
    confirm: 'Fermer et les y envoyer',
    only: 'Fermer, décider cela plus tard',
  },
  rejected: 'Refusée. Tout le monde reste comme prévu.',
};
