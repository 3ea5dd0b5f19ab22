// What somebody was typing is still there when her device wakes and everything else is another.
import { fireEvent, render, screen as page } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../tests/harness/canned-store';
import Provided from '../../tests/harness/Provided.svelte';
import { screens } from '../screens-by-name';
import type { ScreenName } from '../wire/frames';

const TEN_MINUTES_MS = 600_000;
/** In sight of the answer, and with it on the screen. */
const WAKING_MS = 2_000;
const LOADING_MS = 60_000;
/** Ten minutes are six hundred repaints, which a busy machine takes some seconds for. */
const SLEEPING_MS = 30_000;

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(screen: ScreenName, scene: string): Promise<void> {
  floor = cannedFloor(screen, scene);
  render(Provided, { store: floor.store, Screen: await screens[screen](), contained: true });
  floor.store.open();
  await vi.advanceTimersByTimeAsync(100);
}

/** The lid is closed for ten minutes; meanwhile the floor goes on to another scene. */
async function sleep(until: string): Promise<void> {
  floor?.drop();
  await vi.advanceTimersByTimeAsync(TEN_MINUTES_MS);
  expect(floor?.store.freshness.kind).toBe('offline');
  floor?.back(until);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(WAKING_MS);
  await tick();
  expect(floor?.store.freshness.kind).toBe('live');
}

beforeAll(async () => {
  await Promise.all([screens.student(), screens.helper()]);
}, LOADING_MS);

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  floor?.store.close();
  localStorage.clear();
  sessionStorage.clear();
  vi.useRealTimers();
});

test(
  'a student’s few words outlive a sleep of ten minutes (B32)',
  async () => {
    await open('student', 'fresh');
    await fireEvent.click(page.getByTestId('help-tell'));
    const text = await page.findByTestId('tell-text');
    await fireEvent.input(text, { target: { value: 'step three, the bra' } });
    await sleep('claimed');
    expect(floor?.store.ownHelp?.state).toBe('claimed');
    expect(page.getByTestId('tell-text')).toBe(text);
    expect((text as HTMLInputElement).value).toBe('step three, the bra');
  },
  SLEEPING_MS,
);

test(
  'a helper’s note does, too, as long as she has the student (B32)',
  async () => {
    await open('helper', 'helping');
    await fireEvent.click(page.getByTestId('hold'));
    const note = page.getByTestId('hold-note');
    await fireEvent.input(note, { target: { value: 'read it alo' } });
    await sleep('helping');
    expect(page.getByTestId('hold-note')).toBe(note);
    expect((note as HTMLInputElement).value).toBe('read it alo');
  },
  SLEEPING_MS,
);
