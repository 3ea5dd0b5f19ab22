/**
 * Single keys of a helper. They act only on the buttons of the line, never while somebody writes,
 * and not at all where they are switched off in her settings.
 */
import { preferences } from '../../preferences/preferences.svelte';
import type { Queue } from './queue.svelte';
import type { Sheets } from './sheets.svelte';

export const KEYS = ['j', 'k', 'n', 'c', 'a', 'd', 'x', 'p', 'h', 'r', 'u', 'm', '/', '?'] as const;

export type Key = (typeof KEYS)[number];

const MOVES = ['j', 'k', 'ArrowDown', 'ArrowUp'];
const TEXT_FIELDS = 'input, textarea, select, [contenteditable]';

/** Whether a letter is a letter here, and not an act. */
export function isForText({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}

export function keysAreOff(): boolean {
  return preferences.now.keys === 'off';
}

export type KeyScene = {
  readonly queue: Queue;
  readonly sheets: Sheets;
  /** The line with its buttons, among which j and k go. */
  readonly line: () => HTMLElement | undefined;
  /** On the floor and with nobody. */
  readonly free: () => boolean;
  readonly find: () => void;
};

/** What is seldom done to a card is not gone through, unless it is all there is to do. */
function isFirst(button: HTMLButtonElement): boolean {
  return !('more' in button.dataset) || firstOf(button) === button;
}

function firstOf(here: EventTarget | null): EventTarget | null {
  const card = here instanceof HTMLElement && 'more' in here.dataset ? here.closest('li') : null;
  return card?.querySelector('button:not([data-more])') ?? here;
}

/** `true` when the key did something. */
function act(key: string, here: EventTarget | null, scene: KeyScene): boolean {
  const { queue, sheets } = scene;
  const buttons = [...(scene.line()?.querySelectorAll('button') ?? [])].filter(isFirst);
  const index = buttons.findIndex((button) => button === firstOf(here));
  switch (key) {
    case 'j':
    case 'ArrowDown':
      buttons[index + 1]?.focus();
      return true;
    case 'k':
    case 'ArrowUp':
      buttons[index - 1]?.focus();
      return true;
    case 'c':
      buttons[index]?.click();
      return true;
    case 'd':
      if (queue.mine?.state === 'helping') {
        if (queue.members.length > 1) queue.doneForAll();
        else queue.done();
      }
      return true;
    case 'a':
      if (queue.mine?.state === 'claimed') queue.arrived();
      return true;
    case 'x':
      queue.notHere();
      return true;
    case 'p':
      sheets.hold();
      return true;
    case 'h':
      sheets.hand();
      return true;
    case 'r':
      queue.release();
      return true;
    case 'n':
      if (scene.free() && queue.waiting > 0) queue.next();
      return true;
    case 'u':
      queue.undo();
      return true;
    case 'm':
      sheets.show({ at: 'messages' });
      return true;
    case '/':
      scene.find();
      return true;
    case '?':
      sheets.show({ at: 'keys' });
      return true;
    default:
      return false;
  }
}

/** The handler for the buttons of the line. */
export function keysOf(scene: KeyScene): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A key that is held goes on along the line, and does nothing twice.
    if (event.repeat && !MOVES.includes(event.key)) return;
    if (keysAreOff() && !event.key.startsWith('Arrow')) return;
    if (isForText(event)) return;
    if (act(event.key, event.currentTarget, scene)) event.preventDefault();
  };
}
