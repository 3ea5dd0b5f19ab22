/**
 * How far an act is that only the floor can say yes to: asked, without an answer for so long that
 * nobody knows (it is asked again), or still on this device.
 */
export type Asking = 'no' | 'asking' | 'checking' | 'kept';

type Words = { readonly asking: string; readonly checking: string; readonly notSent: string };

/** The word on its button; none while nothing is asked. */
export function askingWord(asking: Asking, words: Words): string | undefined {
  switch (asking) {
    case 'no':
      return undefined;
    case 'asking':
      return words.asking;
    case 'checking':
      return words.checking;
    case 'kept':
      return words.notSent;
  }
}
