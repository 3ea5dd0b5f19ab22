// Mots de ce que le personnel regarde d'avance et après coup : qui vient, qui attend une place,
// appareils silencieux, la cloche de l'édifice, les jours à venir.
import { plural } from './plural';
import type { StaffWords } from './staff-en';

const count = (n: number, one: string, other: string) => plural('fr-CA', n, { one, other });

export const staffFrCA: StaffWords = {
  lastSeen: (n) => (n < 1 ? 'appareil tout juste parti' : `appareil silencieux depuis ${n} min`),
  silent: 'appareil silencieux',
  silentAt: (n) => count(n, '# appareil silencieux', '# appareils silencieux'),
  offline: 'Appareil hors ligne',
  receipt: {
    none: 'Pas encore sur l’appareil',
    delivered: 'Sur l’appareil',
    shown: 'Affiché',
    acknowledged: 'Vu, avec réponse',
  },
  unshown: 'L’appareil ne l’a pas affiché',

  incoming: 'Qui vient ensuite',
  incomingFrom: (block, time) => `${block}, ${time}`,
  incomingTo: (n) => count(n, '# élève', '# élèves'),
  staying: 'déjà ici',

  flex: 'Places libres d’accès',
  seats: (there, seats) => `${there} places prises sur ${seats}`,
  waits: (n) => count(n, '# attend', '# attendent'),
  offers: (n) => count(n, '# place offerte', '# places offertes'),
  nobodyWaits: 'Personne n’attend.',
  waitingLine: 'Qui attend, dans l’ordre',
  offeredUntil: (time) => `a une place offerte jusqu’à ${time}`,
  overstays: (time) => `devait laisser sa place à ${time}`,
  staysUntil: (time) => `doit laisser sa place à ${time}`,

  align: {
    title: 'La cloche de l’édifice',
    how: 'Les écrans peuvent sonner avec la cloche de l’édifice. Touchez au moment où elle commence.',
    heard: 'Je l’entends',
    asking: 'Recherche de la cloche…',
    change: (from, to) => `Les cloches sonneraient ${to}; jusqu’ici, ${from}.`,
    same: (to) => `C’est déjà ainsi : les cloches sonnent ${to}.`,
    onTime: 'à l’heure',
    later: (time) => `${time} plus tard que prévu`,
    earlier: (time) => `${time} plus tôt que prévu`,
    stays: 'Les blocs et les horloges restent comme ils sont.',
    confirm: 'Sonner avec elle',
    again: 'Toucher encore',
    done: (to) => `Les cloches sonnent maintenant ${to}.`,
    undo: 'Comme avant',
    undone: (to) => `Les cloches sonnent de nouveau ${to}.`,
    why: {
      2115: 'Aucune cloche prévue à moins de cinq minutes de ce toucher. Attendez la prochaine et touchez quand elle commence.',
      2001: 'Seule la direction règle la cloche.',
    },
  },

  days: {
    open: 'Jours à venir',
    title: 'Les prochains jours de classe',
    loading: 'Recherche des jours…',
    failed: 'Les jours ne sont pas venus. Essayez de nouveau.',
    none: 'Aucun jour de classe d’ici un mois.',
    today: 'aujourd’hui',
    cycle: (day) => `Jour ${day} de son cycle`,
    rule: {
      manual: 'Décidé pour cette date',
      exception: 'Jour spécial',
      cycle: 'Selon le cycle',
      weekday: 'Comme ce jour de la semaine',
      none: 'Rien n’est prévu',
    },
    because: (rule, why) => `${rule} : ${why}`,
    lost: (dayType) => `au lieu de ${dayType}`,
    hours: (from, to) => `de ${from} à ${to}`,
    question: (rivals) => `${rivals} : chacun réclame ce jour. Lequel a lieu?`,
    answer: (dayType, hours) => `${dayType}, ${hours}`,
    decide: 'Décider',
    decideFor: (date) => `Décider du ${date}`,
    runs: 'Ce qui a lieu',
    noSchool: 'Pas d’école',
    reason: 'Pourquoi, pour qui demande',
    confirm: 'Que ce soit ainsi',
    cancel: 'Annuler',
    takeBack: 'Annuler la décision',
    takeBackFor: (date) => `Annuler ce qui a été décidé pour le ${date}`,
    todayHow: 'Une fois la journée commencée, on la change sous « Plus ».',
    refused:
      'Cela n’a pas pu être décidé. Un jour passé ou en cours ne se décide pas; celui d’aujourd’hui se change sous « Plus ».',
    decided: (date, dayType) => `${date} : ${dayType}.`,
  },
};
