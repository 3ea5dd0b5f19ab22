import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { cannedStore } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import type { Store } from '../../store/store.svelte';
import HelperScreen from './HelperScreen.svelte';

let store: Store | undefined;

async function open(scene: string): Promise<Store> {
  store = cannedStore('helper', scene);
  render(Provided, { store, Screen: HelperScreen, contained: true });
  store.open();
  await screen.findByTestId('hand-count');
  await screen.findByTestId('room-timer');
  return store;
}

afterEach(() => store?.close());

test('a teacher sees the turn of her room, how long, and what comes', async () => {
  await open('turns');
  const timer = screen.getByTestId('room-timer');
  expect(timer.textContent).toContain('First turn');
  expect(timer.textContent).toContain('Next: Second turn');
  expect(screen.getByTestId('turn-left').textContent).toMatch(/^(6:00|5:5\d)$/);
});

test('a control names the room and the version she saw', async () => {
  const opened = await open('turns');
  await fireEvent.click(screen.getByTestId('turn-longer'));
  const sent = [...opened.pending.values()];
  expect(sent).toMatchObject([
    { kind: 'timeline.extend', body: { room: 'C', minutes: 1 }, expect: 3 },
  ]);
  expect(screen.getByTestId('turn-end').getAttribute('aria-disabled')).toBe('true');
});

test('turns that cannot be resumed in full say why, and go on at their old times', async () => {
  const opened = await open('turns-paused');
  expect(screen.queryByTestId('turn-end')).toBeNull();
  await fireEvent.click(screen.getByTestId('turn-resume'));
  expect((await screen.findByTestId('turn-refused')).textContent).toContain('no room');
  await fireEvent.click(screen.getByTestId('turn-catch-up'));
  const sent = [...opened.pending.values()].map(({ kind, body }) => [kind, body]);
  expect(sent).toEqual([['timeline.catch-up', { room: 'C' }]]);
});
