// Les mots de la page qui montre si tout ce qui porte la journée est là.
import type { HealthWords } from './health-en';
import { plural } from './plural';

const count = (n: number, one: string, other: string) => plural('fr-CA', n, { one, other });

export const healthFrCA: HealthWords = {
  title: 'Santé de la journée',
  loading: 'On regarde tout…',
  denied: 'Cette page est réservée à la direction et à l’administration.',
  failed: 'L’école ne répond pas encore. La page continue de demander.',
  silent: (time) => `Pas de réponse depuis ${time}. Vous voyez ce qu’on savait alors.`,
  asOf: (time) => `À ${time}`,
  well: 'Tout ce qui porte la journée est là.',
  looks: (n) => count(n, '# chose à regarder', '# choses à regarder'),
  finding: {
    unsaved:
      'Rien ne peut être enregistré en ce moment : la base ne répond pas. Les écrans continuent avec ce qu’ils savent et enverront le reste à son retour. Vérifiez si Redis fonctionne.',
    board: (name, time) =>
      `Le tableau ${name} ne donne plus signe depuis ${time}. Vérifiez si son écran a le courant et le réseau.`,
    missed: (n, time) =>
      count(
        n,
        `# appareil dormait à la cloche de ${time}. Gardez sa page devant, ou son écran éveillé.`,
        `# appareils dormaient à la cloche de ${time}. Gardez leurs pages devant, ou leurs écrans éveillés.`,
      ),
    clocks: (n) =>
      count(
        n,
        '# appareil ne connaît pas encore l’heure de l’école. Si cela dure, faites-y le test du réseau.',
        '# appareils ne connaissent pas encore l’heure de l’école. Si cela dure, faites le test du réseau sur l’un d’eux.',
      ),
    imported: (file: string, n: number) =>
      count(
        n,
        `La dernière importation a écarté ou mis en doute # élément de ${file}. Refaites-la et lisez ce qu’elle dit.`,
        `La dernière importation a écarté ou mis en doute # éléments de ${file}. Refaites-la et lisez ce qu’elle dit.`,
      ),
    polls: (n) =>
      count(
        n,
        '# appareil doit redemander sans cesse, car son réseau ne laisse rien passer de mieux. Faites-y le test du réseau.',
        '# appareils doivent redemander sans cesse, car leur réseau ne laisse rien passer de mieux. Faites le test du réseau sur l’un d’eux.',
      ),
  },
  devices: 'Connectés maintenant',
  devicesNote: 'Personnes ayant au moins un appareil',
  role: {
    student: 'Élèves',
    paraprofessional: 'Paraprofessionnels',
    teacher: 'Enseignants',
    leader: 'Direction',
    administrator: 'Administration',
  },
  of: (here, all) => `${here} sur ${all}`,
  boards: 'Tableaux',
  board: 'Tableau',
  noBoards: 'L’école n’a pas de tableaux.',
  boardHere: 'allumé',
  boardLost: (time) => `silencieux depuis ${time}`,
  boardNever: 'pas encore d’écran',
  bells: 'Dernières cloches',
  bellsNote: 'Sur ce serveur',
  bellHeads: ['Cloche', 'A sonné', '95 % en moins de', 'Dormaient'],
  bell: {
    warning: 'Avertissement',
    move: 'Départ',
    tardy: 'En place',
    end: 'Fin du bloc',
    dismiss: 'Sortie',
    manual: 'À la main',
  },
  noBells: 'Aucune cloche n’a encore sonné.',
  rang: (rang, devices) => `${rang}/${devices}`,
  within: (ms) => `${ms} ms`,
  server: 'Serveur',
  serverRows: {
    up: 'En marche depuis',
    store: 'Base',
    nodes: 'Serveurs',
    clocks: 'Horloges justes à',
    aside: 'Signaux mis de côté',
    build: 'Version des pages',
  },
  answers: 'répond',
  answersNot: 'ne répond pas',
  hours: (hours, minutes) => `${hours} h ${minutes} min`,
  acts: 'Aujourd’hui',
  floor: 'Plan : changer la journée, fermer une station',
  badges: 'Nouveaux insignes et papier',
};
