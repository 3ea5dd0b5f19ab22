// Les mots sur papier et de la page qui imprime.
import { plural } from './plural';
import type { PrintWords } from './print-en';

const count = (n: number, one: string, other: string) => plural('fr-CA', n, { one, other });

export const printFrCA: PrintWords = {
  title: 'Imprimer',
  heading: 'Sur papier',
  loading: 'La journée arrive…',
  failed: 'La journée n’est pas arrivée. Veuillez réessayer.',
  noDay:
    'Il n’y a rien à imprimer pour ce jour : pas d’école prévue, jour passé, ou journée qui reste à décider.',
  notYours:
    'L’impression est réservée au personnel enseignant, à la direction et à l’administration.',
  retry: 'Réessayer',
  when: 'Quel jour',
  today: 'Aujourd’hui',
  next: 'Prochain jour d’école',
  other: 'Un autre jour',
  date: 'Date',
  live: 'Aujourd’hui, tel que c’est maintenant. Ce qui change ensuite n’est pas sur ce papier.',
  planned: 'Selon le plan. Imprimez de nouveau si le plan change.',
  what: 'Quoi',
  pack: 'Trousse papier',
  packHint: 'Tout pour une journée sans écrans',
  sheets: {
    bells: 'Plan des cloches',
    poster: 'Affiche murale',
    substitute: 'Feuille de suppléance',
    rosters: 'Listes par local',
    passes: 'Billets',
    signs: 'Affichettes des places',
    badges: 'Étiquettes d’insigne',
  },
  paper: 'Papier',
  papers: { letter: 'Lettre', a4: 'A4' },
  room: 'Locaux',
  allRooms: 'Tous les locaux',
  group: 'Élèves',
  allStudents: 'Tout le monde',
  perPage: 'Billets par page',
  passesFour: 'Certaines journées sont trop longues pour un petit billet : quatre par page.',
  print: 'Imprimer',
  preview: 'Aperçu',
  nothing: 'Choisissez quoi imprimer.',
  empty: 'Personne ne vient ici ce jour-là.',
  scale:
    'Dans la fenêtre d’impression, choisissez 100 % et aucune marge, pour que les étiquettes soient justes.',

  badgesTitle: 'Nouveaux insignes',
  badgesWarn: (n: number) =>
    count(
      n,
      'Imprimer un insigne en crée un nouveau. Celui de cet élève cesse aussitôt de fonctionner.',
      'Imprimer des insignes en crée de nouveaux. Ceux de ces # élèves cessent aussitôt de fonctionner.',
    ),
  badgesMake: (n: number) => count(n, 'Créer # insigne', 'Créer # insignes'),
  badgesMaking: (done: number, all: number) => `${done} sur ${all}…`,
  badgesReady: (n: number) =>
    count(
      n,
      '# nouvel insigne est prêt. Imprimez-le maintenant :',
      '# nouveaux insignes sont prêts. Imprimez-les maintenant :',
    ) + ' ils ne sont montrés qu’ici, jusqu’à ce que cette page soit quittée.',
  badgesFailed:
    'Ils n’ont pas tous été créés. Ceux qui sont montrés sont bons. Créez les autres de nouveau.',

  asOf: (time: string) => `À ${time}`,

  meets: (who: string) => `avec ${who}`,

  starts: 'Début',
  inPlace: 'En place à',
  wrapUp: 'On range',
  ends: 'Fin',
  block: 'Bloc',
  length: 'Minutes',
  bellRings: 'La cloche sonne',
  bellsHow: 'Les heures accompagnées d’une cloche sonnent.',

  name: 'Nom',
  posterHow: 'Trouve ton nom. Suis la ligne jusqu’au bloc en cours.',

  roster: 'Qui vient',
  rosterHow: 'Cochez qui est là. Dites au secrétariat qui manque.',
  from: 'Arrive de',
  fromHome: 'commence ici',
  staysHere: 'reste ici',
  here: (n: number) => count(n, '# élève', '# élèves'),
  away: (names: string) => `Pas attendus aujourd’hui : ${names}`,
  places: 'Places de ce local',
  nobody: 'personne',

  subTitle: 'C’est votre premier jour ici ? Bienvenue.',
  subIntro: (room: string) => `Ce qu’il faut savoir pour animer ${room} aujourd’hui.`,
  theDay: 'La journée',
  hours: (from: string, to: string) => `Première cloche ${from}, dernière cloche ${to}`,
  come: 'Élèves',
  who: 'Qui aide ici',
  bellTitle: 'Quand la cloche sonne',
  bellLines: (move: number) => [
    'Les élèves vont seuls à leur place suivante. Chacun a la sienne, et c’est voulu.',
    move > 0
      ? `Ils ont ${move} minutes. Accueillez-les à la porte et cochez qui est arrivé.`
      : 'Accueillez-les à la porte et cochez qui est arrivé.',
    'Qui ne sait pas où aller regarde l’affiche ou son billet, ou vous demande : la liste a tous les noms.',
    'Deux minutes avant la fin, demandez de ranger.',
  ],
  helpTitle: 'Quand quelqu’un a besoin d’aide',
  helpLines: [
    'Les élèves appellent depuis leur écran, ou la main levée quand il n’y a pas d’écran.',
    'Qui attend depuis le plus longtemps passe d’abord. Dites « j’arrive » pour que personne d’autre n’y aille.',
    'Finissez avec l’un avant de passer au suivant. Si vous ne pouvez pas aider, dites qui le peut.',
    'Si personne ici ne peut vous aider, demandez à un adulte nommé sur cette feuille ou au secrétariat.',
  ],
  exceptions: 'Différent aujourd’hui',
  noExceptions: 'Rien à notre connaissance.',
  closed: (place: string) => `${place} est fermé.`,
  changed: (n: number) =>
    count(n, '# visite à ce local a été changée', '# visites à ce local ont été changées') +
    ' après le plan : la liste en tient compte.',
  changedMark: 'changé',

  signScan: 'Balaie pour ouvrir ta journée',
  label: 'Balaie pour entrer',
};
