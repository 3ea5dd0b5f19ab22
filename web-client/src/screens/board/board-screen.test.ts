import type { DetachedWindowAPI } from 'happy-dom';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import type { Store } from '../../store/store.svelte';
import BoardScreen from './BoardScreen.svelte';

// Stops change at once, as for whoever asks for less motion: nobody waits here for one to fade.
const { device } = (window as unknown as { happyDOM: DetachedWindowAPI }).happyDOM.settings;
let store: Store | undefined;
let floor: ReturnType<typeof cannedFloor>;
let width = 1_920;

async function open(scene: string): Promise<void> {
  floor = cannedFloor('board', scene);
  store = floor.store;
  render(Provided, { store, Screen: BoardScreen });
  store.open();
  await screen.findByTestId('clock');
}

// A browser measures the screen; here it is a wall of 1920 × 1080.
beforeEach(() => {
  device.prefersReducedMotion = 'reduce';
  width = 1_920;
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(1_080);
});

afterEach(() => {
  device.prefersReducedMotion = 'no-preference';
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
  await open('calm');
  const changed = screen
    .getAllByTestId('board-row')
    .filter((row) => row.textContent.includes('new'));
  expect(changed).not.toHaveLength(0);
  for (const row of changed) {
    expect(row.querySelector('.dot')).not.toBeNull();
  }
});

test.each([
  ['move', 'Block 3', 'Where to go now'],
  ['warn', 'Block 3 → Block 4', 'Next stops'],
  ['calm', 'Block 3 → Block 4', 'Where everybody is now'],
  ['before', 'First: Block 1', 'Next stops'],
  ['held', 'Nobody moves yet. Stay where you are.', 'Next stops'],
  ['paused', 'Paused. Stay where you are.', 'Where everybody is now'],
] as const)('%s: %s, %s', async (scene, title, says) => {
  await open(scene);
  expect(screen.getByRole('heading').textContent).toBe(title);
  expect(screen.getByTestId('board-says').textContent).toBe(says);
});

test('what is announced stands in the place of the title, in its languages by turns', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: 0 });
  await open('announced');
  const line = () => screen.getByTestId('announced').querySelector('p');
  expect(line()?.lang).toBe('en');
  expect(line()?.textContent).toContain('West Wing');
  expect(screen.getByRole('heading').textContent).toBe('Block 3 → Block 4');
  await vi.advanceTimersByTimeAsync(8_000);
  expect(line()?.lang).toBe('fr-CA');
  expect(line()?.getAttribute('dir')).toBe('auto');
  vi.useRealTimers();
});

test.each(['announced-move', 'announced-held'])('%s: nothing else is said', async (scene) => {
  await open(scene);
  expect(screen.queryByTestId('announced')).toBeNull();
});

test('after the day it says that school is over', async () => {
  await open('done');
  expect(screen.getByRole('heading').textContent).toBe('School is over for today.');
  expect(screen.queryByTestId('countdown')).toBeNull();
});

// What is not as it should be
// ------------------------------------------------------------------------------------------------

test('without a network the last plan stays, under a bar that says since when', async () => {
  await open('calm');
  const before = screen.getAllByTestId('board-code').map(({ textContent }) => textContent);
  floor.drop();
  const bar = await screen.findByTestId('offline');
  expect(bar.textContent).toMatch(/^No connection since \d+:\d\d\. The last plan stays\.$/);
  expect(screen.getAllByTestId('board-code').map(({ textContent }) => textContent)).toEqual(before);
});

test('that nothing can be saved is said as quietly as how fresh it is', async () => {
  await open('calm');
  const cursor = { epoch: 1, seq: 1, tag: 'a' };
  floor.say({ t: 'beat', cursor, unsaved: true });
  await waitFor(() => expect(screen.getByTestId('freshness').textContent).toContain('Not saving'));
  expect(screen.queryByTestId('offline')).toBeNull();
  floor.say({ t: 'beat', cursor });
  await waitFor(() => expect(screen.getByTestId('freshness').textContent).toContain('Live'));
});

test('a clock that may be off is said, with a mark and a word', async () => {
  await open('calm');
  vi.spyOn(floor.store.clock, 'errorMs', 'get').mockReturnValue(2_001);
  const said = await screen.findByTestId('clock-off', {}, { timeout: 5_000 });
  expect(said.textContent).toContain('clock may be off');
  expect(said.querySelector('svg')).not.toBeNull();
});

test('on a day without school it says so, and counts down to nothing', async () => {
  await open('closed');
  expect(screen.getByRole('heading').textContent).toBe('No school now.');
  expect(screen.queryByTestId('countdown')).toBeNull();
});

test('every ten minutes the picture moves by two px, round a square', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: 0 });
  await open('calm');
  const board = document.querySelector<HTMLElement>('.board');
  const places: string[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const at = (side: string) => board?.style.getPropertyValue(`--shift-${side}`);
    places.push(`${at('x')} ${at('y')}`);
    vi.setSystemTime((turn + 1) * 10 * 60_000);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(places).toEqual(['0px 0px', '2px 0px', '2px 2px', '0px 2px', '0px 0px']);
  vi.useRealTimers();
});

// Kinds of boards
// ------------------------------------------------------------------------------------------------

test('boards that share the names say that their page stands while everybody moves', async () => {
  await open('shared');
  expect(document.querySelector('.steady')?.textContent).toBe(
    'This page stands until everybody has moved.',
  );
});

test('by room it says who comes there', async () => {
  await open('room');
  expect(screen.getByRole('heading').textContent).toBe('Math Workshop');
  expect(screen.getByTestId('board-says').textContent).toContain('Who comes here');
  expect(screen.getAllByTestId('board-row').length).toBeGreaterThan(0);
});

test('by group it says of which some go elsewhere', async () => {
  await open('groups');
  const rows = screen.getAllByTestId('board-row').map(({ textContent }) => textContent);
  expect(rows.map((row) => row.includes('some elsewhere'))).toEqual([false, false, true, false]);
});

test('a countdown has nobody’s name', async () => {
  await open('countdown');
  expect(screen.getByTestId('big-countdown').textContent).toMatch(/\d+:\d\d$/);
  expect(screen.queryByTestId('board-row')).toBeNull();
});

test('at a door stands what is in the room now and next, and how many fit', async () => {
  await open('door');
  const [now, next] = within(screen.getByTestId('board-door')).getAllByRole('heading');
  expect([now?.textContent, next?.textContent]).toEqual(['Now', 'Next']);
  expect(now?.parentElement?.textContent).toMatch(/Block 3.*of \d+ places taken/s);
  expect(next?.parentElement?.textContent).toMatch(/Block 4.*of \d+ places taken/s);
  expect(screen.queryByTestId('board-row')).toBeNull();
});

test('in somebody’s hand a name is found by a part of it, in whatever case', async () => {
  width = 390;
  await open('calm');
  const all = screen.getAllByTestId('board-row').map(({ textContent }) => textContent);
  const sought = (all[7] ?? '').trim().slice(1, 4).toUpperCase();
  await fireEvent.input(screen.getByTestId('find'), { target: { value: sought } });
  const found = screen.getAllByTestId('board-row');
  expect(found.length).toBeLessThan(all.length);
  expect(found.map(({ textContent }) => textContent)).toContain(all[7]);
});
