// Each state of a helper's screen, and what each act says to the floor.
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { preferences } from '../../preferences/preferences.svelte';
import type { HelperMe, Room } from '../../wire/views';
import HelperScreen from './HelperScreen.svelte';
import { KEYS } from './keys';

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(scene: string): Promise<void> {
  floor = cannedFloor('helper', scene);
  render(Provided, { store: floor.store, Screen: HelperScreen, contained: true });
  floor.store.open();
  await screen.findByTestId('help-list');
  await screen.findByTestId('duty');
}

function sent(): unknown[] {
  return [...(floor?.store.pending.values() ?? [])].map(({ kind, body }) => ({
    act: kind,
    ...body,
  }));
}

afterEach(() => {
  vi.useRealTimers();
  floor?.store.close();
  preferences.reset();
  localStorage.clear();
  sessionStorage.clear();
});

test('a card says how long with a word, and red only beside an octagon', async () => {
  await open('marks');
  const [urgent, returning] = await screen.findAllByTestId('help-card');
  expect(urgent?.textContent).toContain('Urgent');
  expect(urgent?.textContent).toContain('leader called');
  expect(urgent?.querySelectorAll('svg.alert')).toHaveLength(2);
  expect(returning?.textContent).toContain('second time');
  expect(returning?.textContent).toContain('has moved here');
  expect(returning?.textContent).toContain('let go: Called to something else');
  expect(returning?.querySelectorAll('svg.alert')).toHaveLength(0);
});

test('where a leader has asked her to be stands there, by whom and until when', async () => {
  await open('marks');
  expect(screen.queryByTestId('post')).toBeNull();
  const me = floor?.store.helperMe as HelperMe;
  const room = [...(floor?.store.rooms.values() ?? [])].at(-1) as Room;
  const untilMs = Date.parse('2026-09-14T16:35:00Z');
  floor?.say({
    t: 'patch',
    from: { epoch: 1, seq: 1, tag: 'a' },
    to: { epoch: 1, seq: 2, tag: 'b' },
    set: { me: [{ ...me, rooms: [room.id], post: { room: room.id, by: 'Lea Moreau', untilMs } }] },
    gone: {},
  });
  const post = await screen.findByTestId('post');
  expect(post.textContent).toContain(`Lea Moreau asks you to be in ${room.name}`);
  expect(post.textContent).toContain('until 9:35');
  expect(post.closest('[role=alert]')).toBeTruthy();
});

test('a hand that nobody raised says so and why, and goes with one tap', async () => {
  await open('marks');
  const card = (await screen.findByTestId('card-dismiss')).closest('article');
  expect(card?.textContent).toContain('not asked for');
  expect(card?.textContent).toContain('from Practice Hall: 2 failed tries at Fractions');
  await fireEvent.click(screen.getByTestId('card-dismiss'));
  expect(sent()).toEqual([{ act: 'help.dismiss', help: 'h5', reason: 'mistake' }]);
});

test('what is for somebody else says for whom and cannot be claimed', async () => {
  await open('marks');
  const card = (await screen.findByTestId('reserved')).closest('article');
  expect(card?.textContent).toContain('For Rosa Lindqvist first');
  expect(within(card as HTMLElement).queryByTestId('claim')).toBeNull();
});

test('an urgent call is lowered with what it is and why', async () => {
  await open('marks');
  await fireEvent.click(await screen.findByTestId('card-lower'));
  await fireEvent.click(screen.getByTestId('lower-send'));
  expect(sent()).toEqual([{ act: 'help.lower', kind: 'work', help: 'h0', reason: 'not-urgent' }]);
});

test('a student tries alone for two, five or ten minutes, with a note', async () => {
  await open('helping');
  await fireEvent.click(await screen.findByTestId('hold'));
  await fireEvent.input(screen.getByTestId('hold-note'), { target: { value: 'read it aloud' } });
  await fireEvent.click(screen.getByTestId('hold-10'));
  expect(sent()).toEqual([
    { act: 'help.hold', help: 'h0', epoch: 1, minutes: 10, note: 'read it aloud' },
  ]);
});

test('it is handed to somebody on duty or to a role', async () => {
  await open('helping');
  await fireEvent.click(await screen.findByTestId('hand-off'));
  expect(screen.getAllByTestId('hand-to').map((one) => one.dataset['helper'])).toEqual([
    'rosa',
    'nina',
  ]);
  await fireEvent.click(screen.getByTestId('hand-to-teacher'));
  expect(sent()).toEqual([{ act: 'help.hand-off', help: 'h0', epoch: 1, role: 'teacher' }]);
});

test('not here and let go are one tap each', async () => {
  await open('claimed');
  expect(screen.queryByTestId('hold')).toBeNull();
  await fireEvent.click(await screen.findByTestId('not-here'));
  expect(sent()).toEqual([{ act: 'help.not-here', help: 'h0', epoch: 1 }]);
});

test('a group is done for all, or one by one', async () => {
  await open('group');
  const members = within(await screen.findByTestId('members'));
  expect(screen.getByTestId('huddle').textContent).toBe('the round table by the door');
  expect(members.getAllByTestId('done-one')).toHaveLength(3);
  await fireEvent.click(screen.getByTestId('done'));
  expect(sent()).toEqual([{ act: 'help.done-all', help: 'h0', epoch: 1 }]);
});

test('after a while she is asked whether to go on, and may simply go on', async () => {
  await open('nudged');
  await fireEvent.click(await screen.findByTestId('nudge-on'));
  expect(screen.queryByTestId('nudge')).toBeNull();
  expect(sent()).toEqual([]);
});

test('a student kept over the bell is let go, kept a little longer or walked along with', async () => {
  await open('held');
  expect((await screen.findByTestId('held-ask')).textContent).toContain('is due elsewhere');
  expect(screen.getByTestId('held-walk')).toBeTruthy();
  await fireEvent.click(screen.getByTestId('held-more'));
  expect(sent()).toEqual([{ act: 'help.keep', help: 'h0', epoch: 1 }]);
});

test('whoever leaves with a student in hand has to choose first', async () => {
  await open('helping');
  await fireEvent.click(await screen.findByTestId('duty'));
  expect(sent()).toEqual([]);
  await fireEvent.click(screen.getByTestId('leave-go'));
  expect(sent()).toEqual([{ act: 'help.release', help: 'h0', epoch: 1, reason: 'shift-ends' }]);
});

test('who is only on her way has nothing done', async () => {
  await open('claimed');
  await fireEvent.click(await screen.findByTestId('duty'));
  expect(screen.getByTestId('leave-go')).toBeTruthy();
  expect(screen.queryByTestId('leave-done')).toBeNull();
});

test('at the end of her hours she is asked what becomes of the student she has', async () => {
  await open('hours-over');
  expect((await screen.findByTestId('leave-sheet')).textContent).toContain('Your hours are over');
  await fireEvent.click(screen.getByTestId('leave-done'));
  expect(screen.queryByTestId('leave-sheet')).toBeNull();
  expect(sent()).toEqual([{ act: 'help.done', help: 'h0', epoch: 1 }]);
});

test('she may look first and is asked once; by her own word she stays on', async () => {
  await open('hours-over');
  await fireEvent.click(
    within(await screen.findByTestId('leave-sheet')).getByRole('button', { name: 'Close' }),
  );
  expect(screen.queryByTestId('leave-sheet')).toBeNull();
  await fireEvent.click(screen.getByTestId('duty'));
  await fireEvent.click(screen.getByTestId('leave-stay'));
  expect(sent()).toEqual([{ act: 'duty.start' }]);
});

test('those who try alone stay in sight with their time and the note', async () => {
  await open('on-hold');
  const rows = await screen.findAllByTestId('on-hold-row');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('3:00 left'),
    expect.stringContaining('not found yet'),
  ]);
  expect(rows[0]?.textContent).toContain('read it aloud');
});

test('a long line offers those with the same question together', async () => {
  await open('flood');
  expect((await screen.findByTestId('flood')).textContent).toContain('10 wait.');
  await fireEvent.click(screen.getByTestId('claim-group'));
  expect(sent()).toEqual([{ act: 'help.group', helps: ['h1', 'h3', 'h5'] }]);
});

test('with a long line the class is told how long it takes, once', async () => {
  await open('flood');
  await fireEvent.click(await screen.findByTestId('tell-wait'));
  expect(sent().at(-1)).toMatchObject({ act: 'help.tell-wait', minutes: 10 });
  expect(screen.getByTestId('flood').textContent).toContain('The class was told: about 10 min.');
  expect(screen.queryByTestId('tell-wait')).toBeNull();
});

test('whoever is away takes nobody until she is back', async () => {
  await open('away');
  expect(screen.queryByTestId('claim')).toBeNull();
  await fireEvent.click(await screen.findByTestId('back'));
  expect(sent()).toEqual([{ act: 'duty.away', away: false }]);
});

test('nothing is hers before the floor says so: the button asks, then checks under the same id', async () => {
  await open('line');
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const button = screen.getAllByTestId('claim')[1];
  if (button === undefined) throw new Error('nothing to claim');
  await fireEvent.click(button);
  expect(button.textContent).toContain('Asking…');
  expect(button.getAttribute('aria-disabled')).toBe('true');
  const asked = [...(floor?.store.pending.keys() ?? [])];
  await vi.advanceTimersByTimeAsync(3_000);
  expect(button.textContent).toContain('Checking…');
  expect(screen.queryByTestId('current-help')).toBeNull();
  expect([...(floor?.store.pending.keys() ?? [])]).toEqual(asked);
});

test('near the bell the cards say who leaves, and the list how many', async () => {
  await open('closing');
  expect((await screen.findByTestId('closing')).textContent).toContain('2 leave the room');
  const cards = screen.getAllByTestId('help-card');
  expect(cards.map((card) => within(card).queryByTestId('card-leaves') !== null)).toEqual([
    ...[true, false, false, true, false],
  ]);
});

test('before the bell a hand that waits is carried over unless a helper says otherwise (H10)', async () => {
  await open('closing');
  const [choices] = (await screen.findAllByTestId('at-bell')) as [HTMLElement];
  expect(within(choices).getByTestId('at-bell-pass').textContent).toContain('Workshop');
  const pressed = () =>
    [...choices.querySelectorAll('[aria-pressed="true"]')].map((one) => one.textContent.trim());
  expect(pressed()).toEqual(['Carry over']);
  await fireEvent.click(within(choices).getByTestId('at-bell-carry'));
  expect(sent()).toEqual([]);
  await fireEvent.click(within(choices).getByTestId('at-bell-pass'));
  expect(sent()).toEqual([{ act: 'help.at-bell', help: 'h0', what: 'pass' }]);
});

test('whoever is kept elsewhere is not here, and the roster says why', async () => {
  await open('closing');
  const row = (await screen.findAllByTestId('roster-name')).find(
    ({ dataset }) => dataset['student'] === 's2',
  );
  expect(row?.getAttribute('aria-pressed')).toBe('false');
  expect(row?.textContent).toContain('is being helped by Rosa Lindqvist: Science lab, until 9:11');
});

/** The further acts of one card. */
async function more(order: number): Promise<void> {
  await open('closing');
  const card = (await screen.findAllByTestId('help-card'))[order] as HTMLElement;
  await fireEvent.click(within(card).getByTestId('card-more'));
}

test('a hand is put first, or closed with a reason', async () => {
  await more(1);
  await fireEvent.click(screen.getByTestId('more-pin'));
  expect(sent()).toEqual([{ act: 'help.pin', help: 'h1', on: true }]);
  const card = screen.getAllByTestId('help-card')[3] as HTMLElement;
  await fireEvent.click(within(card).getByTestId('card-more'));
  await fireEvent.click(screen.getByTestId('more-close'));
  expect(sent().at(-1)).toEqual({ act: 'help.dismiss', help: 'h3', reason: 'answered' });
});

test('what somebody has of whom nobody hears is taken over with a reason', async () => {
  await more(2);
  expect(screen.queryByTestId('more-close')).toBeNull();
  await fireEvent.click(screen.getByTestId('more-take'));
  expect(sent()).toEqual([{ act: 'help.take-over', help: 'h2', reason: 'offline' }]);
});

test('an urgent hand is lowered from there as well', async () => {
  await more(4);
  await fireEvent.click(screen.getByTestId('more-lower'));
  expect(screen.getByTestId('lower-sheet')).toBeTruthy();
});

test('her own is closed with the claim it is hers by', async () => {
  await open('helping');
  await fireEvent.click(await screen.findByTestId('current-more'));
  expect(screen.queryByTestId('more-take')).toBeNull();
  await fireEvent.click(screen.getByTestId('more-close'));
  expect(sent()).toEqual([{ act: 'help.dismiss', help: 'h0', epoch: 1, reason: 'answered' }]);
});

test('a hand is raised for a student of her rooms, but not for one who is elsewhere', async () => {
  await open('closing');
  await fireEvent.click(await screen.findByTestId('ask-open'));
  const students = within(screen.getByTestId('ask-student')).getAllByRole<HTMLOptionElement>(
    'option',
  );
  expect(students.map(({ value }) => value)).not.toContain('s2');
  expect(screen.getByTestId<HTMLButtonElement>('ask-send').disabled).toBe(true);
  await fireEvent.change(screen.getByTestId('ask-student'), { target: { value: 's3' } });
  await fireEvent.click(screen.getByTestId('kind-person'));
  await fireEvent.input(screen.getByTestId('ask-text'), { target: { value: ' sits alone ' } });
  await fireEvent.click(screen.getByTestId('ask-send'));
  expect(sent()).toEqual([{ act: 'help.ask', student: 's3', kind: 'person', text: 'sits alone' }]);
});

test('the keys go from card to card and not through what is seldom done', async () => {
  await open('closing');
  const list = within(await screen.findByTestId('help-list'));
  const [first, second] = list.getAllByTestId('claim');
  first?.focus();
  await fireEvent.keyDown(first as HTMLElement, { key: 'j' });
  expect(document.activeElement).toBe(second);
});

test('what went from her says to whom, and one tap puts it away', async () => {
  await open('lost');
  expect((await screen.findByTestId('lost-call')).textContent).toContain(
    'Lea Moreau has handed Mira K. on. Rosa Lindqvist has it now.',
  );
  await fireEvent.click(screen.getByTestId('lost-noted'));
  expect(sent()).toEqual([{ act: 'help.noted', helps: ['h0'] }]);
});

test('the keys of a helper act on what she has', async () => {
  await open('helping');
  await fireEvent.keyDown(await screen.findByTestId('done'), { key: 'd' });
  expect(sent()).toEqual([{ act: 'help.done', help: 'h0', epoch: 1 }]);
  await fireEvent.keyDown(screen.getByTestId('done'), { key: 'p' });
  expect(screen.getByTestId('hold-sheet')).toBeTruthy();
});

test('where somebody writes a letter is a letter', async () => {
  await open('helping');
  await fireEvent.click(await screen.findByTestId('hold'));
  for (const key of KEYS) await fireEvent.keyDown(screen.getByTestId('hold-note'), { key });
  expect(sent()).toEqual([]);
  expect(screen.getByTestId('hold-sheet')).toBeTruthy();
});

test('no letter acts for whoever switched them off', async () => {
  preferences.set('keys', 'off');
  await open('helping');
  const done = await screen.findByTestId('done');
  for (const key of KEYS) await fireEvent.keyDown(done, { key });
  expect(sent()).toEqual([]);
  expect(document.querySelector('dialog')).toBeNull();
  preferences.reset();
  await fireEvent.keyDown(done, { key: 'd' });
  expect(sent()).toEqual([{ act: 'help.done', help: 'h0', epoch: 1 }]);
});

test('a device that is gone is marked on its card, and one that showed nothing at its place', async () => {
  await open('silent');
  const marked = await screen.findAllByTestId('card-offline');
  expect(marked.map(({ textContent }) => textContent.trim())).toEqual(['Device offline']);
  expect(screen.getByTestId('roster-unshown').textContent).toContain('The device did not show it');
});

test('a hand on the plan and its card in the list are picked together', async () => {
  await open('line');
  const [card] = await screen.findAllByTestId('help-card');
  expect(card?.classList.contains('picked')).toBe(false);
  await fireEvent.click(card?.closest('li') as HTMLElement);
  expect(card?.classList.contains('picked')).toBe(true);
});

test('who is on the move says where she will be and from when', async () => {
  await open('moving');
  const [card] = await screen.findAllByTestId('help-card');
  expect(card?.textContent).toMatch(/on the move, at C12 from 9:08.AM/u);
  expect(card?.textContent).not.toContain('has moved here');
});

test('attendance by exception: one tap for who is absent, one for all the others', async () => {
  await open('line');
  const [absent] = await screen.findAllByTestId('roster-absent');
  await fireEvent.click(absent as HTMLElement);
  await fireEvent.click(screen.getAllByTestId('all-here')[0] as HTMLElement);
  expect(sent()).toMatchObject([
    { act: 'away.start', kind: 'absent' },
    { act: 'arrival.all-here', station: 'C' },
  ]);
});

test('a mentor begins a talk with one tap, and notes that they met with the next', async () => {
  await open('placing');
  await fireEvent.click((await screen.findAllByTestId('talk-start'))[0] as HTMLElement);
  expect(screen.getByTestId('mentees').querySelector('[role="timer"]')?.textContent).toContain(
    '0 min',
  );
  expect(sent()).toEqual([]);
  await fireEvent.click(screen.getAllByTestId('met')[0] as HTMLElement);
  expect(sent()).toEqual([{ act: 'mentor.met', student: 's2' }]);
});

test('who sits at another seat as an adult said is told of, and seen with one tap', async () => {
  await open('placing');
  const alerts = await screen.findByTestId('alerts');
  expect(alerts.textContent).toContain('Jun P. sits here and says an adult said it is OK');
  expect(alerts.textContent).toContain('Planned: D4');
  await fireEvent.click(within(alerts).getByRole('button', { name: 'I have seen Jun P. here' }));
  expect(sent()).toEqual([{ act: 'arrival.mark', student: 's3', station: 'C' }]);
});

test('an answer to a test can be taken back', async () => {
  await open('placing');
  await fireEvent.click(screen.getByTestId('tab-roster'));
  await fireEvent.click((await screen.findAllByTestId('approve'))[0] as HTMLElement);
  expect(sent().at(-1)).toMatchObject({ act: 'unlock.approve' });
  const bar = screen.getByTestId('undo-bar');
  expect(bar.textContent).toContain('1 test approved.');
  await fireEvent.click(within(bar).getByTestId('undo'));
  expect(sent().at(-1)).toMatchObject({ act: 'unlock.undo' });
  expect(screen.queryByTestId('undo-bar')).toBeNull();
});
