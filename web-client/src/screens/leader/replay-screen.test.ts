import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cannedStore } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { scriptOf } from '../../../tests/harness/scenes';
import type { Store } from '../../store/store.svelte';
import LeaderScreen from './LeaderScreen.svelte';

const MINUTE_MS = 60_000;
/** 8:00 in Yuma, when the canned day begins. */
const OPENED_MS = Date.UTC(2026, 8, 14, 15);
const asked: string[] = [];
let store: Store | undefined;

/** A server that kept a morning full of trouble: the same at every minute. */
function keptTrouble(address: string): object {
  const query = new URL(address, 'http://school').searchParams;
  const [from, to] = [Number(query.get('from')), Number(query.get('to'))];
  const cursor = { epoch: 1, seq: 9, tag: 'a' };
  const { tables } = scriptOf('leader', 'trouble');
  const stills = [];
  for (let atMs = from; atMs <= to; atMs += MINUTE_MS) {
    const frame = atMs === from ? { t: 'view', cursor, atMs: from, tables } : { t: 'beat', cursor };
    stills.push({ atMs, frame });
  }
  return { date: '2026-09-14', openedAtMs: OPENED_MS, untilMs: to, closed: false, stills };
}

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    if (address.includes('/students')) {
      const students = [{ id: 'p1', name: 'Amélie T.', arrival: 'late' }];
      return Promise.resolve(Response.json({ students }));
    }
    return Promise.resolve(
      Response.json(
        address === '/api/v1/replay'
          ? { today: '2026-09-14', days: ['2026-09-14', '2026-09-11'] }
          : keptTrouble(address),
      ),
    );
  });
});

afterEach(() => {
  store?.close();
  vi.unstubAllGlobals();
  history.replaceState(null, '', location.pathname);
});

async function open(): Promise<Store> {
  store = cannedStore('leader', 'calm');
  render(Provided, { store, Screen: LeaderScreen, contained: false });
  store.open();
  await screen.findByTestId('countdown');
  return store;
}

test('nothing is asked for until somebody looks back', async () => {
  await open();
  expect(screen.getByTestId('scrub').getAttribute('aria-valuetext')).toBe('now');
  expect(asked).toEqual([]);
  expect(screen.queryByTestId('replay-band')).toBeNull();
});

test('a minute back the same screen shows what was, without acts, and one press is live again', async () => {
  const live = await open();
  const now = String(live.table('counts').get('all')?.arrived);
  await fireEvent.keyDown(screen.getByTestId('scrub'), { key: 'ArrowLeft' });
  expect(await screen.findByTestId('replay-ribbon')).toBeTruthy();
  expect(screen.getByTestId('replay-band').textContent).toContain(
    'replay: nothing you see here is now',
  );
  expect(screen.getAllByTestId('concern').length).toBeGreaterThan(3);
  const was = String(scriptOf('leader', 'trouble').tables.counts?.[0]?.arrived);
  expect(screen.getByTestId('count-arrived').textContent).toBe(was);
  for (const act of ['hold', 'pause', 'extend', 'more', 'open-help', 'undo-last'])
    expect(screen.queryByTestId(act)).toBeNull();
  await fireEvent.click(screen.getByTestId('to-live'));
  expect(screen.queryByTestId('replay-band')).toBeNull();
  expect(screen.getByTestId('count-arrived').textContent).toBe(now);
  expect(screen.getByTestId('hold')).toBeTruthy();
});

test('keys go by a minute, with shift by five, and to the ends', async () => {
  await open();
  const scrub = screen.getByTestId<HTMLInputElement>('scrub');
  const press = async (key: string, shiftKey = false) => {
    await fireEvent.keyDown(scrub, { key, shiftKey });
    await screen.findByTestId('replay-ribbon');
    return scrub.valueAsNumber;
  };
  const one = await press('ArrowLeft');
  expect(await press('ArrowLeft', true)).toBe(one - 5 * MINUTE_MS);
  expect(await press('ArrowRight')).toBe(one - 4 * MINUTE_MS);
  expect(await press('Home')).toBe(OPENED_MS);
  await fireEvent.keyDown(scrub, { key: 'End' });
  expect(screen.queryByTestId('replay-band')).toBeNull();
});

test('names are those of then, and nothing can be decided for them', async () => {
  await open();
  await fireEvent.keyDown(screen.getByTestId('scrub'), { key: 'ArrowLeft' });
  await screen.findByTestId('replay-ribbon');
  await fireEvent.click(screen.getByTestId('view-list'));
  await fireEvent.click(within(screen.getByTestId('row-studio')).getByRole('button'));
  expect((await screen.findByTestId('name')).textContent).toContain('Amélie T.');
  expect(asked.at(-1)).toMatch(/replay\/2026-09-14\/stations\/studio\/students\?at=\d+$/);
  expect(screen.queryByTestId('door')).toBeNull();
  expect(screen.queryByTestId('names-place')).toBeNull();
});

test('one press lists all who are late, of the school or of a room', async () => {
  await open();
  await fireEvent.keyDown(screen.getByTestId('scrub'), { key: 'ArrowLeft' });
  await screen.findByTestId('replay-ribbon');
  await fireEvent.click(screen.getByTestId('state-late'));
  const listed = await screen.findAllByTestId('listed');
  expect(listed).toHaveLength(1);
  expect(location.hash).toBe('#state=late');
});
