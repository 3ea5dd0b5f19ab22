/**
 * The language of this page. What was picked by hand or by `?lang=` counts first (kept for the day
 * on this device), then what the school knows of the person, then the browser's. `<html lang>`
 * follows.
 */
import type { Words } from './en';
import { en } from './en';
import { es } from './es';
import { frCA } from './fr-CA';

export const LANGUAGES = ['en', 'es', 'fr-CA'] as const;
export type Lang = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = {
  en: 'English',
  es: 'Español',
  'fr-CA': 'Français',
};

const WORDS: Readonly<Record<Lang, Words>> = { en, es, 'fr-CA': frCA };
const KEY = 'carillon.lang';

class Speech {
  #picked = $state<Lang>();
  #person = $state<Lang>();
  readonly #browser: Lang;

  constructor() {
    this.#browser = nearest(navigator.language) ?? 'en';
    const asked = new URLSearchParams(location.search).get('lang');
    this.#picked = (asked === null ? undefined : nearest(asked)) ?? kept();
    if (asked !== null && this.#picked !== undefined) keep(this.#picked);
  }

  get lang(): Lang {
    return this.#picked ?? this.#person ?? this.#browser;
  }

  /** Every word, in this language. */
  get words(): Words {
    return WORDS[this.lang];
  }

  /** Picked by hand. */
  pick(lang: Lang): void {
    this.#picked = lang;
    keep(lang);
  }

  /** What the school knows of the person. */
  follow(lang: string | undefined): void {
    this.#person = lang === undefined ? undefined : nearest(lang);
  }
}

export const speech = new Speech();

/**
 * The language we speak that comes nearest: `fr` and `fr-FR` get Canadian French, `es-MX` Spanish.
 */
export function nearest(asked: string): Lang | undefined {
  const wanted = asked.toLowerCase();
  const base = wanted.split('-')[0] ?? wanted;
  return (
    LANGUAGES.find((lang) => lang.toLowerCase() === wanted) ??
    LANGUAGES.find((lang) => lang.toLowerCase().split('-')[0] === base)
  );
}

function kept(): Lang | undefined {
  try {
    const [day, lang] = (localStorage.getItem(KEY) ?? '').split(' ');
    return day === today() && lang !== undefined ? nearest(lang) : undefined;
  } catch {
    return undefined;
  }
}

function keep(lang: Lang): void {
  try {
    localStorage.setItem(KEY, `${today()} ${lang}`);
  } catch {
    // Storage may be switched off by policy; then the choice lasts as long as the page.
  }
}

function today(): string {
  return new Date().toDateString().replaceAll(' ', '-');
}
