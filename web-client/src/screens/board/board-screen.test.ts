import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cannedStore } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import type { Store } from '../../store/store.svelte';
import BoardScreen from './BoardScreen.svelte';

let store: Store | undefined;

async function open(scene: string): Promise<void> {
  store = cannedStore('board', scene);
  render(Provided, { store, Screen: BoardScreen });
  store.open();
  await screen.findByTestId('clock');
}

// A browser measures the screen; here it is a wall of 1920 × 1080.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_920);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(1_080);
});

afterEach(() => {
  store?.close();
  vi.restoreAllMocks();
});

test('a page has 36 names, each with its stop', async () => {
  await open('move');
  const rows = screen.getAllByTestId('board-row');
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.length).toBeLessThanOrEqual(36);
  expect(screen.getAllByTestId('board-code')[0]?.textContent).toMatch(/^[A-H]\d+$/);
});

test('nobody reads here who needs help, waits or is late', async () => {
  await open('trouble');
  const said = document.body.textContent ?? '';
  expect(said).not.toMatch(/late|missing|wait|hand|help|elsewhere/i);
});

test('a changed stop has a dot and a word', async () => {
  await open('move');
  const changed = screen
    .getAllByTestId('board-row')
    .filter((row) => row.textContent.includes('new'));
  for (const row of changed) {
    expect(row.querySelector('.dot')).not.toBeNull();
  }
});

test.each([
  ['move', 'Block 3', 'Where to go now'],
  ['warn', 'Block 3 → Block 4', 'Next stops'],
  ['calm', 'Block 3 → Block 4', 'Where everybody is now'],
  ['before', 'First: Block 1', 'Next stops'],
  ['paused', 'Paused. Stay where you are.', 'Where everybody is now'],
] as const)('%s: %s, %s', async (scene, title, says) => {
  await open(scene);
  expect(screen.getByRole('heading').textContent).toBe(title);
  expect(screen.getByTestId('board-says').textContent).toBe(says);
});

test('after the day it says that school is over', async () => {
  await open('done');
  expect(screen.getByRole('heading').textContent).toBe('School is over for today.');
  expect(screen.queryByTestId('countdown')).toBeNull();
});
