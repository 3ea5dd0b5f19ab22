// Whoever sits at another seat reads where her stop is; that an adult let her sit here takes two steps.
import { fireEvent, render, screen as page } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import { screens } from '../../screens-by-name';
import type { AnyCommand } from '../../wire/frames';
import type { Stop } from '../../wire/views';
import OtherStop from './OtherStop.svelte';

const onleave = vi.fn();
const onstay = vi.fn();
const told: AnyCommand[] = [];
let floor: ReturnType<typeof cannedFloor> | undefined;

const STOP = {
  ...{ id: 'main/b3', block: 'main/b3', station: 'D', room: 'D', code: 'D4', seat: '4' },
  ...{ place: 'Workshop', badge: { letter: 'D', colour: 3, shape: 3 }, spot: { x: 30, y: 8 } },
} as Stop;

async function show(answer: object): Promise<void> {
  floor = cannedFloor('student', 'work', {
    answer: (command) => {
      told.push(command);
      return answer;
    },
  });
  const loading = screens.student();
  const given = { seat: 'C12', stop: STOP, loading, onleave, onstay };
  const Screen = ((anchor: never) => OtherStop(anchor, given)) as unknown as Component;
  render(Provided, { store: floor.store, Screen });
  floor.store.open();
  await vi.advanceTimersByTimeAsync(100);
}

async function press(id: string): Promise<void> {
  await fireEvent.click(page.getByTestId(id));
  await vi.advanceTimersByTimeAsync(50);
}

beforeAll(async () => {
  await screens.student();
}, 60_000);

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
});

afterEach(() => {
  floor?.store.close();
  vi.clearAllMocks();
  vi.useRealTimers();
});

test('it says where her stop is, with the way there, and the focus is on it', async () => {
  await show({});
  const main = page.getByTestId('kiosk-elsewhere');
  expect(main.textContent).toContain('D4');
  expect(main.textContent).toContain('Workshop');
  expect(page.getByTestId('way-map')).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Your stop is');
  await press('kiosk-go');
  expect(onleave).toHaveBeenCalledOnce();
});

test('an adult’s word is said in two steps; one alone says nothing', async () => {
  await show({ t: 'done', seq: 2, result: { arrival: 'elsewhere' } });
  await press('kiosk-adult-said');
  expect(document.activeElement?.textContent).toContain('sit at C12?');
  await press('kiosk-back');
  expect(document.activeElement?.textContent).toBe('Your stop is');
  expect(told).toEqual([]);
  await press('kiosk-adult-said');
  await press('kiosk-yes');
  expect(told.map(({ kind, body }) => ({ kind, body }))).toEqual([
    { kind: 'arrival.report', body: { seat: 'C12', atMs: expect.any(Number) } },
  ]);
  expect(onstay).toHaveBeenCalledOnce();
});

test('where the school knows no such seat she is to tell the adult herself, and may stay', async () => {
  await show({ t: 'refused', code: 2008, key: 'station-unknown', retry: false });
  await press('kiosk-adult-said');
  await press('kiosk-yes');
  expect(onstay).not.toHaveBeenCalled();
  expect(document.activeElement?.textContent).toContain('Please tell the adult here');
  await press('kiosk-stay');
  expect(onstay).toHaveBeenCalledOnce();
});
