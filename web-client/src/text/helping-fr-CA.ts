// Mots de ce qu’on dit d’un appel à qui aide, et de ses gestes à côté de l’aide.
import type { HelpingWords } from './helping-en';
import { plural } from './plural';

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
      stuck: (name) => `${name} bloque encore et attend quelqu’un d’autre.`,
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
  more: {
    open: (code, name) => `Plus sur ${code}, ${name}`,
    title: (code, name) => `${code}, ${name}`,
    pin: 'Mettre en tête de file',
    unpin: 'Ne plus mettre en tête',
    takeIn: (who, time) =>
      `${who} a cette main. Si son appareil reste muet, on peut la reprendre dans ${time}.`,
    finishFirst:
      'Terminez ou libérez la main que vous avez; ensuite vous pourrez reprendre celle-ci.',
    closed: (code) => `${code} est fermée.`,
  },
  ask: {
    open: 'Lever la main pour un élève',
    title: 'Lever la main pour un élève',
    who: 'Pour qui?',
    choose: 'Choisissez un élève',
    about: 'De quoi s’agit-il?',
    text: 'Quelques mots (si vous voulez)',
    send: 'Lever la main',
    raised: (code) => `Une main est levée pour ${code}.`,
    already: (code) => `${code} a déjà la main levée.`,
  },
  leaves: 'part à la cloche',
  leavesOwn: (time) => `On l’attend dans un autre local à ${time}.`,
  closing: (n) =>
    plural('fr-CA', n, {
      one: 'La cloche approche : # élève quitte le local.',
      other: 'La cloche approche : # élèves quittent le local.',
    }),
  closingNext: '« Suivante » prend qui reste ou a le temps.',
  atBell: {
    title: (code, name) => `À la cloche : ${code}, ${name}`,
    carry: 'Garder',
    pass: (place) => (place === undefined ? 'Transmettre' : `Transmettre : ${place}`),
    drop: 'Fermer',
  },
  over: {
    more: (minutes) => `+${minutes} min`,
    moreAt: (minutes, place) => `${minutes} minutes de plus : ${place}`,
    stays: (n, time) =>
      plural('fr-CA', n, {
        one: `# élève reste jusqu’à ${time}. La cloche sonne pour tous les autres.`,
        other: `# élèves restent jusqu’à ${time}. La cloche sonne pour tous les autres.`,
      }),
    awaited: (place, n) =>
      plural('fr-CA', n, {
        one: `${place} : # arrive plus tard`,
        other: `${place} : # arrivent plus tard`,
      }),
    crowded: (place, n) =>
      plural('fr-CA', n, {
        one: `${place} : pas de place pour # qui arrive à la cloche`,
        other: `${place} : pas de place pour # qui arrivent à la cloche`,
      }),
    unseen: 'Personne n’est encore noté présent.',
    nobody: 'Personne d’autre ne les attend.',
    yes: (minutes) => `Oui, ${minutes} minutes de plus`,
    hold: 'Demander de retenir la cloche',
    ask: (place, minutes) => `${place} : la cloche peut-elle attendre ${minutes} min?`,
    no: 'Non',
    said: (n, time) =>
      plural('fr-CA', n, {
        one: `# reste jusqu’à ${time}.`,
        other: `# restent jusqu’à ${time}.`,
      }),
  },
  /** With more hands up than can be answered one by one. */
  tellWait: (minutes) => `Dire au groupe : environ ${minutes} min`,
  waitTold: (minutes) => `Le groupe le sait : environ ${minutes} min.`,
  projector: {
    open: 'Montrer au groupe',
    title: 'Pour le groupe',
    close: 'Fermer',
    next: 'Où nous allons ensuite',
    agenda: 'Aujourd’hui',
    toBell: 'avant la cloche',
    students: (n) => plural('fr-CA', n, { one: '# élève', other: '# élèves' }),
  },
  onMove: (code, time) => `en chemin, à ${code} dès ${time}`,
  map: {
    tab: 'Plan',
    title: 'Vos salles et où sont les mains levées',
    near: 'salle voisine',
    far: 'loin',
  },
  absent: 'Absent',
  absentFor: (name) => `Absent : ${name}`,
  mentor: {
    tab: 'Mentorat',
    title: 'Mon mentorat de la semaine',
    remaining: (n) => `À rencontrer : ${n}`,
    done: (n) => `Rencontrés cette semaine : ${n}`,
    never: 'aucune rencontre connue',
    last: (day) => `dernière rencontre : ${day}`,
    next: (code, time) => `ensuite ${code}, ${time}`,
    start: 'Commencer',
    startWith: (name) => `Commencer un entretien avec ${name}`,
    stop: 'Pas maintenant',
    since: (minutes) => `${minutes} min`,
  },
  kept: {
    help: (by) => (by === undefined ? 'reçoit de l’aide' : `reçoit de l’aide de ${by}`),
    test: () => 'est encore à une épreuve',
    'extra-time': () => 'a du temps de plus',
    class: () => 'reste avec un groupe qui déborde',
    where: (why, place, time) => `${why} : ${place}, au plus tard jusqu’à ${time}`,
  },
};
