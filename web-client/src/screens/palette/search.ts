/**
 * What is typed against what there is. Everything is folded once when the palette opens, so that a
 * letter typed costs one pass over short strings.
 */

export type Entry = {
  readonly id: string;
  readonly kind: 'act' | 'go' | 'student';
  readonly title: string;
  /** Where or what, beside the title; found as well. */
  readonly hint?: string;
  readonly run: () => void;
};

type Folded = { readonly entry: Entry; readonly words: readonly string[]; readonly title: string };
export type Index = readonly Folded[];

/** As many as can be read at a glance. */
export const SHOWN_MAX = 9;

/** Without case and accents: `Élodie` is found by `elo`. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

export function indexOf(entries: readonly Entry[]): Index {
  return entries.map((entry) => {
    const title = fold(entry.title);
    return { entry, title, words: wordsOf(`${title} ${fold(entry.hint ?? '')}`) };
  });
}

/** Smaller is better; nothing when a word typed begins no word of it. */
function rank({ title, words }: Folded, typed: readonly string[], whole: string): number {
  if (title.startsWith(whole)) return 0;
  const all = typed.every((part) => words.some((word) => word.startsWith(part)));
  if (!all) return Number.POSITIVE_INFINITY;
  return wordsOf(title).some((word) => word.startsWith(typed[0] ?? '')) ? 1 : 2;
}

/** The best first; among equals as they were given. Nothing typed: the first ones but students. */
export function search(index: Index, query: string): readonly Entry[] {
  const whole = fold(query.trim());
  if (whole === '') {
    return index
      .filter(({ entry }) => entry.kind !== 'student')
      .slice(0, SHOWN_MAX)
      .map(({ entry }) => entry);
  }
  const typed = wordsOf(whole);
  const found = index.map((one) => ({ one, at: rank(one, typed, whole) }));
  return found
    .filter(({ at }) => at !== Number.POSITIVE_INFINITY)
    .sort((a, b) => a.at - b.at)
    .slice(0, SHOWN_MAX)
    .map(({ one }) => one.entry);
}
