// The leader's rooms: what is short of help, and what she may do about a call.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import LeaderScreen from './LeaderScreen.svelte';
import { helpConcerns } from './help-desk.svelte';

const ROOM = { id: 'a', waiting: 2, onDuty: 1, away: 0, helping: 0, onHold: 0, held: 0 };

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(): Promise<void> {
  floor = cannedFloor('leader', 'help');
  render(Provided, { store: floor.store, Screen: LeaderScreen, contained: true });
  floor.store.open();
  await fireEvent.click(await screen.findByTestId('open-help'));
}

function sent(): unknown[] {
  return [...(floor?.store.pending.values() ?? [])].map(({ kind, body }) => ({
    act: kind,
    ...body,
  }));
}

afterEach(() => {
  floor?.store.close();
  localStorage.clear();
  sessionStorage.clear();
});

test('a room where somebody waits and nobody helps is told before a busy one is', () => {
  expect(helpConcerns([ROOM])).toEqual([]);
  expect(helpConcerns([{ ...ROOM, busy: true }])[0]?.kind).toBe('busy');
  expect(helpConcerns([{ ...ROOM, onDuty: 0, busy: true }])[0]?.kind).toBe('nobody');
  expect(helpConcerns([{ ...ROOM, waiting: 0, onDuty: 0 }])).toEqual([]);
});

test('each room says how many wait, how long, and who is there', async () => {
  await open();
  const first = screen.getAllByTestId('help-room')[0];
  expect(first?.textContent).toContain('3 wait · longest 9 min · 1 helping · 1 kept over the bell');
  expect(screen.getAllByTestId('help-concern').map(({ dataset }) => dataset['kind'])).toEqual([
    'busy',
    'nobody',
  ]);
});

test('a claimed call is taken over or handed to somebody on duty', async () => {
  await open();
  const calls = screen.getAllByTestId('line-call');
  const claimed = calls.find(({ dataset }) => dataset['state'] === 'claimed') as HTMLElement;
  await fireEvent.change(within(claimed).getByTestId('hand-over'), { target: { value: 'rosa' } });
  expect(sent()).toEqual([{ act: 'help.hand-off', help: 'l0', epoch: 2, to: 'rosa' }]);
});

test('a call whose student’s device did not show that somebody comes says so (B42)', async () => {
  await open();
  expect(screen.queryByTestId('line-unshown')).toBeNull();
  floor?.say({ t: 'receipts', to: 1, reached: [{ id: 'l0', unshown: true }], gone: [] });
  const mark = await screen.findByTestId('line-unshown');
  expect(mark.textContent).toBe('The device did not show it');
  expect(mark.closest('li')?.dataset['state']).toBe('claimed');
});

test('a patch moves a call in the line as a whole view would (B18)', async () => {
  await open();
  const states = () => screen.getAllByTestId('line-call').map(({ dataset }) => dataset['state']);
  expect(states().slice(0, 2)).toEqual(['claimed', 'waiting']);
  const [first, second] = [...(floor?.store.table('line').values() ?? [])];
  const line = [
    { ...second, order: 0 },
    { ...first, order: 1 },
  ];
  const [from, to] = [1, 2].map((seq) => ({ epoch: 1, seq, tag: seq === 1 ? 'a' : 'b' }));
  floor?.say({ t: 'patch', from, to, set: { line }, gone: {} });
  await waitFor(() => expect(states().slice(0, 2)).toEqual(['waiting', 'claimed']));
});

test('clearing a line asks once more with the count', async () => {
  await open();
  await fireEvent.click(screen.getAllByTestId('clear')[0] as HTMLElement);
  expect(sent()).toEqual([]);
  await fireEvent.click(screen.getByTestId('reason-drill'));
  expect(sent()).toEqual([{ act: 'help.clear', room: 'centre', count: 3, reason: 'drill' }]);
});

test('a call is closed or taken over only with a reason, and it may be left', async () => {
  await open();
  await fireEvent.click(screen.getAllByTestId('take-over')[0] as HTMLElement);
  await fireEvent.click(screen.getByTestId('reason-none'));
  expect(screen.queryByTestId('reasons')).toBeNull();
  expect(sent()).toEqual([]);
  await fireEvent.click(screen.getAllByTestId('dismiss')[0] as HTMLElement);
  expect(screen.getByTestId('reasons').textContent).toContain('Already answered');
  await fireEvent.click(screen.getByTestId('reason-duplicate'));
  // Of the claim she saw: not of what another leader has made of it since.
  const claim = { help: 'l0', epoch: 2 };
  expect(sent()).toEqual([{ act: 'help.dismiss', ...claim, reason: 'duplicate' }]);
});

test('waits that ended without help stand beside those that ended with it', async () => {
  await open();
  await fireEvent.click(screen.getByTestId('open-help-today'));
  expect(screen.getByTestId('served').textContent).toContain('86 %');
  const rows = within(screen.getByTestId('help-waits')).getAllByRole('row');
  const texts = rows.map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(texts).toContainEqual(['Helped: until somebody was there', '48', '3:12', '7:06']);
  expect(texts).toContainEqual(['Gave up after', '6', '5:24', '9:00']);
});
