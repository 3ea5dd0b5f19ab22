// What a helper hears of new hands on her own screen, with the floor going on behind it. Method: her
// device shakes with each sound, and the shakes are counted.
import { render } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import HelperScreen from './HelperScreen.svelte';

const HOUR_MS = 3_600_000;
const TEN = Array.from({ length: 10 }, (_, at) => at);

let floor: ReturnType<typeof cannedFloor>;
let seq = 1;

/** What the server changes next. */
async function patch(set: object, gone: object = {}): Promise<void> {
  const cursor = (at: number) => ({ epoch: 1, seq: at, tag: 'a' });
  floor.say({ t: 'patch', from: cursor(seq), to: cursor(++seq), set, gone });
  await vi.advanceTimersByTimeAsync(1);
}

/** Somebody else asks, later than all others. */
function asks(number: number): Promise<void> {
  const [like] = floor.store.calls.filter(({ kind }) => kind === 'work');
  const call = { ...like, id: `new${number}`, order: 20 + number, state: 'waiting' };
  return patch({ help: [call] });
}

function duty(is: 'on' | 'away'): Promise<void> {
  const me = [...floor.store.table('me').values()][0];
  return patch({ me: [{ ...me, duty: is }] });
}

/** Each sound comes with a short buzz, which is what a test can feel. */
const vibrate = vi.fn(() => true);
const heard = () => vibrate.mock.calls.length;

beforeEach(async () => {
  vi.useFakeTimers();
  Object.defineProperty(navigator, 'vibrate', { value: vibrate, configurable: true });
  seq = 1;
  floor = cannedFloor('helper', 'line');
  render(Provided, { store: floor.store, Screen: HelperScreen });
  floor.store.open();
  await vi.advanceTimersByTimeAsync(100);
  vibrate.mockClear();
});

afterEach(() => {
  floor.store.close();
  localStorage.clear();
  sessionStorage.clear();
  Reflect.deleteProperty(navigator, 'vibrate');
  vi.useRealTimers();
});

test('ten who ask within two seconds are one sound, and their leaving is none (B44)', async () => {
  for (const number of TEN) {
    await asks(number);
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(floor.store.calls.filter(({ id }) => id.startsWith('new'))).toHaveLength(10);
  expect(heard()).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  for (const number of TEN) await patch({}, { help: [`new${number}`] });
  expect(heard()).toBe(1);
});

test('whoever comes back from an hour’s break hears nothing of what she missed (B43)', async () => {
  await duty('away');
  for (const number of TEN) {
    await asks(number);
    // Of an hour only the ends are lived through.
    vi.setSystemTime(Date.now() + HOUR_MS / TEN.length);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  await duty('on');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(heard()).toBe(0);
  await asks(10);
  expect(heard()).toBe(1);
});
