// The building's bell, set by ear: a tap says when it was heard, the server says what would change,
// and a second press lets the screens ring with it. It can be set back.
import type { Store } from '../../store/store.svelte';

/** By how much bells ring later than planned (earlier, where it is below zero). */
export type Lag = { readonly fromMs: number; readonly toMs: number };
type Heard = { readonly heardAtMs: number; readonly lag: Lag };

export type TapStep =
  | { readonly at: 'idle' }
  | { readonly at: 'asking' }
  | ({ readonly at: 'preview' } & Heard)
  | ({ readonly at: 'sending' } & Heard)
  | ({ readonly at: 'done' } & Heard)
  | { readonly at: 'undone'; readonly lag: Lag }
  | { readonly at: 'refused'; readonly code: number };

export class BellTap {
  readonly #store: Store;
  #step = $state.raw<TapStep>({ at: 'idle' });

  constructor(store: Store) {
    this.#store = store;
  }

  get step(): TapStep {
    return this.#step;
  }

  /** The bell begins now. */
  async tap(): Promise<void> {
    const heardAtMs = Math.round(this.#store.clock.floorNow());
    this.#step = { at: 'asking' };
    const answer = await this.#align(heardAtMs, true);
    this.#step = answer.ok
      ? { at: 'preview', heardAtMs, lag: answer.result }
      : { at: 'refused', code: answer.refusal.code };
  }

  async confirm(): Promise<void> {
    if (this.#step.at !== 'preview') return;
    const { heardAtMs } = this.#step;
    this.#step = { ...this.#step, at: 'sending' };
    const answer = await this.#align(heardAtMs, false);
    this.#step = answer.ok
      ? { at: 'done', heardAtMs, lag: answer.result }
      : { at: 'refused', code: answer.refusal.code };
  }

  /** Whether it can be set back now: a bell is never heard in the future. */
  get undoable(): boolean {
    return this.#step.at === 'done' && before(this.#step) <= this.#store.nowMs;
  }

  async undo(): Promise<void> {
    if (this.#step.at !== 'done') return;
    const answer = await this.#align(before(this.#step), false);
    this.#step = answer.ok
      ? { at: 'undone', lag: answer.result }
      : { at: 'refused', code: answer.refusal.code };
  }

  #align(heardAtMs: number, dryRun: boolean) {
    return this.#store.act('bell.align', { heardAtMs }, { dryRun }).outcome;
  }
}

/** When the same bell would have been heard, had it rung as it did before. */
function before({ heardAtMs, lag }: Heard): number {
  return heardAtMs - (lag.toMs - lag.fromMs);
}
