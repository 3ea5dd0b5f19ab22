// A student's screen speaks as her grade needs it, or as she chose; and says where to go outside itself.
import { cleanup, fireEvent, render, screen as page, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { preferences } from '../../preferences/preferences.svelte';
import { screens } from '../../screens-by-name';
import { speech } from '../../text/speech.svelte';

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(scene: string): Promise<HTMLElement> {
  floor = cannedFloor('student', scene);
  render(Provided, { store: floor.store, Screen: await screens.student() });
  floor.store.open();
  await vi.advanceTimersByTimeAsync(100);
  return page.getByTestId('student-screen');
}

const items = (screen: HTMLElement) => [...screen.querySelectorAll<HTMLElement>('[data-item]')];

beforeAll(async () => {
  await screens.student();
}, 60_000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('speechSynthesis', Object.assign(new EventTarget(), { cancel: vi.fn() }));
  document.head.innerHTML = '<link rel="icon" href="/favicon.svg">';
});

afterEach(() => {
  floor?.store.close();
  preferences.forget();
  sessionStorage.clear();
  void speech.pick('en');
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a young screen', () => {
  test.each(['young', 'young-warn', 'young-expected'])(
    'has three things at most, each with a sign, a word and a speaker (%s)',
    async (scene) => {
      const things = items(await open(scene));
      expect(things.length).toBeLessThanOrEqual(3);
      for (const thing of things) {
        expect(thing.querySelector('svg')).not.toBeNull();
        expect(thing.textContent?.trim()).not.toBe('');
        expect(within(thing).getAllByText('Read to me')).toHaveLength(1);
      }
    },
  );

  test('shows no clock and no list', async () => {
    const screen = await open('young');
    expect(screen.querySelector('header time')).toBeNull();
    expect(page.queryByTestId('playlist')).toBeNull();
    expect(page.queryByTestId('day-list')).toBeNull();
  });
});

test('a compact screen lists the day, and marks where she is', async () => {
  const screen = await open('compact');
  expect(screen.dataset['mode']).toBe('compact');
  const rows = within(page.getByTestId('day-list')).getAllByRole('listitem');
  expect(rows).toHaveLength(8);
  expect(rows.filter((row) => row.getAttribute('aria-current') === 'step')).toHaveLength(1);
  expect(page.queryByTestId('playlist')).toBeNull();
});

test('a standard screen has no speaker until she wants to be read to', async () => {
  await open('work');
  expect(page.queryByText('Read to me')).toBeNull();
  preferences.set('speech', 'on');
  await tick();
  expect(page.getAllByText('Read to me').length).toBeGreaterThan(0);
});

test('she may choose another mode than the school’s, in two taps', async () => {
  const screen = await open('work');
  await fireEvent.click(page.getByTestId('settings'));
  await fireEvent.click(page.getByTestId('set-mode-compact'));
  expect(screen.dataset['mode']).toBe('compact');
});

test('time left is a ring, a number, or nothing, as she likes', async () => {
  await open('work');
  expect(page.getByRole('img', { name: /minutes left/ })).toBeTruthy();
  preferences.set('countdown', 'hidden');
  await tick();
  expect(page.queryByTestId('time-left')).toBeNull();
  preferences.set('countdown', 'number');
  await tick();
  expect(page.getByTestId('time-left').textContent).toBe('14');
});

test('the lamp is hers to switch off; the hand stays up', async () => {
  await open('waiting');
  expect(page.getByTestId('lamp').getAttribute('aria-label')).toBe('Lamp: hand up');
  preferences.set('lamp', 'off');
  await tick();
  expect(page.queryByTestId('lamp')).toBeNull();
  expect(page.getByTestId('help-state').dataset['state']).toBe('waiting');
});

test.each(['move', 'missing'])(
  'without a network her “I’m here” is known to her device, and no card asks again (%s)',
  async (scene) => {
    await open(scene);
    floor?.drop();
    await tick();
    const card = within(page.getByTestId('move-card'));
    await fireEvent.click(card.getByTestId('im-here'));
    expect(page.queryByTestId('move-card')).toBeNull();
    expect(page.getByText('Saved. It goes out when the network is back.')).toBeTruthy();
  },
);

test('once the floor agrees that she is here no card asks again, before its row says so', async () => {
  await open('missing');
  await fireEvent.click(within(page.getByTestId('move-card')).getByTestId('im-here'));
  expect(page.getByTestId('move-card')).toBeTruthy();
  const id = floor?.store.pendingAct('arrival.report')?.id;
  floor?.say({ t: 'done', id, seq: 9, result: { arrival: 'arrived' } });
  await vi.advanceTimersByTimeAsync(0);
  expect(floor?.store.pendingAct('arrival.report')).toBeUndefined();
  expect(page.queryByTestId('move-card')).toBeNull();
});

describe('the tab', () => {
  const icon = () => document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? '';

  test('bears code and badge of where to go while she moves', async () => {
    await open('move');
    expect(document.title).toBe('A2 · Carillon');
    expect(icon()).toMatch(/^data:image\/svg\+xml/);
    expect(decodeURIComponent(icon())).toContain('>A</text>');
  });

  test('bears the next stop in the last two minutes, and neither before', async () => {
    await open('warn');
    expect(document.title).toBe('1:24 → C12 · Carillon');
    expect(decodeURIComponent(icon())).toContain('>C</text>');
    floor?.store.close();
    cleanup();
    await open('work');
    expect(document.title).toBe('My day · Carillon');
    expect(icon()).toMatch(/favicon\.svg$/);
  });
});

describe('whoever is not seen at her place', () => {
  test('is shown the same card, the way, and a hand, without a word about time', async () => {
    await open('missing');
    const card = page.getByTestId('move-card');
    expect(within(card).getByTestId('move-code').textContent).toBe('A2');
    await fireEvent.click(within(card).getByTestId('show-way'));
    expect(within(card).getByTestId('the-way').textContent).toMatch(
      /Look for this sign: blue circle A\. It is Quiet room\.\s+Ask for Rosa Lindqvist\./,
    );
    expect(card.textContent).not.toMatch(/minute|late|missing|\d+:\d\d/i);
    await fireEvent.click(within(card).getByTestId('need-adult'));
    expect(page.queryByTestId('move-card')).toBeNull();
    expect(page.getByTestId('help-state').dataset['state']).not.toBe('down');
  });
});
