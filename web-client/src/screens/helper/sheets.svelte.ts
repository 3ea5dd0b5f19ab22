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

function isOfLeaving(open: OpenSheet): boolean {
  return open.at === 'leave' || (open.at === 'hand' && open.leaves);
}

export class Sheets {
  readonly #queue: Queue;
  #open = $state.raw<OpenSheet>();
  /** Of whom she was asked at the end of her hours. */
  #asked = $state.raw<string>();

  constructor(queue: Queue) {
    this.#queue = queue;
  }

  /** What is asked of a student she no longer has is asked of nobody. */
  get open(): OpenSheet | undefined {
    const open = this.#open ?? this.#owed;
    if (open?.at === 'more') return this.#queue.call(open.call) === undefined ? undefined : open;
    const isMoot =
      open !== undefined && OF_MINE.includes(open.at) && this.#queue.mine === undefined;
    return isMoot ? undefined : open;
  }

  /** At the end of her hours she is asked once what becomes of the one she has. */
  get #owed(): OpenSheet | undefined {
    const { hoursOver, mine } = this.#queue;
    return hoursOver && mine !== undefined && mine.id !== this.#asked ? { at: 'leave' } : undefined;
  }

  show(open: OpenSheet): void {
    this.#open = open;
  }

  /** Closed by hand; one that gave way to another stays as it is. */
  close(at: OpenSheet['at']): void {
    const open = this.open;
    if (open?.at !== at) return;
    this.#open = undefined;
    if (isOfLeaving(open)) this.#asked = this.#queue.mine?.id;
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
    const open = this.open;
    if (open !== undefined) this.close(open.at);
    if (open !== undefined && isOfLeaving(open)) this.#queue.leaveAfter(act);
    else act();
  }

  /** Her hours are over, and she stays on. */
  stay(): void {
    this.close('leave');
    this.#queue.stayOn();
  }
}
