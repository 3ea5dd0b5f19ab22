/**
 * The preferences of whoever is signed in on this browser. They are kept on this device alone, for
 * one person at a time: signing out takes them away, and so does the next person who signs in. A
 * session that has run out does not, so that the same person finds her letters as large as before.
 * The server is told none of them. See ADR 30.
 */
import type { Choice, Chosen, PreferenceName } from './choices';
import { chosen, unusual, USUAL } from './choices';

const KEY = 'carillon.preferences';

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type Kept = { readonly of?: unknown; readonly chosen?: unknown };

export class Preferences {
  readonly #shelf: Shelf | undefined;
  #now = $state.raw<Chosen>(USUAL);
  #of = '';

  constructor(shelf: Shelf | undefined) {
    this.#shelf = shelf;
    const kept = this.#read();
    this.#of = typeof kept.of === 'string' ? kept.of : '';
    const values = isRecord(kept.chosen) ? kept.chosen : {};
    this.#now = chosen((name) => values[name]);
  }

  /** Every preference; reactive. */
  get now(): Chosen {
    return this.#now;
  }

  get areUsual(): boolean {
    return Object.keys(unusual(this.#now)).length === 0;
  }

  set<N extends PreferenceName>(name: N, choice: Choice<N>): void {
    this.#now = { ...this.#now, [name]: choice };
    this.#write();
  }

  /** Everything as it comes. */
  reset(): void {
    this.#now = USUAL;
    this.#write();
  }

  /** Somebody is signed in: what another person chose here is gone. */
  belongTo(person: string): void {
    const mark = markOf(person);
    if (mark === this.#of) return;
    if (this.#of !== '') this.#now = USUAL;
    this.#of = mark;
    this.#write();
  }

  /** At sign-out: nothing of it stays on the device. */
  forget(): void {
    this.#now = USUAL;
    this.#of = '';
    this.#write();
  }

  #read(): Kept {
    try {
      const kept: unknown = JSON.parse(this.#shelf?.getItem(KEY) ?? '{}');
      return isRecord(kept) ? kept : {};
    } catch {
      return {}; // Written by somebody else, or storage is switched off.
    }
  }

  #write(): void {
    try {
      const worth = unusual(this.#now);
      if (Object.keys(worth).length === 0) this.#shelf?.removeItem(KEY);
      else this.#shelf?.setItem(KEY, JSON.stringify({ of: this.#of, chosen: worth }));
    } catch {
      // Storage may be switched off by policy; then a choice lasts as long as the page.
    }
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Tells one person from another without keeping who it was (FNV-1a, 32 bits). */
function markOf(person: string): string {
  let hash = 0x811c9dc5;
  for (const letter of person) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

function localShelf(): Shelf | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

export const preferences = new Preferences(localShelf());
