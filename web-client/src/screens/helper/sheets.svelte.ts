/** Which sheet stands over a helper's screen: one at a time. */
import type { Call } from '../../wire/views';
import type { Queue } from './queue.svelte';

export type OpenSheet =
  | { readonly at: 'hold' }
  | {
      readonly at: 'hand';
      /** Handing it over is what she does before she leaves. */
      readonly leaves: boolean;
    }
  | { readonly at: 'leave' }
  | { readonly at: 'lower'; readonly call: Call }
  | { readonly at: 'more'; readonly call: string }
  | { readonly at: 'ask' }
  | { readonly at: 'place' }
  | { readonly at: 'messages' }
  | { readonly at: 'keys' };

/** Those about the one she has. */
const OF_MINE: readonly OpenSheet['at'][] = ['hold', 'hand', 'leave'];

export class Sheets {
  readonly #queue: Queue;
  #open = $state.raw<OpenSheet>();

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  /** What is asked of a student she no longer has is asked of nobody. */
  get open(): OpenSheet | undefined {
    const open = this.#open;
    if (open?.at === 'more') return this.#queue.call(open.call) === undefined ? undefined : open;
    const isMoot =
      open !== undefined && OF_MINE.includes(open.at) && this.#queue.mine === undefined;
    return isMoot ? undefined : open;
  }

  show(open: OpenSheet): void {
    this.#open = open;
  }

  /** Closed by hand; one that gave way to another stays as it is. */
  close(at: OpenSheet['at']): void {
    if (this.#open?.at === at) this.#open = undefined;
  }

  hold(): void {
    if (this.#queue.mine?.state === 'helping') this.show({ at: 'hold' });
  }

  hand(): void {
    if (this.#queue.mine !== undefined) this.show({ at: 'hand', leaves: false });
  }

  /** Nobody leaves with a student in hand. */
  duty(): void {
    if (!this.#queue.switchDuty()) this.show({ at: 'leave' });
  }

  /** An act that settles the one she has; her duty ends with it when that is why she did it. */
  settle(act: () => void): void {
    const open = this.#open;
    this.#open = undefined;
    const leaves = open?.at === 'leave' || (open?.at === 'hand' && open.leaves);
    if (leaves) this.#queue.leaveAfter(act);
    else act();
  }
}
