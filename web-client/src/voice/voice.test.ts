// S7: speech is of this device, short, in its language, and only after a touch.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { preferences } from '../preferences/preferences.svelte';
import { secondsOf, utterances } from './utterances';
import { voice } from './voice.svelte';

const LONG = `You go to the learning centre and sit down at your own seat ${'and read a page '.repeat(30)}`;

describe('what is read', () => {
  test('is cut at sentences', () => {
    const said = [{ text: 'Go to C12. Bring your headphones! Ready?', lang: 'en' }];
    expect(utterances(said, 1).map(({ text }) => text)).toEqual([
      'Go to C12.',
      'Bring your headphones!',
      'Ready?',
    ]);
  });

  test.each([0.75, 0.95, 1.25])('takes a voice of rate %d twelve seconds at most', (rate) => {
    const pieces = utterances([{ text: LONG, lang: 'en' }], rate);
    expect(pieces.length).toBeGreaterThan(2);
    for (const { text } of pieces) expect(secondsOf(text, rate)).toBeLessThanOrEqual(12);
    expect(pieces.map(({ text }) => text).join(' ')).toBe(LONG.trim());
  });

  test('keeps its language with each piece', () => {
    const said = [
      { text: 'Ve a C12.', lang: 'es' },
      { text: 'Learning centre', lang: 'en' },
    ];
    expect(utterances(said, 1)).toEqual(said);
  });
});

class Utterance {
  lang = '';
  rate = 1;
  voice: { name: string } | null = null;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly text: string) {}
}

const spoken: Utterance[] = [];
const synthesis = Object.assign(new EventTarget(), {
  voices: [] as { name: string; lang: string; localService: boolean }[],
  getVoices: () => synthesis.voices,
  speak: (one: Utterance) => void spoken.push(one),
  cancel: vi.fn(),
});
const activation = { hasBeenActive: true };

describe('the voice', () => {
  beforeEach(() => {
    spoken.length = 0;
    synthesis.cancel.mockClear();
    activation.hasBeenActive = true;
    synthesis.voices = [
      { name: 'afar', lang: 'es-MX', localService: false },
      { name: 'here', lang: 'es-ES', localService: true },
      { name: 'home', lang: 'en-US', localService: true },
    ];
    vi.stubGlobal('speechSynthesis', synthesis);
    vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
    Object.defineProperty(navigator, 'userActivation', { value: activation, configurable: true });
  });

  afterEach(() => {
    voice.stop();
    preferences.forget();
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'userActivation');
  });

  test('is one of the device, for the language of the sentence', async () => {
    await voice.read('now', [
      { text: 'Ve a C12.', lang: 'es' },
      { text: 'Learning centre', lang: 'en' },
    ]);
    expect(spoken.map((one) => [one.voice?.name, one.lang])).toEqual([
      ['here', 'es'],
      ['home', 'en'],
    ]);
    expect(voice.reading).toBe('now');
    spoken.at(-1)?.onend?.();
    expect(voice.reading).toBeUndefined();
  });

  test('is as slow as she wants it', async () => {
    preferences.set('rate', 'slow');
    await voice.read('now', [{ text: 'Go.', lang: 'en' }]);
    expect(spoken[0]?.rate).toBe(0.75);
  });

  test('says nothing before the page was touched', async () => {
    activation.hasBeenActive = false;
    await voice.read('now', [{ text: 'Go.', lang: 'en' }]);
    expect(spoken).toEqual([]);
    expect(voice.reading).toBeUndefined();
  });

  test('stops when told to, and before it reads something else', async () => {
    await voice.read('now', [{ text: 'Go.', lang: 'en' }]);
    await voice.read('next', [{ text: 'Then.', lang: 'en' }]);
    expect(synthesis.cancel).toHaveBeenCalledTimes(1);
    expect(voice.reading).toBe('next');
    spoken[0]?.onend?.();
    expect(voice.reading).toBe('next');
    voice.stop();
    expect(voice.reading).toBeUndefined();
  });

  test('waits for the voices of a browser that has none at first', async () => {
    const later = synthesis.voices;
    synthesis.voices = [];
    const read = voice.read('now', [{ text: 'Go.', lang: 'en' }]);
    synthesis.voices = later;
    synthesis.dispatchEvent(new Event('voiceschanged'));
    await read;
    expect(spoken).toHaveLength(1);
  });

  test('says that there is none rather than ask one from afar', async () => {
    synthesis.voices = synthesis.voices.filter(({ localService }) => !localService);
    await voice.read('now', [{ text: 'Ve a C12.', lang: 'es' }]);
    expect(spoken).toEqual([]);
    expect([voice.reading, voice.dumb]).toEqual([undefined, 'now']);
  });
});
