// A bell rung by hand is seen and said on every screen, in every language, and goes by itself.
import { render, screen as page } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../tests/harness/canned-store';
import Provided from '../../tests/harness/Provided.svelte';
import { screens } from '../screens-by-name';
import { speech } from '../text/speech.svelte';
import type { ScreenName } from '../wire/frames';
import { STANDS_MS } from './hand-bell.svelte';

const SCENES = { student: 'work', helper: 'line', leader: 'calm', board: 'calm' } as const;
const STUDENTS = {
  en: 'The bell rings. Listen to your adult.',
  es: 'Suena la campana. Escucha a tu adulto.',
  'fr-CA': 'La cloche sonne. Écoute ton adulte.',
} as const;
const STAFF = {
  en: 'The bell was rung by hand.',
  es: 'Alguien ha tocado la campana.',
  'fr-CA': 'La cloche a été sonnée à la main.',
} as const;

const LOADING_MS = 60_000;

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(screen: ScreenName, scene: string = SCENES[screen]): Promise<void> {
  floor = cannedFloor(screen, scene);
  render(Provided, { store: floor.store, Screen: await screens[screen]() });
  floor.store.open();
  await vi.advanceTimersByTimeAsync(100);
}

async function ring(kind: 'manual' | 'tardy', lateMs = 0): Promise<void> {
  const atMs = (floor?.store.nowMs ?? 0) - lateMs;
  const bell = `main ${kind} ${String(atMs)}`;
  floor?.say({ t: 'ring', bell, kind, schedule: 'main', atMs, late: lateMs > 0 });
  await vi.advanceTimersByTimeAsync(100);
  await tick();
}

// The first time each is compiled, which takes longer than a test may.
beforeAll(async () => {
  await Promise.all(Object.values(screens).map((load) => load()));
}, LOADING_MS);

beforeEach(() => {
  vi.useFakeTimers();
  // A board that is a wall shows a page of names; else it would be a list of all.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_920);
});

afterEach(() => {
  floor?.store.close();
  sessionStorage.clear(); // Its book of bells would outlive the test.
  void speech.pick('en');
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe.each(Object.keys(STAFF) as (keyof typeof STAFF)[])(
  'a bell rung by hand, in %s',
  (lang) => {
    test.each([
      ['student', STUDENTS[lang]],
      ['board', STUDENTS[lang]],
      ['helper', STAFF[lang]],
      ['leader', STAFF[lang]],
    ] as const)('is seen on the screen of a %s: %s', async (screen, words) => {
      await speech.pick(lang);
      await open(screen);
      expect(page.queryByTestId('bell-note')).toBeNull();
      await ring('manual');
      const note = page.getByTestId('bell-note');
      expect(note.textContent.trim()).toBe(words);
      expect(note.querySelector('svg')).not.toBeNull();
      const said = screen === 'student' ? page.getByTestId('announced') : note;
      expect(said.textContent.trim()).toBe(words);
      expect(said.matches('[aria-live="assertive"], [role="status"]')).toBe(true);
      await vi.advanceTimersByTimeAsync(STANDS_MS);
      expect(page.queryByTestId('bell-note')).toBeNull();
    });
  },
);

test('it is seen over the move card, too', async () => {
  await open('student', 'move');
  await ring('manual');
  expect(page.getByTestId('move-card').querySelector('[data-testid="bell-note"]')).not.toBeNull();
});

test('the next bell takes its place', async () => {
  await open('helper');
  await ring('manual');
  await ring('tardy');
  expect(page.queryByTestId('bell-note')).toBeNull();
});

test('one that comes minutes later, when the network is back, is over', async () => {
  await open('helper');
  await ring('manual', 100_000);
  expect(page.queryByTestId('bell-note')).toBeNull();
});
