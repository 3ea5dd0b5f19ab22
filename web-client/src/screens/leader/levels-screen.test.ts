import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cannedFloor, cannedStore } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { WELL } from '../../../tests/harness/health';
import { ONE_DAY } from '../../../tests/harness/student-day';
import { school } from '../../../tests/harness/school';
import type { Store } from '../../store/store.svelte';
import LeaderScreen from './LeaderScreen.svelte';

const asked: string[] = [];
let store: Store | undefined;
/** A student who is late in the canned school, by the number of her dot. */
let late = '';

beforeEach(() => {
  asked.length = 0;
  const dots = cannedDots();
  late = dots.find(({ arrival }) => arrival === 'late')?.id ?? '';
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const students = dots.map(({ id, arrival }) => ({
      ...{ id: `p${id}`, name: `Name ${id}`, arrival, dot: id },
    }));
    return Promise.resolve(Response.json(address.includes('/replay/') ? ONE_DAY : { students }));
  });
});

afterEach(() => {
  store?.close();
  vi.unstubAllGlobals();
  history.replaceState(null, '', location.pathname);
});

function cannedDots() {
  return school('trouble').tables.dots ?? [];
}

async function open(hash = '', scene = 'trouble'): Promise<Store> {
  history.replaceState(null, '', `${location.pathname}${hash}`);
  store = cannedStore('leader', scene);
  render(Provided, { store, Screen: LeaderScreen, contained: false });
  store.open();
  await screen.findByTestId('countdown');
  return store;
}

/** What stands where one looks, from the school down. */
function path(of: HTMLElement): string[] {
  return within(of)
    .getAllByTestId(/^crumb-(school|room|list|student)$/)
    .map(({ textContent }) => textContent.trim());
}

test('from the school to a student it is two presses, and each part of the path leads back', async () => {
  await open('#room=history');
  expect(path(screen.getByTestId('crumbs'))).toEqual(['School', 'Humanities Workshop']);
  await fireEvent.click(screen.getByTestId('state-late'));
  const list = screen.getByTestId('state-list');
  expect(path(list)).toEqual(['School', 'Humanities Workshop', 'late']);
  await fireEvent.click(await within(list).findByText(`Name ${late}`));
  const day = await screen.findByTestId('student-day');
  expect(path(day)).toEqual(['School', 'Humanities Workshop', 'late', `Name ${late}`]);
  expect(location.hash).toBe(`#room=history&state=late&dot=${late}&day=2026-09-14`);

  await fireEvent.click(within(day).getByTestId('crumb-list'));
  expect(screen.queryByTestId('student-day')).toBeNull();
  await fireEvent.click(within(screen.getByTestId('state-list')).getByTestId('crumb-room'));
  expect(screen.queryByTestId('state-list')).toBeNull();
  expect(location.hash).toBe('#room=history');
  await fireEvent.click(screen.getByTestId('crumb-school'));
  expect(path(screen.getByTestId('crumbs'))).toEqual(['School']);
  expect(location.hash).toBe('');
});

test('an address leads to a student’s day, and names nobody', async () => {
  await open(`#state=late&dot=${late}&day=2026-09-14`);
  const day = await screen.findByTestId('student-day');
  expect(path(day)).toEqual(['School', 'late', `Name ${late}`]);
  expect(asked.some((address) => address.includes(`/students/p${late}?at=`))).toBe(true);
  expect(location.hash).not.toContain('p');
});

test('an address of another day shows nobody, and says so', async () => {
  await open(`#state=late&dot=${late}&day=2026-09-11`);
  expect((await screen.findByTestId('toast')).textContent).toContain('for another day');
  expect(screen.queryByTestId('student-day')).toBeNull();
  expect(asked.some((address) => address.includes('/replay/2026'))).toBe(false);
});

test('a station is a level with an address, and its students lead to their day', async () => {
  await open('#station=history');
  const names = screen.getByTestId('names');
  expect(path(names)).toEqual(['School', 'Humanities Workshop']);
  await fireEvent.click(await within(names).findByText(`Name ${late}`));
  expect(path(await screen.findByTestId('student-day')).at(-1)).toBe(`Name ${late}`);
});

test('who goes where at a bell is a table, and its numbers are those of the map', async () => {
  store = cannedStore('leader', 'move');
  render(Provided, { store, Screen: LeaderScreen, contained: true });
  store.open();
  await fireEvent.click(await screen.findByTestId('open-flows'));
  const dots = [...store.table('dots').values()];
  const going = dots.filter(({ from, arrival }) => from !== undefined && arrival !== 'excused');
  const there = going.filter(({ arrival }) => arrival === 'arrived');
  const cells = within(screen.getByTestId('flows-sum')).getAllByRole('cell');
  expect(cells.map(({ textContent }) => Number(textContent))).toEqual([
    going.length - there.length,
    there.length,
    going.length,
  ]);
});

test('a room that is not measured is in no total, and never empty', async () => {
  store = cannedStore('leader', 'unmeasured');
  render(Provided, { store, Screen: LeaderScreen, contained: false });
  store.open();
  await screen.findByTestId('countdown');
  expect(screen.getByTestId('unmeasured').textContent).toContain('16');
  expect(screen.getByTestId('state-due').textContent).toContain('0');
  await fireEvent.click(screen.getByTestId('view-list'));
  expect(screen.getByTestId('row-gym').textContent).toContain('not measured');
  expect(screen.queryAllByTestId('concern')).toEqual([]);
});

test('before the first bell it is said what runs today, and where no adult is planned', async () => {
  store = cannedStore('leader', 'before');
  render(Provided, { store, Screen: LeaderScreen, contained: true });
  store.open();
  await screen.findByTestId('countdown');
  expect(screen.getByTestId('before').textContent).toContain('12 blocks, 8:00 to 2:55');
  expect(screen.getByTestId('before').textContent).toContain('Every place of the first block');
});

test('what needs somebody has an act beside it', async () => {
  await open();
  const unsettled = screen
    .getAllByTestId('concern')
    .find(({ dataset }) => dataset['kind'] === 'unsettled') as HTMLElement;
  await fireEvent.click(within(unsettled).getByTestId('concern-act'));
  expect(screen.getByTestId('state-list').textContent).toContain('not yet settled');
  await fireEvent.click(screen.getByTestId('state-list-close'));
  const wait = screen
    .getAllByTestId('concern')
    .find(({ dataset }) => dataset['kind'] === 'wait') as HTMLElement;
  await fireEvent.click(within(wait).getByTestId('concern-act'));
  expect(screen.getByTestId('help-rooms')).toBeTruthy();
});

test('while the network is gone each place says from when it is', async () => {
  const floor = cannedFloor('leader', 'calm');
  store = floor.store;
  render(Provided, { store, Screen: LeaderScreen, contained: true });
  store.open();
  await screen.findByTestId('countdown');
  await fireEvent.click(screen.getByTestId('view-list'));
  expect(screen.getByTestId('row-gym').textContent).not.toContain('as of');
  floor.drop();
  await waitFor(() => expect(screen.getByTestId('row-gym').textContent).toMatch(/as of 9:3/));
});

test('the address of a seat says whether somebody is due there, and who only when asked', async () => {
  const dots = cannedDots();
  const due = dots.find(({ seat }) => seat !== undefined);
  const seats = school('trouble').tables.seats ?? [];
  const seat = seats.find(({ label, station }) => label === due?.seat && station === due.station);
  await open(`#seat=${encodeURIComponent(seat?.id ?? '')}`);
  const sheet = await screen.findByTestId('seat');
  expect(sheet.textContent).toContain('Somebody is due at this seat now');
  expect(asked).toEqual([]);
  await fireEvent.click(within(sheet).getByTestId('seat-who'));
  expect(location.hash).toContain(`dot=${due?.id ?? ''}`);
  await waitFor(() => expect(asked.length).toBeGreaterThan(0));
});

test('the address of a block says when it is', async () => {
  await open('#block=main%2Fb4');
  const sheet = await screen.findByTestId('block');
  expect(within(sheet).getByTestId('block-times').textContent).toMatch(/\d+:\d\d.* to /);
  await fireEvent.click(within(sheet).getByTestId('block-close'));
  expect(location.hash).toBe('');
});

test('the address of a call leads to that call among the others', async () => {
  await open('#hand=l3', 'help');
  const pointed = (await screen.findAllByTestId('line-call')).filter(
    (call) => call.getAttribute('aria-current') === 'true',
  );
  expect(pointed).toHaveLength(1);
  expect(document.activeElement).toBe(pointed[0]);
  expect(within(pointed[0] as HTMLElement).getByTestId('copy-address')).toBeTruthy();
});

test('an address of what is not there any more says whom to ask', async () => {
  await open('#hand=gone');
  expect((await screen.findByText(/That call is over/)).textContent).toContain(
    'Whoever sent you the address knows more.',
  );
  expect(location.hash).toBe('');
});

test('before the first bell it is said how much the last import left out, and where to read on', async () => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      Response.json({
        ...WELL,
        imported: {
          atMs: 0,
          left: [
            { file: 'students.csv', count: 3 },
            { file: 'staff.csv', count: 1 },
          ],
        },
      }),
    ),
  );
  await open('', 'before');
  const said = await screen.findByTestId('imported');
  expect(said.textContent).toContain('The last import left out 4 things');
  expect(within(said).getByRole('link').getAttribute('href')).toBe('/health');
});
