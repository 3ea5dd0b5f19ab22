import { render, screen as page, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TEN, TROUBLED, WELL } from '../../../tests/harness/health';
import type { Health } from '../../store/health';
import { healthWords } from '../../text/health';
import { LANGUAGES } from '../../text/speech.svelte';
import { findings } from './findings';
import HealthPage from './HealthPage.svelte';

function found(change: Partial<Health>, untimed = 0): readonly string[] {
  return findings({ ...WELL, ...change }, untimed, healthWords('en').finding, () => '10:00');
}

test('where all is there, nothing is to be looked at, and a board never used is no alarm', () => {
  expect(found({})).toEqual([]);
});

test('a store that is away comes first, then boards that went silent, by name', () => {
  const boards = [{ id: 'b2', name: 'Stairs', here: false, lastSeenMs: TEN }];
  const told = found({ unsaved: true, boards });
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('Redis');
  expect(told[1]).toContain('Stairs has not been heard of since 10:00');
});

test('devices that slept over the last bell, have no time or only poll are told with what to do', () => {
  expect(found(TROUBLED, 1)).toEqual([
    expect.stringContaining('Yard'),
    expect.stringContaining('2 devices slept over the bell of 10:00'),
    expect.stringContaining('1 device does not know'),
    expect.stringContaining('3 devices have to ask'),
  ]);
});

test('what an import left out is told by file, and what to do', () => {
  const imported = { atMs: TEN, left: [{ file: 'students.csv', count: 3 }] };
  expect(found({ imported })).toEqual([
    expect.stringContaining('left out or doubted 3 things of students.csv'),
  ]);
});

test.each(LANGUAGES)('the page of health has all its words in %s', (lang) => {
  expect(Object.keys(healthWords(lang))).toEqual(Object.keys(healthWords('en')));
});

let answer: () => Promise<Response>;
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal('fetch', (path: string) =>
    path.endsWith('/health')
      ? answer()
      : Promise.resolve(Response.json({ code: 1101 }, { status: 401 })),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what was known last stays when the school does not answer, and says since when', async () => {
  answer = () => Promise.resolve(Response.json(WELL));
  render(HealthPage, { onsignin: () => undefined });
  await waitFor(() => expect(page.getByTestId('verdict').textContent).toContain('is there'));
  expect(page.getByTestId('people').textContent).toContain('182 of 240');
  expect(page.getByTestId('people').textContent).not.toContain('Teachers');

  answer = () => Promise.reject(new TypeError('no network'));
  await vi.advanceTimersByTimeAsync(3_000);
  await waitFor(() =>
    expect(page.getByTestId('verdict').textContent).toContain('No answer since 10:00'),
  );
  expect(page.getByTestId('people').textContent).toContain('182 of 240');

  answer = () => Promise.resolve(Response.json(WELL));
  await vi.advanceTimersByTimeAsync(3_000);
  await waitFor(() => expect(page.getByTestId('verdict').textContent).toContain('is there'));
});

test('a device that has just come may take half a minute to learn the time', async () => {
  const late = { ...WELL, clocks: { devices: 192, unsynced: 2 } };
  answer = () => Promise.resolve(Response.json(late));
  render(HealthPage, { onsignin: () => undefined });
  await waitFor(() => expect(page.getByTestId('verdict').textContent).toContain('is there'));
  await vi.advanceTimersByTimeAsync(30_000);
  await waitFor(() => expect(page.getByTestId('finding').textContent).toContain('2 devices do'));
});

test('whoever is not signed in is led to the door, and others are told whose page it is', async () => {
  const onsignin = vi.fn();
  answer = () => Promise.resolve(Response.json({ code: 1101 }, { status: 401 }));
  render(HealthPage, { onsignin });
  await waitFor(() => expect(onsignin).toHaveBeenCalled());

  answer = () => Promise.resolve(Response.json({ code: 1010 }, { status: 403 }));
  render(HealthPage, { onsignin });
  await waitFor(() => expect(page.getByText(/for leaders and administrators/)).toBeTruthy());
});
