// The leader's rooms: what is short of help, and what she may do about a call.
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import LeaderScreen from './LeaderScreen.svelte';
import { helpConcerns } from './help-desk.svelte';

const ROOM = { id: 'a', waiting: 2, onDuty: 1, away: 0, helping: 0, onHold: 0, held: 0 };

let floor: ReturnType<typeof cannedFloor> | undefined;

async function look(scene: string, contained = true): Promise<void> {
  floor = cannedFloor('leader', scene);
  render(Provided, { store: floor.store, Screen: LeaderScreen, contained });
  floor.store.open();
  await screen.findByTestId('open-help');
}

async function open(scene = 'help'): Promise<void> {
  await look(scene);
  await fireEvent.click(screen.getByTestId('open-help'));
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
  vi.unstubAllGlobals();
});

test('a room where somebody waits and nobody helps is told before a busy one is', () => {
  expect(helpConcerns([ROOM])).toEqual([]);
  expect(helpConcerns([{ ...ROOM, busy: true }])[0]?.kind).toBe('busy');
  expect(helpConcerns([{ ...ROOM, unhelped: true, busy: true }])[0]?.kind).toBe('nobody');
  // Not before the queue says so: helpers next door were called at once.
  expect(helpConcerns([{ ...ROOM, onDuty: 0 }])).toEqual([]);
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

test('whoever is away is no target of a hand-off, and says why', async () => {
  await open();
  const lists = screen.getAllByTestId('hand-over').map((list) => within(list));
  const away = lists[0]?.getByRole<HTMLOptionElement>('option', { name: /\(away\)/ });
  expect(away?.disabled).toBe(true);
  const there = lists[0]?.getByRole<HTMLOptionElement>('option', { name: 'Rosa' });
  expect(there?.disabled).toBe(false);
});

test('a helper nobody hears of stands among what needs somebody, and is relieved by one press', async () => {
  await look('taken');
  const note = screen.getByTestId('silent-helper');
  expect(note.textContent).toContain('Abel is not heard of');
  await fireEvent.click(within(note).getByTestId('silent-take-over'));
  expect(sent()).toEqual([{ act: 'help.take-over', help: 'l2', reason: 'offline' }]);
});

test('a leader who has taken a call on says that she is there, done, or lets it go', async () => {
  await look('taken');
  const own = screen.getByTestId('own-call');
  expect(own.dataset['state']).toBe('claimed');
  await fireEvent.click(within(own).getByTestId('own-arrived'));
  expect(sent()).toEqual([{ act: 'help.arrived', help: 'l0', epoch: 2 }]);
});

test('whom she has taken on she reads with name and seat; in a pane there are no names', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(new Response('{"id":"mira","name":"Mira K.","seat":"12"}'));
  });
  await look('taken');
  expect(screen.getByTestId('own-who').textContent).toBe('You have: Learning centre');
  expect(asked).toEqual([]);
  cleanup();
  floor?.store.close();
  await look('taken', false);
  await waitFor(() =>
    expect(screen.getByTestId('own-who').textContent).toBe(
      'You have: Mira K. · Learning centre · 12',
    ),
  );
  expect(asked).toContain('/api/v1/floor/help/l0/student');
});

test('while she helps, her screen says every minute that she is still there', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await look('there');
    const act = vi.spyOn((floor as NonNullable<typeof floor>).store, 'act');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(act).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(act.mock.calls).toEqual([['help.renew', { help: 'l0', epoch: 2 }]]);
  } finally {
    vi.useRealTimers();
  }
});

test('what she has done she takes back within half a minute', async () => {
  await look('there');
  await fireEvent.click(screen.getByTestId('own-done'));
  expect(sent()).toEqual([{ act: 'help.done', help: 'l0', epoch: 2 }]);
  await fireEvent.click(await screen.findByRole('button', { name: /Undo/ }));
  expect(sent()).toEqual([{ act: 'help.undo', help: 'l0' }]);
});

test('in the sheet her own call is not to be taken over, and may be handed off', async () => {
  await open('taken');
  const calls = screen.getAllByTestId('line-call');
  const own = calls.find((call) => within(call).queryByTestId('own-arrived') !== null);
  expect(own).toBeDefined();
  expect(within(own as HTMLElement).queryByTestId('take-over')).toBeNull();
  expect(within(own as HTMLElement).getByTestId('hand-over')).toBeTruthy();
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
