// Find or do anything by typing, and single keys: both only where they are meant (G10).
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../tests/harness/canned-store';
import Provided from '../../tests/harness/Provided.svelte';
import { preferences } from '../preferences/preferences.svelte';
import { screens } from '../screens-by-name';

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(who: 'helper' | 'leader', scene: string): Promise<void> {
  // The chip of the connection asks; this page of tests is no page of a browser.
  vi.stubGlobal('isSecureContext', true);
  floor = cannedFloor(who, scene);
  render(Provided, { store: floor.store, Screen: await screens[who]() });
  floor.store.open();
  await screen.findByTestId('open-messages');
}

function sent(): unknown[] {
  return [...(floor?.store.pending.values() ?? [])].map(({ kind }) => kind);
}

async function palette(): Promise<HTMLElement> {
  await fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  return screen.findByTestId('palette-input');
}

function options(): string[] {
  return screen.queryAllByTestId('palette-option').map(({ textContent }) => textContent.trim());
}

// It is fetched when it is wanted; here it is there before anybody waits for it.
beforeAll(
  () => Promise.all([import('./palette/Palette.svelte'), screens.helper(), screens.leader()]),
  60_000,
);

beforeEach(() => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      Response.json({
        people: [
          { id: 'amelie', name: 'Amélie Tremblay', role: 'student', group: 'Red' },
          { id: 'abel', name: 'Abel Ortiz', role: 'paraprofessional' },
        ],
      }),
    ),
  );
});

afterEach(() => {
  floor?.store.close();
  vi.unstubAllGlobals();
  preferences.reset();
  localStorage.clear();
  sessionStorage.clear();
});

describe('the palette', () => {
  test('does by keyboard alone what a helper may do now, and nothing else', async () => {
    await open('helper', 'helping');
    const field = await palette();
    expect(field.getAttribute('role')).toBe('combobox');
    await fireEvent.input(field, { target: { value: 'next hand' } });
    expect(options()).toEqual([]);
    await fireEvent.input(field, { target: { value: 'done' } });
    const selected = within(screen.getByTestId('palette')).getByRole('option', { selected: true });
    expect(field.getAttribute('aria-activedescendant')).toBe(selected.id);
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(sent()).toEqual(['help.done']);
    expect(screen.queryByTestId('palette')).toBeNull();
  });

  test('goes round with the arrows', async () => {
    await open('helper', 'line');
    const field = await palette();
    const active = () =>
      within(screen.getByTestId('palette')).getByRole('option', { selected: true }).textContent;
    const first = active();
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(active()).not.toBe(first);
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(active()).toBe(first);
  });

  test('gives a leader students only when she asks, and forgets them when it closes', async () => {
    await open('leader', 'calm');
    const field = await palette();
    await fireEvent.input(field, { target: { value: 'amelie' } });
    expect(options()).toEqual(['Look for students named “amelie”']);
    await fireEvent.keyDown(field, { key: 'Enter' });
    const found = await screen.findByText('Amélie Tremblay');
    expect(screen.queryByText('Abel Ortiz')).toBeNull();
    await fireEvent.click(found);
    expect(await screen.findByTestId('place')).toBeTruthy();
    await fireEvent.click(screen.getByTestId('place-close'));
    await fireEvent.input(await palette(), { target: { value: 'amelie' } });
    expect(options()).toEqual(['Look for students named “amelie”']);
  });

  test('takes a leader to a station by its name', async () => {
    await open('leader', 'calm');
    const field = await palette();
    await fireEvent.input(field, { target: { value: 'commons' } });
    // Its room is called the same, and stands before it.
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect((await screen.findByTestId('names')).textContent).toContain('Commons');
  });
});

describe('single keys', () => {
  test('act on the line', async () => {
    await open('helper', 'line');
    await fireEvent.keyDown(await screen.findByTestId('claim-next'), { key: 'n' });
    expect(sent()).toEqual(['help.next']);
  });

  test('do nothing where somebody writes, or outside the line (G10)', async () => {
    await open('helper', 'line');
    await fireEvent.keyDown(document.body, { key: 'n' });
    await fireEvent.click(screen.getByTestId('open-messages'));
    await fireEvent.keyDown(screen.getByTestId('message-write'), { key: 'n' });
    expect(sent()).toEqual([]);
  });

  test('do nothing when they are switched off (G10)', async () => {
    preferences.set('keys', 'off');
    await open('helper', 'line');
    await fireEvent.keyDown(await screen.findByTestId('claim-next'), { key: 'n' });
    expect(sent()).toEqual([]);
  });

  test('? shows what each of them does', async () => {
    await open('helper', 'line');
    await fireEvent.keyDown(await screen.findByTestId('claim-next'), { key: '?' });
    expect(within(screen.getByTestId('keys-sheet')).getByText('Take the next hand')).toBeTruthy();
  });
});
