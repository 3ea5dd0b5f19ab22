// What adults tell one another, as helpers and leaders see it.
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { cannedFloor } from '../../tests/harness/canned-store';
import Provided from '../../tests/harness/Provided.svelte';
import { screens } from '../screens-by-name';

let floor: ReturnType<typeof cannedFloor> | undefined;

async function open(who: 'helper' | 'leader', scene = 'told'): Promise<void> {
  // The chip of the connection asks; this page of tests is no page of a browser.
  vi.stubGlobal('isSecureContext', true);
  floor = cannedFloor(who, scene);
  render(Provided, { store: floor.store, Screen: await screens[who]() });
  floor.store.open();
  await screen.findByTestId('open-messages');
}

function sent(): unknown[] {
  return [...(floor?.store.pending.values() ?? [])]
    .filter(({ kind }) => kind.startsWith('message.'))
    .map(({ kind, body }) => ({ act: kind, ...body }));
}

beforeAll(() => Promise.all([screens.helper(), screens.leader()]), 60_000);

afterEach(() => {
  vi.unstubAllGlobals();
  floor?.store.close();
  localStorage.clear();
  sessionStorage.clear();
});

describe('a helper', () => {
  test('sees the newest of what she was told, and hears it politely', async () => {
    await open('helper');
    const strip = await screen.findByTestId('message-strip');
    expect(strip.getAttribute('aria-label')).toBe('2 new messages');
    expect(strip.textContent).toContain('Rosa Lindqvist');
    expect(strip.textContent).toContain('tablets are at the loom');
    expect(screen.getByTestId('message-spoken').getAttribute('role')).toBe('status');
    expect(screen.getByTestId('message-spoken').textContent).toContain('Rosa Lindqvist: Two of');
  });

  test('has got it with one tap, and sees the next one', async () => {
    await open('helper');
    await fireEvent.click(await screen.findByTestId('message-got'));
    expect(sent()).toEqual([{ act: 'message.read', message: 'm4' }]);
    expect(screen.getByTestId('message-text').textContent).toContain('Two visitors');
    await fireEvent.click(screen.getByTestId('message-got'));
    expect(screen.queryByTestId('message-strip')).toBeNull();
  });

  test('answers a helper by name and a leader as leaders', async () => {
    await open('helper');
    const answer = () => screen.getAllByTestId('message-answer')[0] as HTMLElement;
    await screen.findByTestId('message-strip');
    await fireEvent.click(answer());
    await fireEvent.click(answer());
    expect(sent()).toEqual([
      { act: 'message.send', to: 'person', person: 'rosa', phrase: 'coming', answers: 'm4' },
      { act: 'message.send', to: 'leaders', phrase: 'coming', answers: 'm3' },
    ]);
  });

  test('sends a phrase with three taps and her own words to whom she picks', async () => {
    await open('helper');
    await fireEvent.click(screen.getByTestId('open-messages'));
    const sheet = within(screen.getByTestId('message-sheet'));
    await fireEvent.click(sheet.getAllByTestId('message-phrase')[0] as HTMLElement);
    await fireEvent.change(sheet.getByTestId('message-to'), { target: { value: 'leaders' } });
    await fireEvent.input(sheet.getByTestId('message-write'), { target: { value: ' Come by ' } });
    await fireEvent.click(sheet.getByTestId('message-send'));
    expect(sent()).toEqual([
      expect.objectContaining({ to: 'room', phrase: 'please-come' }),
      { act: 'message.send', to: 'leaders', text: 'Come by' },
    ]);
    expect(sheet.getByTestId('message-write').getAttribute('maxlength')).toBe('120');
    expect(sheet.queryByText('Everybody on duty')).toBeNull();
  });

  test('sees who got what she wrote, and takes it back', async () => {
    await open('helper');
    await fireEvent.click(screen.getByTestId('open-messages'));
    const own = (await screen.findAllByTestId('message')).find((row) =>
      row.textContent.includes('to Rosa Lindqvist'),
    ) as HTMLElement;
    expect(within(own).getByTestId('message-readers').textContent).toContain('got by 1 of 1');
    expect(screen.getAllByTestId('message-withdraw')).toHaveLength(1);
    await fireEvent.click(within(own).getByTestId('message-withdraw'));
    expect(sent()).toEqual([{ act: 'message.withdraw', message: 'm2' }]);
  });
});

describe('a leader', () => {
  test('is told what is for leaders, and not what she wrote', async () => {
    await open('leader');
    const strip = await screen.findByTestId('message-strip');
    expect(strip.getAttribute('aria-label')).toBe('1 new message');
    await fireEvent.click(screen.getByTestId('message-got'));
    expect(sent()).toEqual([{ act: 'message.read', message: 'm2' }]);
  });

  test('tells everybody, sees who got it and takes back what anybody wrote', async () => {
    await open('leader');
    await fireEvent.click(screen.getByTestId('open-messages'));
    expect(screen.getByTestId<HTMLSelectElement>('message-to').value).toBe('all');
    const readers = screen.getAllByTestId('message-readers').map(({ textContent }) => textContent);
    expect(readers[1]).toContain('got by 2 of 6');
    expect(readers[1]).toContain('Abel Ortiz, Rosa Lindqvist');
    expect(screen.getAllByTestId('message-withdraw')).toHaveLength(2);
  });

  test('announces on boards, in two languages if she likes', async () => {
    await open('leader');
    await fireEvent.click(screen.getByTestId('open-messages'));
    await fireEvent.change(screen.getByTestId('message-to'), { target: { value: 'boards' } });
    expect(screen.queryByTestId('message-phrase')).toBeNull();
    const send = screen.getByTestId<HTMLButtonElement>('announce-send');
    const text = screen.getByTestId('announce-text');
    expect(text.getAttribute('maxlength')).toBe('60');
    expect(send.disabled).toBe(true);
    await fireEvent.input(text, { target: { value: ' Lunch is in the gym ' } });
    await fireEvent.change(screen.getByTestId('announce-other'), { target: { value: 'es' } });
    expect(send.disabled).toBe(true);
    const other = screen.getByTestId('announce-other-text');
    expect(other.lang).toBe('es');
    await fireEvent.input(other, { target: { value: 'Se come en el gimnasio' } });
    await fireEvent.click(send);
    expect(sent()).toEqual([
      {
        ...{ act: 'message.send', to: 'boards' },
        texts: [
          { lang: 'en', text: 'Lunch is in the gym' },
          { lang: 'es', text: 'Se come en el gimnasio' },
        ],
      },
    ]);
  });

  test('sees what stands on boards in each language, and asks nobody to have got it', async () => {
    await open('leader', 'announced');
    await fireEvent.click(screen.getByTestId('open-messages'));
    const row = screen.getByTestId('message');
    expect(row.textContent).toContain('on the boards');
    expect(within(row).getByText('Se come en el gimnasio').lang).toBe('es');
    expect(within(row).queryByTestId('message-readers')).toBeNull();
    expect(within(row).queryByTestId('message-got-here')).toBeNull();
    expect(screen.queryByTestId('message-strip')).toBeNull();
    await fireEvent.click(within(row).getByTestId('message-withdraw'));
    expect(sent()).toEqual([{ act: 'message.withdraw', message: 'm1' }]);
  });
});
