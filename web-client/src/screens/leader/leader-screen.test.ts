import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { cannedStore } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import type { Store } from '../../store/store.svelte';
import LeaderScreen from './LeaderScreen.svelte';

let store: Store | undefined;

async function open(scene: string, contained = false): Promise<Store> {
  store = cannedStore('leader', scene);
  render(Provided, { store, Screen: LeaderScreen, contained });
  store.open();
  await screen.findByTestId('countdown');
  return store;
}

afterEach(() => store?.close());

test('the counts are those of the school, and a calm floor needs nobody', async () => {
  const { table } = await open('calm').then((one) => ({ table: one.table('counts').get('all') }));
  expect(screen.getByTestId('count-arrived').textContent).toBe(String(table?.arrived));
  expect(screen.queryAllByTestId('concern')).toEqual([]);
});

test('what needs somebody is ranked, at most seven, and has a word', async () => {
  await open('trouble');
  const concerns = screen.getAllByTestId('concern');
  expect(concerns.length).toBeLessThanOrEqual(7);
  expect(concerns.map(({ dataset }) => dataset['kind'])).toEqual([
    'over',
    'no-adult',
    'wait',
    'wait',
    'unsettled',
    'unsettled',
  ]);
  expect(concerns[0]?.textContent).toContain('Over limit by 2');
});

test('how fast everybody arrived is a chart and a table', async () => {
  await open('calm');
  await fireEvent.click(screen.getByTestId('settle-open'));
  const table = within(screen.getByTestId('settle-table'));
  const rows = table.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows).toHaveLength(4);
  expect(rows[1]).toMatch(/Block 3.*now.*2:41/);
  expect(rows[3]).toContain('3:41');
});

async function preview() {
  const opened = await open('calm', true);
  const sent = () => [...opened.pending.values()].map(({ kind, body }) => ({ kind, body })).at(-1);
  await fireEvent.click(screen.getByTestId('view-list'));
  await fireEvent.click(within(screen.getByTestId('row-studio')).getByRole('button'));
  expect(screen.getByTestId('door').textContent).toContain('takes who is sent here');
  await fireEvent.click(screen.getByTestId('door-close'));
  expect(sent()).toEqual({ kind: 'plan.close', body: { stations: ['studio'] } });
  return { shown: await screen.findByTestId('door-preview'), sent };
}

test('before a station is closed it is said how many stops change, to where, and who has no place', async () => {
  const { shown } = await preview();
  expect(shown.textContent).toContain('14 stops change, of 9 students.');
  expect(shown.textContent).toContain('1 student finds no place');
  const where = within(screen.getByRole('list', { name: 'Where they go instead' }));
  expect(where.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('6 students to ') as string,
    expect.stringContaining('4 students to ') as string,
  ]);
  expect(document.activeElement?.textContent).toContain('14 stops change');
});

test('what was shown is what is done, and it is taken back as a whole', async () => {
  const { sent } = await preview();
  await fireEvent.click(screen.getByTestId('door-confirm'));
  expect(sent()).toEqual({ kind: 'plan.close', body: { stations: ['studio'], changes: 14 } });
  const bar = await screen.findByTestId('undo-bar');
  expect(bar.textContent).toContain('Nobody new is sent here.');
  await fireEvent.click(within(bar).getByTestId('undo'));
  expect(sent()).toEqual({ kind: 'plan.reopen', body: { stations: ['studio'] } });
});

test('a station is closed alone, and where its students go is decided later', async () => {
  const { sent } = await preview();
  await fireEvent.click(screen.getByTestId('door-only'));
  expect(sent()).toEqual({ kind: 'station.close', body: { station: 'studio', drain: true } });
});

test('who looks and does not close changes nothing', async () => {
  const { sent } = await preview();
  await fireEvent.click(screen.getByTestId('door-cancel'));
  expect(screen.queryByTestId('door-preview')).toBeNull();
  expect(sent()).toBeUndefined();
});

test('a station over its limit says so with a sign', async () => {
  await open('trouble', true);
  await fireEvent.click(screen.getByTestId('view-list'));
  const row = screen.getByRole('row', { name: /Over limit by 2/ });
  await fireEvent.click(within(row).getByRole('button'));
  const over = screen.getByTestId('over');
  expect(over.textContent).toContain('2 too many');
  expect(over.querySelector('svg')).toBeTruthy();
});

test('a station that takes nobody new says so, and why it could not be opened', async () => {
  await open('trouble', true);
  await fireEvent.click(screen.getByTestId('view-list'));
  await fireEvent.click(within(screen.getByTestId('row-workshop')).getByRole('button'));
  expect(screen.getByTestId('door').textContent).toContain('No new arrivals');
  await fireEvent.click(screen.getByTestId('door-open'));
  expect((await screen.findByTestId('door-refused')).textContent).toContain('outside your rooms');
});

test('the list says in words what the map shows', async () => {
  await open('trouble');
  await fireEvent.click(screen.getByTestId('view-list'));
  const row = within(screen.getByTestId('row-studio'));
  expect(row.getByText('No adult')).toBeTruthy();
  expect(row.getByRole('img', { name: 'pink plus G' })).toBeTruthy();
});

test('extending asks first, shows what moves, and confirms with the version it showed', async () => {
  const opened = await open('calm');
  await fireEvent.click(screen.getByTestId('extend'));
  await fireEvent.click(screen.getByTestId('extend-5'));
  const preview = await screen.findByTestId('preview');
  expect(preview.textContent).toContain('2 bells move, Lunch stays, 240 students.');
  expect(screen.getAllByTestId('moved-bell')).toHaveLength(4);
  await fireEvent.click(screen.getByTestId('confirm'));
  const sent = [...opened.pending.values()].find(({ kind }) => kind === 'timeline.extend');
  expect(sent).toMatchObject({ expect: 7, body: { schedule: 'main', minutes: 5 }, dryRun: false });
  expect(await screen.findByTestId('toast')).toBeTruthy();
});

test('a block is made shorter as it is made longer: shown first, then confirmed', async () => {
  const opened = await open('calm');
  await fireEvent.click(screen.getByTestId('extend'));
  await fireEvent.click(screen.getByTestId('trim-5'));
  await screen.findByTestId('preview');
  await fireEvent.click(screen.getByTestId('confirm'));
  const sent = [...opened.pending.values()].find(({ kind }) => kind === 'timeline.trim');
  expect(sent).toMatchObject({ expect: 7, body: { schedule: 'main', minutes: 5 }, dryRun: false });
  expect((await screen.findByTestId('toast')).textContent).toContain('shorter');
});

test('the bell is rung by hand after one look', async () => {
  const opened = await open('calm');
  await fireEvent.click(screen.getByTestId('more'));
  await fireEvent.click(screen.getByTestId('ring'));
  expect((await screen.findByTestId('preview')).textContent).toContain('No time changes');
  await fireEvent.click(screen.getByTestId('confirm'));
  const sent = [...opened.pending.values()].find(({ kind }) => kind === 'timeline.ring');
  expect(sent).toMatchObject({ body: { schedule: 'main' }, dryRun: false });
});

test('a refusal says why and offers what would fit', async () => {
  await open('calm');
  await fireEvent.click(screen.getByTestId('extend'));
  await fireEvent.input(screen.getByTestId('extend-minutes'), { target: { value: '20' } });
  await fireEvent.submit(screen.getByTestId('extend-minutes').closest('form') as HTMLFormElement);
  expect((await screen.findByTestId('refused')).textContent).toContain('Lunch keeps its time');
  expect(screen.getByTestId('option-less')).toBeTruthy();
});

test('a paused day offers to resume and nothing else', async () => {
  await open('paused');
  expect(screen.getByTestId('countdown').textContent).toBe('Paused');
  expect(screen.getByTestId('resume')).toBeTruthy();
  expect(screen.queryByTestId('extend')).toBeNull();
});

test('a pause that took too long is resumed by catching up, and by nothing that is not there', async () => {
  const opened = await open('stuck');
  await fireEvent.click(screen.getByTestId('resume'));
  expect((await screen.findByTestId('refused')).dataset['key']).toBe('no-slack');
  expect(screen.getByTestId('option-shift').textContent).toContain('14 min later');
  await fireEvent.click(screen.getByTestId('option-catch-up'));
  const preview = await screen.findByTestId('preview');
  expect(preview.textContent).toContain('No bell moves');
  await fireEvent.click(screen.getByTestId('confirm'));
  const sent = [...opened.pending.values()].find(({ kind }) => kind === 'timeline.resume');
  expect(sent).toMatchObject({
    expect: 7,
    body: { schedule: 'main', policy: 'absorb-current' },
    dryRun: false,
  });
  expect((await screen.findByTestId('toast')).textContent).toContain('runs again');
});

test('a drill is looked at first', async () => {
  const opened = await open('calm');
  await fireEvent.click(screen.getByTestId('more'));
  await fireEvent.click(screen.getByLabelText(/Assembly/));
  await fireEvent.click(screen.getByTestId('insert'));
  await screen.findByTestId('preview');
  await fireEvent.click(screen.getByTestId('confirm'));
  const sent = [...opened.pending.values()].find(({ kind }) => kind === 'timeline.insert');
  expect(sent).toMatchObject({
    body: { schedule: 'main', mode: 'assembly', name: 'Assembly' },
    dryRun: false,
  });
});

test('a held block counts how long it runs over and offers its release', async () => {
  await open('held');
  expect(screen.getByTestId('countdown').textContent).toMatch(/over$/);
  expect(screen.getByTestId('release')).toBeTruthy();
  expect(screen.queryByTestId('pause')).toBeNull();
});

test('a drill that runs is ended by its name', async () => {
  await open('drill');
  expect(screen.getByTestId('countdown').textContent).toBe('Fire drill');
  expect(screen.getByTestId('end-insert').textContent).toContain('Fire drill');
});

test('in a pane a sheet leaves the rest of the page in reach, and shows no names', async () => {
  const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  await open('calm', true);
  await fireEvent.click(screen.getByTestId('extend'));
  const sheet = screen.getByTestId<HTMLDialogElement>('change');
  expect([sheet.open, modal.mock.calls.length]).toEqual([true, 0]);
  await fireEvent.keyDown(sheet, { key: 'Escape' });
  expect(screen.queryByTestId('change')).toBeNull();

  await fireEvent.click(screen.getByTestId('view-list'));
  await fireEvent.click(within(screen.getByTestId('row-studio')).getByRole('button'));
  expect(screen.getByTestId('names').textContent).not.toContain('Students due here');
});
