// Les mots d’un ordinateur partagé, et de sa caméra.
import type { KioskWords } from './kiosk-en';

export const kioskFrCA: KioskWords = {
  title: 'Écran partagé',
  seat: (code) => `Place ${code}`,
  show: 'Montre ta carte à la caméra',
  badge: 'Passe ta carte ou tape son code',
  start: 'Commencer',
  hello: (name) => `Bonjour ${name}`,
  studentsOnly: 'Cet écran est pour les élèves.',
  notNow: 'Ça n’a pas marché. Réessaie dans un moment ou demande à un adulte.',
  camera: {
    turnOn: 'Utiliser la caméra',
    preview: 'Ce que voit la caméra, comme dans un miroir',
    without: {
      insecure: 'La caméra demande une adresse sécurisée (https). Ton code fonctionne.',
      denied: 'La caméra n’est pas permise ici. Ton code fonctionne.',
      none: 'Cet ordinateur n’a pas de caméra. Ton code fonctionne.',
      failed: 'La caméra ne répond pas. Ton code fonctionne.',
    },
  },

  elsewhere: 'Ton arrêt est',
  goThere: 'J’y vais',
  adultSaid: 'Un adulte a dit que c’est correct',
  sure: (seat) => `Un adulte t’a dit que tu peux t’asseoir à ${seat}?`,
  weTell: 'On le dit à l’adulte d’ici, pour que personne ne te cherche.',
  yes: 'Oui, un adulte l’a dit',
  back: 'Retour',
  notTold: 'Le message n’est pas passé. Dis à l’adulte d’ici que tu es à cette place.',
  stay: 'D’accord',
};
