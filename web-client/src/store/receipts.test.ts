import { describe, expect, test } from 'vitest';
import type { Receipt, Receipts } from '../wire/frames';
import type { OwnHelp } from '../wire/views';
import { PromptBook } from './prompt-book';
import { afterReceipts, promptOf } from './receipts';

const whole: Receipts = {
  ...{ t: 'receipts', to: 4, gone: [] },
  reached: [{ id: 'h1', stage: 'delivered', unshown: false }],
};

describe('what a helper knows of prompts', () => {
  test('follows the numbered frames', () => {
    const first = afterReceipts(undefined, whole);
    const late = { id: 'h2', unshown: true };
    const next: Receipts = { t: 'receipts', from: 4, to: 5, reached: [late], gone: ['h1'] };
    expect(afterReceipts(first, next)).toEqual({ number: 5, reached: new Map([['h2', late]]) });
  });

  test('is nothing when a frame was missed', () => {
    const next: Receipts = { t: 'receipts', from: 5, to: 6, reached: [], gone: [] };
    expect(afterReceipts(afterReceipts(undefined, whole), next)).toBeUndefined();
    expect(afterReceipts(undefined, next)).toBeUndefined();
  });
});

test('a call prompts while somebody comes, nobody found her, or she tries by herself', () => {
  const own = (state: OwnHelp['state']): OwnHelp => ({
    ...{ id: 'h1', kind: 'work', askedAtMs: 0, version: 3 },
    state,
  });
  expect(promptOf(own('claimed'))).toBe('h1@3');
  expect(promptOf(own('on-hold'))).toBe('h1@3');
  expect(promptOf(own('unreachable'))).toBe('h1@3');
  expect(promptOf(own('waiting'))).toBeUndefined();
  expect(promptOf(own('helping'))).toBeUndefined();
  expect(promptOf(undefined)).toBeUndefined();
});

/** A device that says what it shows. */
function device(visible: boolean) {
  const page = { visible };
  const heard: string[] = [];
  const say = ({ id, stage }: Omit<Receipt, 't'>) => void heard.push(`${id} ${stage}`);
  return { page, heard, book: new PromptBook(say, () => page.visible) };
}

describe('what a student’s device says of prompts', () => {
  test('in a background tab it has come and is not shown, until she looks (B42)', () => {
    const { page, heard, book } = device(false);
    book.show('h1@3');
    expect(heard).toEqual(['h1@3 delivered']);
    page.visible = true;
    book.look();
    expect(heard).toEqual(['h1@3 delivered', 'h1@3 shown']);
  });

  test('a screen locked and unlocked again and again says each stage once (B41)', () => {
    const { page, heard, book } = device(true);
    for (let i = 0; i < 5; i++) {
      page.visible = i % 2 === 0;
      book.show('h1@3');
      book.look();
    }
    book.acknowledge('h1');
    book.acknowledge('h1');
    expect(heard).toEqual(['h1@3 delivered', 'h1@3 shown', 'h1@3 acknowledged']);
  });

  test('what she does about another call is no answer to this one', () => {
    const { heard, book } = device(true);
    book.show('h10@3');
    book.acknowledge('h1');
    expect(heard).toEqual(['h10@3 delivered', 'h10@3 shown']);
    book.acknowledge('h10');
    expect(heard.at(-1)).toBe('h10@3 acknowledged');
  });

  test('a prompt that is over is dropped, and the next one begins anew', () => {
    const { heard, book } = device(true);
    book.show('h1@3');
    book.show(undefined);
    book.acknowledge('h1');
    book.show('h1@5');
    expect(heard).toEqual(['h1@3 delivered', 'h1@3 shown', 'h1@5 delivered', 'h1@5 shown']);
  });

  test('on another connection only the latest prompt is told of', () => {
    const { heard, book } = device(true);
    book.show('h1@3');
    heard.length = 0;
    book.again();
    book.show('h1@7');
    expect(heard).toEqual(['h1@7 delivered', 'h1@7 shown']);
  });
});
