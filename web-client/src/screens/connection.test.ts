// What a connection does is told on the screen: one that is dead and does not say so (no close frame,
// no error, only silence), and a server that is there and has lost its store.
import { render, screen as page } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../tests/harness/canned-store';
import Provided from '../../tests/harness/Provided.svelte';
import { screens } from '../screens-by-name';

/** As servers have it. */
const BEAT_MS = 4_000;
/** A beat may be on its way when the second is due. */
const SLACK_MS = 500;
const LOADING_MS = 60_000;
const CURSOR = { epoch: 1, seq: 1, tag: 'a' };
const SCENES = { student: 'work', helper: 'line' } as const;
const WORDS = 'Nothing can be saved right now. Carillon keeps trying.';

let floor: ReturnType<typeof cannedFloor>;

const offline = () => page.queryByTestId('offline-banner');
const unsaved = () => page.queryByTestId('unsaved-banner');

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

async function says(frame: object): Promise<void> {
  floor.say(frame);
  await pass(1);
}

async function open(screen: keyof typeof SCENES): Promise<void> {
  floor = cannedFloor(screen, SCENES[screen], { beatMs: BEAT_MS });
  render(Provided, { store: floor.store, Screen: await screens[screen]() });
  floor.store.open();
  await pass(100);
}

beforeAll(async () => {
  await Promise.all([screens.student(), screens.helper()]);
}, LOADING_MS);

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  floor.store.close();
  localStorage.clear();
  sessionStorage.clear();
  vi.useRealTimers();
});

describe('a line that is dead and does not say so', () => {
  /** After the clock exchange of the first seconds. */
  beforeEach(async () => {
    await open('helper');
    for (let beats = 0; beats < 4; beats++) {
      await pass(BEAT_MS);
      await says({ t: 'beat', cursor: CURSOR });
    }
  });

  test('it is noticed within two beats, and the screen says so and keeps what it knows (B38)', async () => {
    expect(offline()).toBeNull();
    const hands = page.getAllByTestId('help-card').length;
    floor.mute();
    await pass(2 * BEAT_MS - 2);
    expect(offline(), 'a beat may be late').toBeNull();
    await pass(SLACK_MS + 2);
    expect(offline()?.getAttribute('role')).toBe('status');
    expect(page.getAllByTestId('help-card')).toHaveLength(hands);
  });

  test('when the line is good again it comes back by itself and the banner goes (B38)', async () => {
    floor.mute();
    await pass(2 * BEAT_MS + SLACK_MS + 10_000);
    expect(offline()).not.toBeNull();
    floor.back();
    // The longest wait between two tries where nobody answers.
    await pass(4_000 + 100);
    expect(floor.store.freshness.kind).toBe('live');
    expect(offline()).toBeNull();
  });
});

describe('a server that can keep nothing', () => {
  test.each([
    ['student', `${WORDS} Bells go on.`],
    ['helper', WORDS],
  ] as const)('a %s is told, and it goes by itself (B36)', async (screen, words) => {
    await open(screen);
    await says({ t: 'beat', cursor: CURSOR });
    expect(unsaved()).toBeNull();
    await says({ t: 'beat', cursor: CURSOR, unsaved: true });
    expect(unsaved()?.textContent.trim()).toBe(words);
    expect(unsaved()?.getAttribute('role')).toBe('status');
    expect(floor.store.freshness.kind, 'what is shown is still how it stands').toBe('live');
    await says({ t: 'beat', cursor: CURSOR });
    expect(unsaved()).toBeNull();
  });

  test('what happens next shows as well that it can save again (B36)', async () => {
    await open('helper');
    await says({ t: 'beat', cursor: CURSOR, unsaved: true });
    expect(unsaved()).not.toBeNull();
    await says({ t: 'patch', from: CURSOR, to: { ...CURSOR, seq: 2 }, set: {}, gone: {} });
    expect(unsaved()).toBeNull();
  });

  test('without a network she is told that, and not both (B36)', async () => {
    await open('helper');
    await says({ t: 'beat', cursor: CURSOR, unsaved: true });
    floor.drop();
    await pass(100);
    expect(unsaved()).toBeNull();
    expect(offline()).not.toBeNull();
  });
});
