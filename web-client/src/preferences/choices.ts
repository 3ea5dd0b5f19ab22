/**
 * What a person may set about her screens, each with what it may be: the first is the usual. A
 * preference says how something is shown or heard, never anything about who wants it so.
 */
export const CHOICES = {
  /** Size of the letters in hundredths. */
  size: ['100', '125', '150', '175', '200'],
  face: ['plain', 'lexend', 'dyslexia'],
  spacing: ['usual', 'wide', 'wider'],
  look: ['system', 'light', 'dark'],
  contrast: ['usual', 'more'],
  colours: ['usual', 'calm'],
  motion: ['system', 'less'],
  countdown: ['ring', 'number', 'hidden'],
  /** How a student's screen speaks: as the school says, or of her own choice. */
  mode: ['school', 'young', 'standard', 'compact'],
  /** The family of the bells; `light` makes no sound at all. */
  bells: ['carillon', 'wood', 'hush', 'light'],
  /** Hundredths of the loudness a cue is made for. */
  volume: ['100', '70', '40', '20'],
  /** A quiet bell five minutes before the block ends. */
  soon: ['off', 'on'],
  buzz: ['on', 'off'],
  lamp: ['on', 'off'],
  /** Buttons that read a card aloud. */
  speech: ['off', 'on'],
  rate: ['usual', 'slow', 'quick'],
  /** Keys of one letter on the helper's screen. */
  keys: ['on', 'off'],
  /** The thumb that reaches a phone's buttons. */
  thumb: ['right', 'left'],
} as const;

export type PreferenceName = keyof typeof CHOICES;
export type Choice<N extends PreferenceName> = (typeof CHOICES)[N][number];
export type Chosen = { readonly [N in PreferenceName]: Choice<N> };

export const NAMES = Object.keys(CHOICES) as readonly PreferenceName[];

export const USUAL: Chosen = chosen(() => undefined);

/** Reads what was kept: what is not a choice (any more) is the usual. */
export function chosen(kept: (name: PreferenceName) => unknown): Chosen {
  const read = NAMES.map((name) => {
    const choices: readonly string[] = CHOICES[name];
    const value = kept(name);
    return [name, typeof value === 'string' && choices.includes(value) ? value : choices[0]];
  });
  return Object.fromEntries(read) as Chosen;
}

/** What differs from the usual: all that is worth keeping. */
export function unusual(now: Chosen): Partial<Chosen> {
  return Object.fromEntries(
    NAMES.filter((name) => now[name] !== USUAL[name]).map((name) => [name, now[name]]),
  );
}
