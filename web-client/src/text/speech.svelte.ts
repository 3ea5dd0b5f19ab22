/**
 * The language of this page. What was picked by hand or by `?lang=` counts first (kept for the day
 * on this device), then what the school knows of the person, then the browser's. `<html lang>`
 * follows. A language comes when it is wanted, so that nobody carries one she does not read: until
 * another is there, and where it cannot be had, the page goes on in the one it has.
 */
import type { Words } from './en';

export const LANGUAGES = ['en', 'es', 'fr-CA', 'fr-FR'] as const;
export type Lang = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = {
  en: 'English',
  es: 'Español',
  'fr-CA': 'Français (Canada)',
  'fr-FR': 'Français (France)',
};

const FETCH: Readonly<Record<Lang, () => Promise<Words>>> = {
  en: () => import('./en').then((module) => module.en),
  es: () => import('./es').then((module) => module.es),
  'fr-CA': () => import('./fr-CA').then((module) => module.frCA),
  'fr-FR': () => import('./fr-FR').then((module) => module.frFR),
};
const KEY = 'carillon.lang';

type Spoken = {
  /** As times and numbers are written: a language of ours or, in a proof, any other. */
  readonly lang: string;
  readonly words: Words;
  readonly direction: 'ltr' | 'rtl';
};

class Speech {
  #picked: Lang | undefined;
  #person: Lang | undefined;
  readonly #browser: Lang;
  #spoken = $state.raw<Spoken>();
  /** A language is there: that of the device, or else English. Before it nothing is read here. */
  readonly ready: Promise<void>;

  constructor() {
    this.#browser = nearest(navigator.language) ?? 'en';
    const asked = new URLSearchParams(location.search).get('lang');
    this.#picked = (asked === null ? undefined : nearest(asked)) ?? kept();
    if (asked !== null && this.#picked !== undefined) keep(this.#picked);
    this.ready = this.#begin();
  }

  get lang(): string {
    return this.#now.lang;
  }

  /** Which way it is read. */
  get direction(): 'ltr' | 'rtl' {
    return this.#now.direction;
  }

  /** Every word, in this language. */
  get words(): Words {
    return this.#now.words;
  }

  /** Picked by hand; done once it is spoken, or cannot be had. */
  pick(lang: Lang): Promise<void> {
    this.#picked = lang;
    keep(lang);
    return this.#speak();
  }

  /** Speaks words that are not on offer, until another language is picked: for proofs of a screen. */
  borrow(spoken: Spoken): void {
    this.#spoken = spoken;
  }

  /** At sign-out: what was picked was this person's. */
  forget(): void {
    this.#picked = undefined;
    this.#person = undefined;
    keep(undefined);
    void this.#speak();
  }

  /** What the school knows of the person. */
  follow(lang: string | undefined): void {
    this.#person = lang === undefined ? undefined : nearest(lang);
    void this.#speak();
  }

  get #now(): Spoken {
    if (this.#spoken === undefined) throw new Error('wait for speech.ready');
    return this.#spoken;
  }

  get #wanted(): Lang {
    return this.#picked ?? this.#person ?? this.#browser;
  }

  async #begin(): Promise<void> {
    await this.#speak();
    this.#spoken ??= { lang: 'en', words: await FETCH.en(), direction: 'ltr' };
  }

  async #speak(): Promise<void> {
    const lang = this.#wanted;
    if (lang === this.#spoken?.lang) return;
    try {
      const words = await FETCH[lang]();
      // Another one may be wanted by now.
      if (lang === this.#wanted) this.#spoken = { lang, words, direction: 'ltr' };
    } catch {
      // Without a network it is asked for again when it is picked again.
    }
  }
}

export const speech = new Speech();

/**
 * The language we speak that comes nearest: `es-MX` gets Spanish, French of no country Canadian
 * French, and that of any country but Canada the French of Europe.
 */
export function nearest(asked: string): Lang | undefined {
  const wanted = asked.toLowerCase();
  const [base, country] = wanted.split('-');
  const same = LANGUAGES.find((lang) => lang.toLowerCase() === wanted);
  if (same !== undefined) return same;
  if (base === 'fr') return country === undefined ? 'fr-CA' : 'fr-FR';
  return LANGUAGES.find((lang) => lang.toLowerCase().split('-')[0] === base);
}

function kept(): Lang | undefined {
  try {
    const [day, lang] = (localStorage.getItem(KEY) ?? '').split(' ');
    return day === today() && lang !== undefined ? nearest(lang) : undefined;
  } catch {
    return undefined;
  }
}

function keep(lang: Lang | undefined): void {
  try {
    if (lang === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, `${today()} ${lang}`);
  } catch {
    // Storage may be switched off by policy; then the choice lasts as long as the page.
  }
}

function today(): string {
  return new Date().toDateString().replaceAll(' ', '-');
}
