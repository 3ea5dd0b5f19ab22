/**
 * The language of this page. What was picked by hand or by `?lang=` counts first (kept for the day
 * on this device), then what the school knows of the person, then the browser's. `<html lang>`
 * follows. A language comes when it is wanted, so that nobody carries one she does not read: until
 * another is there, and where it cannot be had, the page goes on in the one it has. The words that
 * only students or only staff read come with their first screen, and then with each language.
 */
import type { Words } from './en';
import type { WordsForStaff } from './for-staff-en';
import type { WordsForStudents } from './for-students-en';

export const LANGUAGES = ['en', 'es', 'fr-CA', 'fr-FR'] as const;
export type Lang = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Readonly<Record<Lang, string>> = {
  en: 'English',
  es: 'Español',
  'fr-CA': 'Français (Canada)',
  'fr-FR': 'Français (France)',
};

type Parts = {
  readonly words: Words;
  readonly students: WordsForStudents;
  readonly staff: WordsForStaff;
};
/** Who reads more than everybody does. */
export type Readers = Exclude<keyof Parts, 'words'>;

const FETCH: Readonly<Record<Lang, { readonly [P in keyof Parts]: () => Promise<Parts[P]> }>> = {
  en: {
    words: () => import('./en').then((module) => module.en),
    students: () => import('./for-students-en').then((module) => module.forStudentsEn),
    staff: () => import('./for-staff-en').then((module) => module.forStaffEn),
  },
  es: {
    words: () => import('./es').then((module) => module.es),
    students: () => import('./for-students-es').then((module) => module.forStudentsEs),
    staff: () => import('./for-staff-es').then((module) => module.forStaffEs),
  },
  'fr-CA': {
    words: () => import('./fr-CA').then((module) => module.frCA),
    students: () => import('./for-students-fr-CA').then((module) => module.forStudentsFrCA),
    staff: () => import('./for-staff-fr-CA').then((module) => module.forStaffFrCA),
  },
  'fr-FR': {
    words: () => import('./fr-FR').then((module) => module.frFR),
    students: () => import('./for-students-fr-FR').then((module) => module.forStudentsFrFR),
    staff: () => import('./for-staff-fr-FR').then((module) => module.forStaffFrFR),
  },
};
const KEY = 'carillon.lang';

type Spoken = {
  /** As times and numbers are written: a language of ours or, in a proof, any other. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Words;
} & { readonly [R in Readers]: Parts[R] | undefined };

class Speech {
  #picked: Lang | undefined;
  #person: Lang | undefined;
  readonly #browser: Lang;
  /** Those who read this page, beside everybody. */
  readonly #readers = new Set<Readers>();
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

  /** What everybody may read, in this language. */
  get words(): Words {
    return this.#now.words;
  }

  /** That and what students read, once this page speaks to them. */
  get forStudents(): WordsForStudents {
    return there(this.#now.students);
  }

  /** The same for staff. */
  get forStaff(): WordsForStaff {
    return there(this.#now.staff);
  }

  /** From when this is done their words are there, in whatever language is spoken. */
  async speakTo(readers: Readers): Promise<void> {
    this.#readers.add(readers);
    await this.#speak();
    const now = this.#spoken;
    if (now?.[readers] !== undefined) return;
    const more = await fetched(nearest(now?.lang ?? '') ?? 'en', this.#readers);
    // Unless what is wanted has come after all.
    if (this.#spoken === now) this.#spoken = more;
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
    this.#spoken ??= await fetched('en', this.#readers);
  }

  /** Another language may be wanted by the time one is there, or more of it: then it goes on. */
  async #speak(): Promise<void> {
    while (!this.#isSpoken(this.#wanted)) {
      const lang = this.#wanted;
      const readers = new Set(this.#readers);
      try {
        const next = await fetched(lang, readers);
        if (lang === this.#wanted && readers.size === this.#readers.size) this.#spoken = next;
      } catch {
        // Without a network it is asked for again when it is picked again.
        if (lang === this.#wanted) return;
      }
    }
  }

  #isSpoken(lang: Lang): boolean {
    const spoken = this.#spoken;
    return lang === spoken?.lang && [...this.#readers].every((one) => spoken[one] !== undefined);
  }
}

export const speech = new Speech();

async function fetched(lang: Lang, readers: ReadonlySet<Readers>): Promise<Spoken> {
  const [words, students, staff] = await Promise.all([
    FETCH[lang].words(),
    readers.has('students') ? FETCH[lang].students() : undefined,
    readers.has('staff') ? FETCH[lang].staff() : undefined,
  ]);
  return { lang, direction: 'ltr', words, students, staff };
}

function there<W>(words: W | undefined): W {
  if (words === undefined) throw new Error('wait for speech.speakTo');
  return words;
}

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
