// What a person may set about her screens, in Canadian French.
import type { SettingsWords } from './settings-en';

export const settingsFrCA: SettingsWords = {
  reset: 'Tout comme au début',
  here: 'Gardé sur cet appareil jusqu’à la fin de ta session.',
  groups: {
    reading: 'Lire',
    seeing: 'Voir',
    hearing: 'Entendre',
    using: 'Utiliser',
  },
  names: {
    size: 'Taille des lettres',
    face: 'Lettres',
    spacing: 'Espace',
    look: 'Clair ou sombre',
    contrast: 'Contraste',
    colours: 'Couleurs',
    motion: 'Mouvement',
    countdown: 'Temps qui reste',
    mode: 'Mon écran',
    bells: 'Cloches',
    volume: 'Volume',
    soon: 'Une cloche douce 5 minutes avant',
    buzz: 'Vibrer à la cloche',
    lamp: 'Lampe en haut quand ma main est levée',
    speech: 'Lis-moi',
    rate: 'Vitesse de lecture',
    keys: 'Touches d’une seule lettre',
    thumb: 'Boutons sur un téléphone',
  },
  choices: {
    size: {
      100: '100 %',
      125: '125 %',
      150: '150 %',
      175: '175 %',
      200: '200 %',
    },
    face: {
      plain: 'Simples',
      lexend: 'Rondes',
      dyslexia: 'Base épaisse',
    },
    spacing: {
      usual: 'Normal',
      wide: 'Large',
      wider: 'Plus large',
    },
    look: {
      system: 'Comme l’appareil',
      light: 'Clair',
      dark: 'Sombre',
    },
    contrast: {
      usual: 'Normal',
      more: 'Plus',
    },
    colours: {
      usual: 'Normales',
      calm: 'Calmes',
    },
    motion: {
      system: 'Comme l’appareil',
      less: 'Moins',
    },
    countdown: {
      ring: 'Anneau',
      number: 'Nombre',
      hidden: 'Caché',
    },
    mode: {
      school: 'Comme dit l’école',
      young: 'Images d’abord',
      standard: 'Cartes',
      compact: 'Liste',
    },
    bells: {
      carillon: 'Carillon',
      wood: 'Bois',
      hush: 'Murmure',
      light: 'Lumière seule',
    },
    volume: {
      100: 'Plein',
      70: 'Plus bas',
      40: 'Bas',
      20: 'Très bas',
    },
    soon: {
      off: 'Non',
      on: 'Oui',
    },
    buzz: {
      on: 'Oui',
      off: 'Non',
    },
    lamp: {
      on: 'Oui',
      off: 'Non',
    },
    speech: {
      off: 'Non',
      on: 'Oui',
    },
    rate: {
      usual: 'Normale',
      slow: 'Lente',
      quick: 'Rapide',
    },
    keys: {
      on: 'Oui',
      off: 'Non',
    },
    thumb: {
      right: 'Main droite',
      left: 'Main gauche',
    },
  },
};
