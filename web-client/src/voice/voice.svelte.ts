/**
 * Reads aloud what somebody asked to hear, with the voices of the device alone: voices from afar fail
 * without a network, and what a child is told is nobody else's. Nothing is read before the page was
 * touched, and one thing at a time.
 */
import { preferences } from '../preferences/preferences.svelte';
import type { Said } from './utterances';
import { utterances } from './utterances';

const RATES = { slow: 0.75, usual: 0.95, quick: 1.25 } as const;
/** Some browsers have no voices at the first call, and say when they do. */
const VOICES_WITHIN_MS = 1_000;

class Voice {
  #reading = $state<string>();
  #dumb = $state<string>();
  #turn = 0;

  /** Whether this browser can read at all. */
  get speaks(): boolean {
    return typeof speechSynthesis !== 'undefined';
  }

  /** The id of what is being read. */
  get reading(): string | undefined {
    return this.#reading;
  }

  /** The id of what was asked for, where the device has no voice of its own for the language. */
  get dumb(): string | undefined {
    return this.#dumb;
  }

  /** Call from a tap or a key press. */
  async read(id: string, said: readonly Said[]): Promise<void> {
    this.stop();
    if (!this.speaks || !touched()) return;
    this.#reading = id;
    const turn = this.#turn;
    const voices = await localVoices();
    if (turn !== this.#turn) return;
    const rate = RATES[preferences.now.rate];
    const pieces = utterances(said, rate).flatMap((piece) => {
      const voice = nearest(voices, piece.lang);
      return voice === undefined ? [] : [utteranceOf(piece, voice, rate)];
    });
    const last = pieces.at(-1);
    if (last === undefined) {
      this.#reading = undefined;
      this.#dumb = id;
      return;
    }
    const over = () => {
      if (turn === this.#turn) this.#reading = undefined;
    };
    last.onend = over;
    for (const piece of pieces) {
      piece.onerror = over;
      speechSynthesis.speak(piece);
    }
  }

  stop(): void {
    this.#turn += 1;
    this.#dumb = undefined;
    if (this.#reading === undefined) return;
    this.#reading = undefined;
    speechSynthesis.cancel();
  }
}

export const voice = new Voice();

function utteranceOf(
  { text, lang }: Said,
  voice: SpeechSynthesisVoice,
  rate: number,
): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang;
  utterance.voice = voice;
  utterance.rate = rate;
  return utterance;
}

/** Browsers that do not say are taken at their word: they refuse by themselves. */
function touched(): boolean {
  return 'userActivation' in navigator ? navigator.userActivation.hasBeenActive : true;
}

async function localVoices(): Promise<SpeechSynthesisVoice[]> {
  if (speechSynthesis.getVoices().length === 0) {
    await new Promise<void>((resolve) => {
      const there = () => resolve();
      speechSynthesis.addEventListener('voiceschanged', there, { once: true });
      setTimeout(there, VOICES_WITHIN_MS);
    });
  }
  return speechSynthesis.getVoices().filter((each) => each.localService);
}

/** The same language and country, else the same language. */
function nearest(
  voices: readonly SpeechSynthesisVoice[],
  lang: string,
): SpeechSynthesisVoice | undefined {
  const plain = (tag: string) => tag.toLowerCase().replaceAll('_', '-');
  const base = lang.split('-')[0] ?? lang;
  return (
    voices.find((each) => plain(each.lang) === plain(lang)) ??
    voices.find((each) => plain(each.lang).split('-')[0] === base)
  );
}
