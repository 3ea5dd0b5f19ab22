// Goal: whoever wants light only is never sounded at, and sees each bell. Method: a store over a canned
// line, an audio context that counts what is started, and a bell the server pushes.
import { render, screen as page } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CannedLine } from '../tests/harness/canned-line';
import { scriptOf } from '../tests/harness/scenes';
import BellTwin from './parts/BellTwin.svelte';
import { pageWaker } from './bell/waker';
import { preferences } from './preferences/preferences.svelte';
import { Store } from './store/store.svelte';

const started = vi.fn();

class CountingContext extends EventTarget {
  readonly state = 'running';
  readonly sampleRate = 8_000;
  readonly destination = {};

  get currentTime(): number {
    return performance.now() / 1_000;
  }

  createBuffer() {
    return { copyToChannel: () => undefined };
  }

  createBufferSource() {
    return { connect: () => undefined, start: started, stop: () => undefined };
  }
}

const vibrate = vi.fn();
let line: CannedLine | undefined;
let store: Store | undefined;

async function openStudent(): Promise<Store> {
  store = new Store({
    screen: 'student',
    ticket: () => Promise.resolve({ ok: true, ticket: 'canned' }),
    connect: () => (line = new CannedLine(scriptOf('student', 'work'))),
    wake: pageWaker,
  });
  store.open();
  await vi.advanceTimersByTimeAsync(100);
  return store;
}

async function ring(): Promise<void> {
  const atMs = store?.nowMs ?? 0;
  line?.say({ t: 'ring', bell: 'b', kind: 'manual', schedule: 'main', atMs, late: false });
  await vi.advanceTimersByTimeAsync(500);
}

beforeEach(() => {
  vi.useFakeTimers();
  started.mockClear();
  vibrate.mockClear();
  vi.stubGlobal('AudioContext', CountingContext);
  Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true });
});

afterEach(() => {
  store?.close();
  preferences.forget();
  sessionStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'vibrate');
});

test('usually a bell sounds once, is seen and is felt', async () => {
  const hers = await openStudent();
  await ring();
  expect(started).toHaveBeenCalledTimes(1);
  render(BellTwin, { rung: hers.rung });
  await vi.advanceTimersByTimeAsync(10);
  expect(page.getByTestId('bell-twin')).toBeTruthy();
  expect(vibrate).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(page.queryByTestId('bell-twin')).toBeNull();
});

test('with light only nothing is started, and the bell is seen', async () => {
  preferences.set('bells', 'light');
  const hers = await openStudent();
  await ring();
  expect(hers.rung?.bell).toBe('b');
  expect(started).not.toHaveBeenCalled();
  render(BellTwin, { rung: hers.rung });
  await vi.advanceTimersByTimeAsync(10);
  expect(page.getByTestId('bell-twin')).toBeTruthy();
});

test('whoever must not be startled is neither glowed nor buzzed at', async () => {
  const hers = await openStudent();
  await ring();
  render(BellTwin, { rung: hers.rung, still: true });
  await vi.advanceTimersByTimeAsync(10);
  expect(page.queryByTestId('bell-twin')).toBeNull();
  expect(vibrate).not.toHaveBeenCalled();
});
