// A connection that is dead and does not say so: no close frame, no error, only silence.
import { render, screen as page } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../tests/harness/canned-store';
import Provided from '../../tests/harness/Provided.svelte';
import { screens } from '../screens-by-name';

const BEAT_MS = 4_000;
/** A beat may be on its way when the second is due. */
const SLACK_MS = 500;
const LOADING_MS = 60_000;

let floor: ReturnType<typeof cannedFloor>;

const banner = () => page.queryByTestId('offline-banner');

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

function beat(): void {
  floor.say({ t: 'beat', cursor: { epoch: 1, seq: 1, tag: 'a' } });
}

beforeAll(async () => {
  await screens.helper();
}, LOADING_MS);

beforeEach(async () => {
  vi.useFakeTimers();
  floor = cannedFloor('helper', 'line', { beatMs: BEAT_MS });
  render(Provided, { store: floor.store, Screen: await screens.helper(), contained: true });
  floor.store.open();
  for (let beats = 0; beats < 4; beats++) {
    await pass(BEAT_MS);
    beat();
  }
  await pass(1);
});

afterEach(() => {
  floor.store.close();
  localStorage.clear();
  sessionStorage.clear();
  vi.useRealTimers();
});

test('it is noticed within two beats, and the screen says so and keeps what it knows (B38)', async () => {
  expect(banner()).toBeNull();
  const hands = page.getAllByTestId('help-card').length;
  floor.mute();
  await pass(2 * BEAT_MS - 2);
  expect(banner(), 'a beat may be late').toBeNull();
  await pass(SLACK_MS + 2);
  expect(banner()?.getAttribute('role')).toBe('status');
  expect(page.getAllByTestId('help-card')).toHaveLength(hands);
});

test('when the line is good again it comes back by itself and the banner goes (B38)', async () => {
  floor.mute();
  await pass(2 * BEAT_MS + SLACK_MS + 10_000);
  expect(banner()).not.toBeNull();
  floor.back();
  // The longest wait between two tries where nobody answers.
  await pass(4_000 + 100);
  expect(floor.store.freshness.kind).toBe('live');
  expect(banner()).toBeNull();
});
