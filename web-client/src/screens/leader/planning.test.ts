import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import { PROPOSED, proposed } from '../../../tests/harness/planning';
import Provided from '../../../tests/harness/Provided.svelte';
import LeaderScreen from './LeaderScreen.svelte';

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(scene: string) {
  floor = cannedFloor('leader', scene);
  render(Provided, { store: floor.store, Screen: LeaderScreen, contained: true });
  floor.store.open();
  await screen.findByTestId('countdown');
  return floor;
}

function sent(kind: string): object | undefined {
  return [...(floor?.store.pending.values() ?? [])].find((one) => one.kind === kind)?.body;
}

function patch(set: object, gone: object): object {
  return {
    t: 'patch',
    from: { epoch: 1, seq: 1, tag: 'a' },
    to: { epoch: 1, seq: 2, tag: 'b' },
    set,
    gone,
  };
}

afterEach(() => floor?.store.close());

test('a closed station is in the list, and its students are placed elsewhere from there', async () => {
  const opened = await open('trouble');
  await fireEvent.click(screen.getByTestId('plan-closed'));
  const sheet = within(screen.getByTestId('plan'));
  expect(sheet.getByRole('heading', { name: 'Seminar Room is closed' })).toBeTruthy();
  await fireEvent.click(sheet.getByRole('radio', { name: 'Two others' }));
  await fireEvent.click(sheet.getByTestId('next-too'));
  await fireEvent.click(sheet.getByTestId('propose'));
  expect(sent('plan.propose')).toEqual({
    cause: { of: 'station', station: 'workshop' },
    others: 2,
    nextToo: true,
  });
  opened.say(patch({ proposals: [proposed(Math.round(opened.store.nowMs))] }, {}));
  expect((await screen.findByTestId('plan-summary')).textContent).toBe(
    '2 students move in 2 blocks. 1 of them only to make room. 1 thing finds no place today.',
  );
});

test('a closed station’s own sheet leads there, too', async () => {
  await open('trouble');
  await fireEvent.click(screen.getByTestId('view-list'));
  await fireEvent.click(within(screen.getByTestId('row-workshop')).getByRole('button'));
  await fireEvent.click(screen.getByTestId('plan-station'));
  expect(screen.queryByTestId('names')).toBeNull();
  expect(screen.getByRole('heading', { name: 'Seminar Room is closed' })).toBeTruthy();
});

test('who moves, from where to where, in which block and why, and what finds no place', async () => {
  await open('planned');
  expect(screen.queryByTestId('plan-closed')).toBeNull();
  await fireEvent.click(screen.getByTestId('plan-waits'));
  const blocks = screen.getAllByTestId('moves');
  expect(blocks.map((one) => within(one).getByRole('heading', { level: 3 }).textContent)).toEqual([
    expect.stringContaining('Block 4') as string,
    expect.stringContaining('Block 5') as string,
  ]);
  const said = within(screen.getByRole('region', { name: 'Who moves in Block 4' }))
    .getAllByTestId('route')
    .map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());
  expect(said).toEqual([
    'Seminar Room →then Commons cannot stay there · 1 Mira Kessler',
    'Commons →then Learning Centre makes room · 1 Noah Brandt',
  ]);
  expect(screen.getByTestId('unmet').textContent).toContain('every station for it is closed');
});

test('what is accepted is said with what was left out, and the sheet stays to be read', async () => {
  const opened = await open('planned');
  await fireEvent.click(screen.getByTestId('plan-waits'));
  await fireEvent.click(screen.getByTestId('plan-accept'));
  expect(sent('plan.accept')).toEqual({ proposal: PROPOSED });
  opened.say(patch({}, { proposals: [PROPOSED] }));
  expect((await screen.findByTestId('plan-accepted')).textContent).toBe(
    '2 students have a new place.',
  );
  expect(screen.getByTestId('plan-left').textContent).toContain('1: no seat left');
  expect(screen.queryByTestId('plan-closed')).toBeNull();
});

test('a refusal says what to do, and it can be asked again in another way', async () => {
  await open('planned');
  await fireEvent.click(screen.getByTestId('plan-waits'));
  await fireEvent.click(screen.getByTestId('plan-reject'));
  expect((await screen.findByTestId('plan-refused')).textContent).toContain('is over');
  await fireEvent.click(within(screen.getByTestId('plan')).getByTestId('others-1'));
  await fireEvent.click(screen.getByTestId('propose'));
  expect(sent('plan.propose')).toMatchObject({ others: 1, nextToo: false });
});

test('a proposal another leader has answered says that it is over', async () => {
  const opened = await open('planned');
  await fireEvent.click(screen.getByTestId('plan-waits'));
  await screen.findByTestId('plan-summary');
  opened.say(patch({}, { proposals: [PROPOSED] }));
  expect((await screen.findByTestId('plan-over')).textContent).toContain('is over');
});

test('an adult is away from the start of a block, or from now', async () => {
  const opened = await open('calm');
  await fireEvent.click(screen.getByTestId('plan-anew'));
  await fireEvent.click(screen.getByTestId('of-adult'));
  const helper = [...opened.store.table('helpers').values()][0];
  await fireEvent.change(screen.getByTestId('wish-adult'), { target: { value: helper?.id } });
  const block = opened.store.blocks.get('main/b4');
  await fireEvent.change(screen.getByTestId('wish-from'), {
    target: { value: String(block?.startMs) },
  });
  await fireEvent.click(screen.getByTestId('propose'));
  expect(sent('plan.propose')).toMatchObject({
    cause: { of: 'adult', adult: helper?.id, fromMs: block?.startMs },
  });
});

test('where nobody has to move, that is said', async () => {
  await open('calm');
  await fireEvent.click(screen.getByTestId('plan-anew'));
  await fireEvent.click(screen.getByTestId('of-day'));
  await fireEvent.click(screen.getByTestId('propose'));
  expect((await screen.findByTestId('plan-nothing')).textContent).toContain('Nobody has to move');
});
