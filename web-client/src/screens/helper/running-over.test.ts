// A group that needs a moment more than its block has.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Store } from '../../store/store.svelte';
import { OverDesk } from './over-desk.svelte';
import RunningOver from './RunningOver.svelte';

const UNTIL_MS = Date.parse('2026-09-14T10:48:00-07:00');

function shown(answer: object, turns: readonly { readonly room: string }[] = []) {
  const acts: object[] = [];
  const store = {
    person: { role: 'teacher' },
    stations: new Map([['clay', { room: 'studio' }]]),
    table: () => new Map(turns.entries()),
    act: (kind: string, body: object, options: object = {}) => {
      acts.push({ kind, ...body, ...options });
      return { outcome: Promise.resolve(answer) };
    },
  } as unknown as Store;
  const desk = new OverDesk(store);
  const asked: string[] = [];
  const props = {
    ...{ station: 'clay', place: 'Clay table', desk, zone: 'America/Phoenix' },
    placeOf: (id: string) => (id === 'clay' ? 'Clay table' : 'Learning centre'),
    onask: (text: string) => void asked.push(text),
  };
  render(RunningOver, { props });
  return { acts, asked, desk };
}

const RUNS_OVER = {
  ok: true,
  result: {
    ...{ students: 6, untilMs: UNTIL_MS },
    awaited: [{ station: 'centre', students: 4 }],
    crowded: [{ station: 'clay', students: 2 }],
  },
};

test('two minutes more are two clicks, and who waits for them is said before the second', async () => {
  const { acts, desk } = shown(RUNS_OVER);
  await fireEvent.click(screen.getByTestId('over-look'));
  const yes = await screen.findByTestId('over-say');
  expect(screen.getAllByTestId('over-concerns').map((one) => one.textContent.trim())).toEqual([
    'Clay table: no place for 2 who come with the bell',
    'Learning centre: 4 come later',
  ]);
  await fireEvent.click(yes);
  expect(acts).toEqual([
    { kind: 'stay.class', station: 'clay', minutes: 2, dryRun: true },
    { kind: 'stay.class', station: 'clay', minutes: 2 },
  ]);
  expect(desk.said).toMatchObject({ students: 6, untilMs: UNTIL_MS });
  desk.takeBack();
  expect(acts.at(-1)).toEqual({ kind: 'stay.class', station: 'clay', minutes: 0 });
});

test('the bell itself is the leaders’, who are asked', async () => {
  const { acts, asked } = shown(RUNS_OVER);
  await fireEvent.click(screen.getByTestId('over-look'));
  await fireEvent.click(await screen.findByTestId('over-ask'));
  expect(asked).toEqual(['Clay table: could the bell wait 2 min?']);
  expect(acts).toHaveLength(1);
});

test('what is not possible says why, and the leaders can be asked still', async () => {
  shown({ ok: false, refusal: { code: 2215 } });
  await fireEvent.click(screen.getByTestId('over-look'));
  expect((await screen.findByRole('status')).textContent).toContain('ten minutes over the bell');
  expect(screen.queryByTestId('over-say')).toBeNull();
  expect(screen.getByTestId('over-ask')).toBeTruthy();
});

test('a room that takes turns has its own time, which is made longer there', () => {
  expect(shown(RUNS_OVER).desk.runs('clay')).toBe(true);
  expect(shown(RUNS_OVER, [{ room: 'studio' }]).desk.runs('clay')).toBe(false);
});
