// Les mots de ce que les adultes font entre eux : ce qu’ils se disent jusqu’à la cloche.
import type { PeopleWords } from './people-en';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('fr-CA', n, { one, other });

export const peopleFrCA: PeopleWords = {
  messages: {
    title: 'Messages',
    open: 'Écrire un message',
    unread: (n) => count(n, '# nouveau message', '# nouveaux messages'),
    came: (from, text) => `${from} : ${text}`,
    got: 'Compris',
    more: (n) => count(n, '# de plus', '# de plus'),
    answers: 'Réponses rapides',
    until: (time) => `jusqu’à ${time}`,
    untilDayEnds: 'jusqu’à la fin de la journée',
    toRoom: (room) => `à tout le personnel de ${room}`,
    toPerson: (name) => `à ${name}`,
    toLeaders: 'à la direction',
    toAll: 'à tout le personnel en service',
    to: 'À',
    room: (name) => `Tout le personnel de ${name}`,
    leaders: 'La direction',
    all: 'Tout le personnel en service',
    write: 'Ou dans tes mots',
    left: (n) => count(n, 'reste # caractère', 'restent # caractères'),
    send: 'Envoyer',
    note: 'Il disparaît à la cloche. Les élèves et les tableaux ne le voient jamais.',
    standing: 'Dans ce bloc',
    none: 'Rien n’a été dit dans ce bloc.',
    me: 'Toi',
    readBy: (got, of) => (of === 0 ? 'il n’y a personne' : `compris : ${got} sur ${of}`),
    names: (names) => `Compris : ${names}`,
    withdraw: 'Retirer',
    sent: 'Envoyé',
    phrases: {
      'please-come': 'Viens, s’il te plaît',
      coming: 'J’arrive',
      soon: 'Dans quelques minutes',
      'cannot-now': 'Je ne peux pas maintenant',
      thanks: 'Merci',
    },
  },
};
