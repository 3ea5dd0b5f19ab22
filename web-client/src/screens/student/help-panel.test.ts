// Each state of a student's hand, and what each tap says to the floor.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { cannedFloor } from '../../../tests/harness/canned-store';
import Provided from '../../../tests/harness/Provided.svelte';
import StudentScreen from './StudentScreen.svelte';

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(scene: string): Promise<void> {
  floor = cannedFloor('student', scene);
  render(Provided, { store: floor.store, Screen: StudentScreen, contained: true });
  floor.store.open();
  await screen.findByTestId('help-state');
}

function sent(): unknown[] {
  return [...(floor?.store.pending.values() ?? [])].map(({ kind, body }) => ({
    act: kind,
    ...body,
  }));
}

afterEach(() => {
  floor?.store.close();
  localStorage.clear();
  sessionStorage.clear();
});

test('she knows about how long it takes, and why her place grew', async () => {
  await open('estimate');
  expect(screen.getAllByTestId('help-fact').map(({ textContent }) => textContent)).toEqual([
    'About 3 to 6 min.',
    'Somebody came back who has waited longer than you.',
  ]);
});

test('she knows at once that no adult is here, and what waits for another lesson', async () => {
  await open('no-helper');
  expect(screen.getByTestId('help-fact').textContent).toContain('No adult is here yet');
  expect(screen.getByTestId('help-parked').textContent).toContain('It comes back by itself');
});

test('a hand held up for her is no lamp: she takes it down, or asks herself', async () => {
  await open('inferred');
  expect(screen.queryByTestId('lamp')).toBeNull();
  expect(screen.getByTestId('help-inferred').textContent).toContain('when there is time');
  await fireEvent.click(screen.getByTestId('help-button'));
  expect(sent()).toEqual([{ act: 'help.ask', kind: 'work' }]);
  expect(screen.queryByTestId('help-inferred')).toBeNull();
});

test('got it takes a hand down that was held up for her', async () => {
  await open('inferred');
  await fireEvent.click(screen.getByTestId('help-got-it'));
  expect(sent()).toEqual([{ act: 'help.cancel', help: 'h1' }]);
  expect(screen.queryByTestId('help-inferred')).toBeNull();
});

test('still trying keeps her place, and she can say that she is stuck now', async () => {
  await open('trying');
  const button = screen.getByTestId('help-trying');
  expect(button.getAttribute('aria-pressed')).toBe('true');
  await fireEvent.click(button);
  expect(sent()).toEqual([{ act: 'help.trying', help: 'h1', on: false }]);
});

test('on hold she tries for a while before she can say that she is stuck', async () => {
  await open('on-hold');
  expect((screen.getByTestId('help-stuck') as HTMLButtonElement).disabled).toBe(true);
  await fireEvent.click(screen.getByTestId('help-lower'));
  expect(sent()).toEqual([{ act: 'help.done', help: 'h1' }]);
});

test('after that she is asked how it goes', async () => {
  await open('hold-over');
  expect(screen.getByTestId('help-state').textContent).toContain('How is it going?');
  await fireEvent.click(screen.getByTestId('help-stuck'));
  expect(sent()).toEqual([{ act: 'help.stuck', help: 'h1' }]);
});

test('whoever is left alone by her helper says that she is still stuck', async () => {
  await open('left-alone');
  expect(screen.getByTestId('help-fact').textContent).toContain('Nobody has heard of your helper');
  await fireEvent.click(screen.getByTestId('help-stuck'));
  expect(sent()).toEqual([{ act: 'help.stuck', help: 'h1' }]);
});

test('whoever was not found says that she is here', async () => {
  await open('unreachable');
  expect(screen.getByTestId('lamp').dataset['lamp']).toBe('unreachable');
  await fireEvent.click(screen.getByTestId('help-here'));
  expect(sent()).toEqual([{ act: 'help.here', help: 'h1' }]);
});

test('an adult on the way is told that she is fine', async () => {
  await open('claimed');
  expect(screen.getByTestId('help-lower').textContent).toContain('I am fine now');
  await fireEvent.click(screen.getByTestId('help-lower'));
  expect(sent()).toEqual([{ act: 'help.done', help: 'h1' }]);
});

test('in a group she may rather be helped alone', async () => {
  await open('together');
  expect(screen.getByText('Go to: the round table by the door')).toBeTruthy();
  expect(screen.getByText('Ms. Ortiz is on the way.')).toBeTruthy();
  await fireEvent.click(screen.getByTestId('help-decline'));
  expect(sent()).toEqual([{ act: 'help.decline', help: 'h1' }]);
});

test('what is done and does not work is one tap away', async () => {
  await open('resolved');
  await fireEvent.click(screen.getByTestId('help-reopen'));
  expect(sent()).toEqual([{ act: 'help.reopen', help: 'h1' }]);
});

test('what nobody came for is asked again', async () => {
  await open('expired');
  await fireEvent.click(screen.getByTestId('help-again'));
  expect(sent()).toEqual([{ act: 'help.ask', kind: 'work' }]);
});

test('whoever is closed by an adult reads why', async () => {
  await open('dismissed');
  const over = screen.getByTestId('help-over');
  expect(over.textContent).toContain('Your question has its answer. You can ask again.');
});

test('whoever was not found reads that her adult came', async () => {
  await open('no-show');
  expect(screen.getByTestId('help-over').textContent).toContain('came and did not see you');
  await fireEvent.click(screen.getByTestId('help-again'));
  expect(sent()).toEqual([{ act: 'help.ask', kind: 'work' }]);
});

test('what is parked is named, is no hand, and is taken down by one tap (B14)', async () => {
  await open('parked');
  expect(screen.queryByTestId('lamp')).toBeNull();
  expect(screen.getByTestId('help-button')).toBeTruthy();
  const button = screen.getByTestId('help-unpark');
  expect(button.textContent).toContain('the second map');
  await fireEvent.click(button);
  expect(sent()).toEqual([{ act: 'help.cancel', help: 'p0' }]);
  expect(screen.queryByTestId('help-parked')).toBeNull();
});

test('what was parked waits again when that is taken back (B14)', async () => {
  await open('parked');
  await fireEvent.click(screen.getByTestId('help-unpark'));
  await fireEvent.click(screen.getByTestId('undo'));
  expect(sent()).toContainEqual({ act: 'help.undo', help: 'p0' });
  expect(screen.queryByTestId('undo-bar')).toBeNull();
});

test('whoever asks anew has what was parked beside her hand, to be taken down (B14)', async () => {
  await open('no-helper');
  expect(screen.getByTestId('lamp')).toBeTruthy();
  await fireEvent.click(screen.getByTestId('help-unpark'));
  expect(sent()).toEqual([{ act: 'help.cancel', help: 'p0' }]);
});

test('an adult now is one tap, and the hand stays up', async () => {
  await open('waiting');
  await fireEvent.click(screen.getByTestId('help-urgent'));
  expect(sent()).toEqual([{ act: 'help.ask', kind: 'urgent' }]);
});

/** She is asked what she tried once the floor has said so in its answer. */
async function openHelped(): Promise<void> {
  await open('helped');
  await fireEvent.click(screen.getByTestId('help-button'));
  await screen.findByTestId('help-tried');
}

test('whoever was helped lately may say what she tried, in a few words', async () => {
  await openHelped();
  await fireEvent.click(screen.getByTestId('help-tell-tried'));
  const line = await screen.findByTestId('tell-text');
  expect(line.getAttribute('maxlength')).toBe('80');
  await fireEvent.input(line, { target: { value: 'I drew it' } });
  await fireEvent.click(screen.getByTestId('tell-send'));
  expect(sent()).toEqual([{ act: 'help.tell', help: 'h1', kind: 'work', text: 'I drew it' }]);
});

test('while her hand is up she says what it is about, and it stays where it is', async () => {
  await open('waiting');
  await fireEvent.click(screen.getByTestId('help-tell'));
  await fireEvent.input(await screen.findByTestId('tell-text'), { target: { value: 'page 4' } });
  await fireEvent.click(screen.getByTestId('tell-send'));
  expect(sent()).toEqual([{ act: 'help.tell', help: 'h1', kind: 'work', text: 'page 4' }]);
});

test('a talk is with her mentor where she wishes so', async () => {
  await open('mentor');
  await fireEvent.click(screen.getByTestId('help-tell'));
  const wish = await screen.findByTestId<HTMLInputElement>('tell-mentor');
  expect(wish.checked).toBe(false);
  expect(wish.closest('label')?.textContent).toContain('With Rosa Lindqvist, my mentor');
  await fireEvent.click(screen.getByRole('radio', { name: 'My work' }));
  expect(screen.queryByTestId('tell-mentor')).toBeNull();
  await fireEvent.click(screen.getByRole('radio', { name: 'I want to talk' }));
  await fireEvent.click(screen.getByTestId('tell-mentor'));
  await fireEvent.click(screen.getByTestId('tell-send'));
  expect(sent()).toEqual([{ act: 'help.tell', help: 'h1', kind: 'person', to: 'rosa' }]);
});

test('her hand says who is asked first, and the wish is hers to take back', async () => {
  await open('to-mentor');
  expect(screen.getByTestId('help-fact').textContent).toBe('Rosa Lindqvist is asked first.');
  await fireEvent.click(screen.getByTestId('help-tell'));
  const wish = await screen.findByTestId<HTMLInputElement>('tell-mentor');
  expect(wish.checked).toBe(true);
  await fireEvent.click(wish);
  await fireEvent.click(screen.getByTestId('tell-send'));
  expect(sent()).toEqual([{ act: 'help.tell', help: 'h1', kind: 'person' }]);
});

test('whoever would rather not say what she tried keeps her hand and is asked no more', async () => {
  await openHelped();
  await fireEvent.click(screen.getByTestId('help-skip-tried'));
  expect(screen.queryByTestId('help-tried')).toBeNull();
  expect(screen.getByTestId('help-tell')).toBeTruthy();
  expect(sent()).toEqual([]);
});
