// A helper’s hands and arrivals, in Canadian French.
import type { HelperWords } from './helper-en';
import type { Forms } from './plural';
import { plural } from './plural';

const n = (count: number, forms: Forms) => plural('fr-CA', count, forms);

export const helperFrCA: HelperWords = {
  title: 'Mains',
  rooms: 'Mes locaux',
  hands: (count) => n(count, { one: '# main', other: '# mains' }),
  waited: (minutes) => n(minutes, { one: '# min', other: '# min' }),
  waitedSpoken: (minutes) =>
    n(minutes, { one: 'attend depuis # minute', other: 'attend depuis # minutes' }),
  kinds: { work: 'Travail', equipment: 'Matériel', person: 'Personne', urgent: 'Urgent' },
  helpsToday: (count) =>
    n(count, { one: 'aidé # fois aujourd’hui', other: 'aidé # fois aujourd’hui' }),
  firstToday: 'première fois aujourd’hui',
  claim: 'Prendre',
  claimNext: 'Prendre la suivante',
  claimed: (code) => `Vous avez ${code}.`,
  claimedBy: (helper) => `${helper} l’a prise.`,
  offerNext: 'Prendre la suivante',
  ownedBy: (helper) => `${helper} y va`,
  helpingBy: (helper) => `${helper} aide`,
  going: 'Allez à',
  arrived: 'Sur place',
  helping: 'En train d’aider',
  doneHelping: 'Terminé',
  release: 'Libérer',
  released: (code) => `${code} retourne dans la file.`,
  finished: (code) => `${code} : terminé.`,
  leaseLeft: (time) => `À vous pendant ${time}`,
  empty: 'Aucune main.',
  emptyText: 'Les nouvelles apparaissent ici toutes seules.',
  emptyMine: 'Personne d’autre n’attend.',
  offDuty: 'Vous n’êtes pas en service.',
  offDutyText: 'Entrez en service pour prendre des mains.',
  post: {
    asks: (by, room) => `${by} vous demande d’être à ${room}`,
    until: (time) => `jusqu’à ${time}`,
    untilBell: 'jusqu’à la fin du premier bloc',
  },
  onDuty: 'En service',
  goOnDuty: 'Entrer en service',
  goOffDuty: 'Quitter le service',
  list: 'Mains, la plus longue attente en premier',
  roster: 'Arrivées',
  rosterOf: (place) => `Arrivées, ${place}`,
  arrivedOf: (here, all) => `${here} sur ${all} présents`,
  allHere: 'Tous là',
  markHere: (name) => `Marquer ${name} comme présent`,
  hereWord: 'là',
  arrival: {
    expected: 'attendu',
    prompted: 'en route',
    arrived: 'là',
    late: 'pas encore là',
    missing: 'manque',
    elsewhere: 'ailleurs',
    staying: 'reste',
    excused: 'excusé',
    departed: 'parti',
  },
  noRoster: 'Personne n’est attendu dans vos locaux en ce moment.',
  tabs: 'Vues',
  keys: 'Touches : J et K déplacent, C prend, D termine, U annule, / montre les arrivées',
  newHand: (code) => `Nouvelle main à ${code}`,
};
