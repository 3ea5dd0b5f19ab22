import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import { at } from '../../../tests/harness/day';
import Provided from '../../../tests/harness/Provided.svelte';
import { OWN_TIME } from '../../../tests/harness/placing';
import { nextAward } from './own-time';
import StudentScreen from './StudentScreen.svelte';

const look = { letter: 'K', colour: 4, shape: 6 };
const kind = { id: 'a2', badge: 'kind', name: 'Kind', look, by: 'Rosa', atMs: at(90) };
const brave = { ...kind, id: 'a1', badge: 'brave', name: 'Brave', atMs: at(80) };

test('awards are told in the order they were given, each once', () => {
  expect(nextAward([kind, brave], new Set())?.id).toBe('a1');
  expect(nextAward([kind, brave], new Set(['a1']))?.id).toBe('a2');
  expect(nextAward([kind, brave], new Set(['a1', 'a2']))).toBeUndefined();
});

test('a badge that is given now is told with its name and from whom, an older one is not', async () => {
  const { store, say } = cannedFloor('student', 'own-time');
  render(Provided, { store, Screen: StudentScreen, contained: true });
  store.open();
  await screen.findByText(/Block 3/);
  expect(store.table('awards').size).toBe(OWN_TIME.awards.length);
  expect(screen.queryByTestId('award')).toBeNull();
  const cursor = (seq: number) => ({ epoch: 1, seq, tag: 'a' });
  say({ t: 'patch', from: cursor(1), to: cursor(2), set: { awards: [kind] } });
  expect((await screen.findByTestId('award')).textContent).toContain('Kind, from Rosa');
  store.close();
});
