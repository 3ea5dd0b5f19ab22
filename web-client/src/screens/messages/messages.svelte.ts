/** What one adult tells others and is told until the bell; nothing of it stays on the device. */
import type { Store } from '../../store/store.svelte';
import type { CommandBody } from '../../wire/frames';
import type { InLanguage, Message, Phrase } from '../../wire/views';

/** The longest the floor takes. */
export const TEXT_MAX = 120;

/** The longest a board says, in each of its languages. */
export const ANNOUNCED_MAX = 60;

/** What is answered with one tap. */
export const ANSWERS: readonly Phrase[] = ['coming', 'soon', 'cannot-now'];

export type Whom = Pick<CommandBody<'message.send'>, 'to' | 'room' | 'person' | 'schedule'>;
export type Said =
  | { readonly text: string }
  | { readonly phrase: Phrase }
  | { readonly texts: readonly InLanguage[] };

export class Messages {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  get #me(): string | undefined {
    return this.#store.helperMe?.person ?? this.#store.person?.id;
  }

  /** Everything that stands and she may see, the newest first. */
  get standing(): readonly Message[] {
    return [...this.#store.table('messages').values()].sort((a, b) => b.atMs - a.atMs);
  }

  /** What she has been told and has not said that she got, the newest first. */
  get unread(): readonly Message[] {
    return this.standing.filter(
      (message) => this.isForMe(message) && !this.isGot(message) && !this.#saying(message.id),
    );
  }

  /** Whether she is one of those it is for, and not merely allowed to look on. */
  isForMe(message: Message): boolean {
    if (this.isMine(message)) return false;
    return this.#store.helperMe !== undefined
      ? message.got !== undefined
      : message.to === 'leaders' || message.person?.id === this.#me;
  }

  isMine({ by }: Message): boolean {
    return by.id === this.#me;
  }

  isGot(message: Message): boolean {
    return message.got ?? message.readers?.got.some(({ id }) => id === this.#me) ?? false;
  }

  /** Whoever wrote it, and any leader, takes it back. */
  mayWithdraw(message: Message): boolean {
    return this.isMine(message) || this.#store.helperMe === undefined;
  }

  got(message: Message): void {
    if (!this.#saying(message.id)) this.#store.act('message.read', { message: message.id });
  }

  /** The floor takes an answer for a "got it". */
  answer(message: Message, phrase: Phrase): void {
    this.#store.act('message.send', { ...this.#backTo(message), phrase, answers: message.id });
  }

  send(whom: Whom, said: Said) {
    return this.#store.act('message.send', { ...whom, ...said }).outcome;
  }

  /** Leaders have been asked to come in this block. */
  get calledLeaders(): boolean {
    return (
      this.#store.pendingAct('message.send', { to: 'leaders' }) !== undefined ||
      this.standing.some((one) => one.to === 'leaders' && one.phrase === 'please-come')
    );
  }

  callLeaders(): void {
    this.#store.act('message.send', { to: 'leaders', phrase: 'please-come' });
  }

  withdraw(message: Message): void {
    if (this.#store.pendingAct('message.withdraw', { message: message.id }) === undefined)
      this.#store.act('message.withdraw', { message: message.id });
  }

  #saying(message: string): boolean {
    return (
      this.#store.pendingAct('message.read', { message }) !== undefined ||
      this.#store.pendingAct('message.send', { answers: message }) !== undefined
    );
  }

  /** Helpers are told by name, leaders together: to a helper a name that is not on duty is theirs. */
  #backTo({ by }: Message): Whom {
    return this.#store.table('helpers').has(by.id)
      ? { to: 'person', person: by.id }
      : { to: 'leaders' };
  }
}
