// A student's page that was away: hidden, replaced by another of hers, or second at the last seat.
import { cleanup, fireEvent, render, screen as page } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CannedLine } from '../../../tests/harness/canned-line';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { scriptOf } from '../../../tests/harness/scenes';
import { screens } from '../../screens-by-name';
import SignedScreen from '../../SignedScreen.svelte';
import type { AnyCommand } from '../../wire/frames';

let floor: ReturnType<typeof cannedFloor> | undefined;

beforeAll(async () => {
  await screens.student();
}, 60_000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('speechSynthesis', Object.assign(new EventTarget(), { cancel: vi.fn() }));
});

afterEach(() => {
  cleanup();
  floor?.store.close();
  floor = undefined;
  sessionStorage.clear();
  localStorage.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(scene: string, answer?: (command: AnyCommand) => object | undefined) {
  floor = cannedFloor('student', scene, answer === undefined ? {} : { answer });
  render(Provided, { store: floor.store, Screen: await screens.student() });
  floor.store.open();
  await vi.advanceTimersByTimeAsync(1_000);
  return floor.store;
}

test('hidden for six minutes over a bell, it shows the right phase at once and the bell once (S8)', async () => {
  const store = await open('warn');
  expect(store.moment.phase).toBe('warn');
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  // The browser lets nothing of a hidden page run; its clock goes on all the same.
  vi.setSystemTime(Date.now() + 6 * 60_000);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(store.moment.phase).toBe('work');
  expect(store.moment.block?.id).toBe('main/b4');
  expect(page.getByTestId('student-screen').dataset['face']).toBe('stop');
  const rung = store.rung;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(store.rung).toBe(rung);
});

test('where she signs in on another screen this one says so, and is hers again with one press (S9)', async () => {
  const lines: CannedLine[] = [];
  vi.stubGlobal(
    'WebSocket',
    class extends CannedLine {
      static readonly OPEN = 1;
      static readonly CLOSED = 3;
      constructor() {
        super(scriptOf('student', 'work'));
        lines.push(this);
      }
    },
  );
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ ticket: 'one', validMs: 30_000 })));
  render(SignedScreen, {
    screen: 'student',
    demo: false,
    load: () => screens.student(),
    onsignin: vi.fn(),
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(page.getByTestId('student-screen')).toBeTruthy();
  lines[0]?.drop(4509);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.getByTestId('ended').textContent).toContain('You are on another screen.');
  expect(page.queryByTestId('student-screen')).toBeNull();
  // Two screens do not take her from one another.
  expect(lines).toHaveLength(1);
  await fireEvent.click(page.getByRole('button', { name: 'Use this one' }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lines).toHaveLength(2);
  expect(page.getByTestId('student-screen')).toBeTruthy();
});

test('who picks the last seat second is told at once, and picks another with two presses (S12)', async () => {
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(() => undefined);
  const asked: AnyCommand[] = [];
  await open('choices', (command) => {
    asked.push(command);
    return asked.length === 1
      ? { t: 'refused', code: 2203, key: 'station-full', retry: false, args: { there: '2' } }
      : { t: 'done', seq: 2, result: { students: 1 } };
  });
  const pick = async (at: number): Promise<void> => {
    await fireEvent.click(page.getByTestId('choose'));
    await vi.advanceTimersByTimeAsync(100);
    await fireEvent.click(page.getAllByTestId('choice')[at] as HTMLElement);
    await vi.advanceTimersByTimeAsync(100);
  };
  await pick(1);
  expect(page.getByTestId('toast').textContent).toContain('There is no seat left.');
  await pick(2);
  expect(asked.map(({ kind, body }) => ({ kind, body }))).toEqual([
    { kind: 'choice.take', body: { block: 'main/b4', station: 'E1' } },
    { kind: 'choice.take', body: { block: 'main/b4', station: 'F2' } },
  ]);
});
