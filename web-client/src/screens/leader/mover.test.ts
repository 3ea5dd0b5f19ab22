import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { leaderEn } from '../../text/floor-en';
import type { RoomHelp } from '../../wire/views';
import LeaderScreen from './LeaderScreen.svelte';
import { costOf } from './mover.svelte';

const QUIET = { waiting: 0, onDuty: 1, away: 0, helping: 0, onHold: 0, held: 0 };
const ABEL = { helper: { id: 'abel', name: 'Abel' }, leaves: [{ room: 'centre', helpers: 2 }] };

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(): Promise<void> {
  floor = cannedFloor('leader', 'trouble');
  render(Provided, { store: floor.store, Screen: LeaderScreen, contained: true });
  floor.store.open();
  await screen.findByTestId('countdown');
  const roomHelp: RoomHelp[] = [
    { ...QUIET, id: 'studio', onDuty: 0, spare: ABEL },
    { ...QUIET, id: 'history', onDuty: 0, waiting: 2, unhelped: true, spare: ABEL },
  ];
  floor.say({
    t: 'patch',
    from: { epoch: 1, seq: 1, tag: 'a' },
    to: { epoch: 1, seq: 2, tag: 'b' },
    set: { roomHelp },
    gone: {},
  });
}

function sent(): unknown[] {
  return [...(floor?.store.pending.values() ?? [])].map(({ kind, body }) => ({ kind, ...body }));
}

afterEach(() => floor?.store.close());

test('where no adult is, one press moves whoever can be spared, and the cost stands beside it', async () => {
  await open();
  const concerns = await screen.findAllByTestId('concern');
  const alone = concerns.find(({ dataset }) => dataset['kind'] === 'no-adult') as HTMLElement;
  const act = await within(alone).findByRole('button', { name: /^Move Abel/ });
  expect(alone.textContent).toContain('keeps 2 adults.');
  await fireEvent.click(act);
  expect(sent()).toEqual([{ kind: 'duty.send', helper: 'abel', room: 'studio' }]);
  const bar = await screen.findByTestId('undo-bar');
  expect(bar.textContent).toContain('Abel is asked to be in');
  await fireEvent.click(within(bar).getByTestId('undo'));
  expect(sent()).toContainEqual({ kind: 'duty.return', helper: 'abel' });
});

test('where hands wait and nobody is there, the same', async () => {
  await open();
  await fireEvent.click(await screen.findByTestId('help-concern-act'));
  expect(sent()).toEqual([{ kind: 'duty.send', helper: 'abel', room: 'history' }]);
});

test('a room that would be left alone is said, and how many hands are up there', () => {
  const rooms = new Map<string, RoomHelp>([['centre', { ...QUIET, id: 'centre', waiting: 3 }]]);
  const leaves = [
    { room: 'centre', helpers: 0 },
    { room: 'gym', helpers: 0 },
    { room: 'studio', helpers: 1 },
  ];
  expect(costOf({ ...ABEL, leaves }, rooms, (room) => room, leaderEn.move)).toBe(
    'centre has no adult on duty then, and 3 hands are up there. ' +
      'gym has no adult on duty then. studio keeps 1 adult.',
  );
});
