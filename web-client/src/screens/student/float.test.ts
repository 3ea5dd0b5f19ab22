// The strip over other windows: where next, in how many minutes, and the hand; only where there is one.
import { fireEvent, render, screen as page } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { screens } from '../../screens-by-name';

let floor: ReturnType<typeof cannedFloor> | undefined;
let strip: Document;
let leaves: (() => void) | undefined;
const requestWindow = vi.fn();

async function open(scene: string): Promise<void> {
  floor = cannedFloor('student', scene);
  render(Provided, { store: floor.store, Screen: await screens.student() });
  floor.store.open();
  await vi.advanceTimersByTimeAsync(100);
}

beforeAll(async () => {
  await screens.student();
}, 60_000);

beforeEach(() => {
  vi.useFakeTimers();
  strip = document.implementation.createHTMLDocument();
  requestWindow.mockReset();
  requestWindow.mockImplementation(() =>
    Promise.resolve({
      document: strip,
      addEventListener: (_: string, left: () => void) => (leaves = left),
      close: () => leaves?.(),
    }),
  );
  vi.stubGlobal('documentPictureInPicture', { requestWindow });
});

afterEach(() => {
  floor?.store.close();
  sessionStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const inStrip = (id: string) => strip.querySelector<HTMLElement>(`[data-testid="${id}"]`);

test('one press opens it, 320 by 96, with the next stop and the minutes', async () => {
  await open('work');
  await fireEvent.click(page.getByTestId('float'));
  await vi.advanceTimersByTimeAsync(10);
  expect(requestWindow).toHaveBeenCalledExactlyOnceWith({ width: 320, height: 96 });
  expect(inStrip('float-strip')?.textContent).toContain('C12');
  expect(inStrip('float-minutes')?.textContent).toContain('14');
  expect(page.getByTestId('float').getAttribute('aria-pressed')).toBe('true');
});

test('its hand is a button that puts the hand up', async () => {
  await open('work');
  await fireEvent.click(page.getByTestId('float'));
  await vi.advanceTimersByTimeAsync(10);
  const hand = inStrip('float-hand');
  expect(hand?.tagName).toBe('BUTTON');
  hand?.click();
  await tick();
  expect(page.getByTestId('help-state').dataset['state']).not.toBe('down');
  expect(hand?.getAttribute('aria-pressed')).toBe('true');
});

test('while she moves it says where to go, and no time', async () => {
  await open('move');
  await fireEvent.click(page.getByTestId('float'));
  await vi.advanceTimersByTimeAsync(10);
  expect(inStrip('float-strip')?.textContent).toContain('A2');
  expect(inStrip('float-minutes')).toBeNull();
});

test('a second press closes it', async () => {
  await open('work');
  await fireEvent.click(page.getByTestId('float'));
  await vi.advanceTimersByTimeAsync(10);
  await fireEvent.click(page.getByTestId('float'));
  await vi.advanceTimersByTimeAsync(10);
  expect(inStrip('float-strip')).toBeNull();
  expect(page.getByTestId('float').getAttribute('aria-pressed')).toBe('false');
});

test('a browser without such windows shows no button for it', async () => {
  vi.stubGlobal('documentPictureInPicture', undefined);
  await open('work');
  expect(page.queryByTestId('float')).toBeNull();
});
