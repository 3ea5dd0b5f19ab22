import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAwake } from './keep-awake';

let visible: DocumentVisibilityState;
let allowed: boolean;
const held: { released: boolean; release: () => Promise<void> }[] = [];
const request = vi.fn(() => {
  if (!allowed) return Promise.reject(new Error('not allowed'));
  const lock = {
    released: false,
    release() {
      this.released = true;
      return Promise.resolve();
    },
  };
  held.push(lock);
  return Promise.resolve(lock);
});

beforeEach(() => {
  visible = 'visible';
  allowed = true;
  held.length = 0;
  request.mockClear();
  vi.stubGlobal('navigator', { wakeLock: { request } });
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visible);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function seen(state: DocumentVisibilityState): void {
  visible = state;
  // The browser takes the lock away from a page that is hidden.
  if (state === 'hidden') for (const lock of held) lock.released = true;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('the screen is kept on from the beginning, and again when the page is back in sight', () => {
  const stop = keepAwake();
  expect(request).toHaveBeenCalledTimes(1);
  seen('hidden');
  expect(request).toHaveBeenCalledTimes(1);
  seen('visible');
  expect(request).toHaveBeenCalledTimes(2);
  stop();
  seen('visible');
  expect(request).toHaveBeenCalledTimes(2);
});

test('a device that refused is asked again at the next tap, one that agreed is not', async () => {
  allowed = false;
  const stop = keepAwake();
  await Promise.resolve();
  allowed = true;
  document.dispatchEvent(new Event('pointerup'));
  expect(request).toHaveBeenCalledTimes(2);
  await Promise.resolve();
  document.dispatchEvent(new Event('pointerup'));
  expect(request).toHaveBeenCalledTimes(2);
  stop();
  expect(held.every((lock) => lock.released)).toBe(true);
});
