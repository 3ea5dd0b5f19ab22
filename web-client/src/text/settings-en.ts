// What a person may set about her screens.
import type { Choice, PreferenceName } from '../preferences/choices';

export const settingsEn = {
  reset: 'Everything as usual',
  here: 'Kept on this device until you sign out.',
  groups: {
    reading: 'Reading',
    seeing: 'Seeing',
    hearing: 'Hearing',
    using: 'Using',
  },
  names: {
    size: 'Size of letters',
    face: 'Letters',
    spacing: 'Space',
    look: 'Light or dark',
    contrast: 'Contrast',
    colours: 'Colours',
    motion: 'Motion',
    countdown: 'Time left',
    mode: 'My screen',
    bells: 'Bells',
    volume: 'Loudness',
    soon: 'A quiet bell 5 minutes before',
    buzz: 'Buzz at a bell',
    lamp: 'Lamp at the top when my hand is up',
    speech: 'Read to me',
    rate: 'Speed of reading',
    keys: 'Keys of one letter',
    thumb: 'Buttons on a phone',
  },
  choices: {
    size: {
      100: '100%',
      125: '125%',
      150: '150%',
      175: '175%',
      200: '200%',
    },
    face: {
      plain: 'Plain',
      lexend: 'Round',
      dyslexia: 'Heavy base',
    },
    spacing: {
      usual: 'Usual',
      wide: 'Wide',
      wider: 'Wider',
    },
    look: {
      system: 'As the device',
      light: 'Light',
      dark: 'Dark',
    },
    contrast: {
      usual: 'Usual',
      more: 'More',
    },
    colours: {
      usual: 'Usual',
      calm: 'Calm',
    },
    motion: {
      system: 'As the device',
      less: 'Less',
    },
    countdown: {
      ring: 'Ring',
      number: 'Number',
      hidden: 'Hidden',
    },
    mode: {
      school: 'As the school says',
      young: 'Pictures first',
      standard: 'Cards',
      compact: 'List',
    },
    bells: {
      carillon: 'Carillon',
      wood: 'Wood',
      hush: 'Hush',
      light: 'Light only',
    },
    volume: {
      100: 'Full',
      70: 'Softer',
      40: 'Soft',
      20: 'Very soft',
    },
    soon: {
      off: 'Off',
      on: 'On',
    },
    buzz: {
      on: 'On',
      off: 'Off',
    },
    lamp: {
      on: 'On',
      off: 'Off',
    },
    speech: {
      off: 'Off',
      on: 'On',
    },
    rate: {
      usual: 'Usual',
      slow: 'Slow',
      quick: 'Quick',
    },
    keys: {
      on: 'On',
      off: 'Off',
    },
    thumb: {
      right: 'Right hand',
      left: 'Left hand',
    },
  },
} satisfies {
  readonly names: Readonly<Record<PreferenceName, string>>;
  readonly choices: { readonly [N in PreferenceName]: Readonly<Record<Choice<N>, string>> };
  readonly [section: string]: unknown;
};

export type SettingsWords = typeof settingsEn;
