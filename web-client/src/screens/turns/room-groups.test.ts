import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { cannedStore } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { screens } from '../../screens-by-name';
import type { Store } from '../../store/store.svelte';
import { choices, mergeOf, targets } from './group-turns';

let store: Store | undefined;

async function open(): Promise<Store> {
  store = cannedStore('helper', 'turns');
  render(Provided, { store, Screen: await screens.helper(), contained: true });
  store.open();
  await screen.findByTestId('room-groups');
  return store;
}

afterEach(() => store?.close());

test('a closed station of the turns is offered another place, and what is joined can part', async () => {
  const opened = await open();
  expect(screen.getByTestId('station-homeless').textContent).toContain('need another place');
  expect(screen.getByTestId('joined').textContent).toContain('Otters with Foxes');
  await fireEvent.click(screen.getByTestId('part'));
  expect([...opened.pending.values()]).toMatchObject([
    { kind: 'rotation.unmerge', body: { schedule: 'C/b2', group: 'otters' } },
  ]);
});

test('the sheet begins with the closed station and says why it cannot be done', async () => {
  const opened = await open();
  await fireEvent.click(screen.getByTestId('join-closed'));
  await fireEvent.click(screen.getByTestId('join-send'));
  const sent = [...opened.pending.values()].map(({ kind, body }) => [kind, body]);
  expect(sent).toEqual([['rotation.merge', { schedule: 'C/b2', station: 'D1', into: 'C' }]]);
  expect((await screen.findByRole('alert')).textContent).toContain('no seat left');
});

test('who would move is shown first, and only they are moved', async () => {
  const opened = await open();
  await fireEvent.click(screen.getByTestId('even-open'));
  expect((await screen.findByTestId('even-move')).textContent).toContain('from Foxes to Owls');
  expect(screen.getByTestId('even-shown').textContent).toContain('for 5 or more');
  await fireEvent.click(screen.getByTestId('even-send'));
  expect([...opened.pending.values()]).toMatchObject([
    { kind: 'rotation.rebalance', body: { schedule: 'C/b2', students: ['s0'] } },
  ]);
});

test('only what goes its own way can be joined, and no turn is taken to a closed station', async () => {
  const turns = (await open()).table('turns').get('C/b2');
  if (turns === undefined) throw new Error('no turns');
  expect(choices(turns, 'group')).toEqual(['owls', 'foxes']);
  expect(targets(turns, 'group', 'owls')).toEqual(['foxes']);
  expect(targets(turns, 'station', 'C')).toEqual([]);
  expect(mergeOf('C/b2', { kind: 'group', one: 'owls', into: 'foxes', now: true })).toEqual({
    schedule: 'C/b2',
    group: 'owls',
    into: 'foxes',
    now: true,
  });
});

async function openStation(): Promise<Store> {
  store = cannedStore('leader', 'turns');
  render(Provided, { store, Screen: await screens.leader(), contained: true });
  store.open();
  await fireEvent.click(within(await screen.findByTestId('row-studio')).getByRole('button'));
  return store;
}

test('a leader parts what was joined in a room', async () => {
  const opened = await openStation();
  await fireEvent.click(screen.getByTestId('part'));
  expect([...opened.pending.values()]).toMatchObject([
    { kind: 'rotation.unmerge', body: { schedule: 'C/b2', group: 'otters' } },
  ]);
});

test('a leader joins what takes turns in a room from any of its stations', async () => {
  const opened = await openStation();
  expect(screen.getByTestId('station-turns').textContent).toContain('Turns in Commons');
  const sent = () => [...opened.pending.values()].map(({ kind, body }) => [kind, body]);
  await fireEvent.click(screen.getByTestId('join-closed'));
  await fireEvent.click(screen.getByTestId('join-send'));
  expect(sent()).toEqual([
    ['rotation.merge', { schedule: 'C/b2', station: 'dining', into: 'studio' }],
  ]);
  expect((await screen.findByRole('alert')).textContent).toContain('no seat left');
});

test('of who evens out the groups a leader sees how many, and not who', async () => {
  const opened = await openStation();
  await fireEvent.click(screen.getByTestId('even-open'));
  expect((await screen.findByTestId('even-move')).textContent).toContain(
    '1 student from Foxes to Owls',
  );
  await fireEvent.click(screen.getByTestId('even-send'));
  expect([...opened.pending.values()]).toMatchObject([
    { kind: 'rotation.rebalance', body: { schedule: 'C/b2', students: ['s0'] } },
  ]);
});
