import type { Store } from '../../store/store.svelte';
import type { Stop } from '../../wire/views';

/** "I'm here": what a student says of herself, and what her device knows before the floor says it. */
export class Here {
  readonly #store: Store;
  /** Where she said it and the floor agreed, as it was then: the row that says so comes after. */
  #agreed = $state.raw<Stop>();

  readonly #report = $derived.by(() => this.#store.pendingAct('arrival.report'));
  readonly #block = $derived.by(() => {
    const { block } = this.#store.moment;
    if (block === undefined) return undefined;
    const agreed = this.#agreed !== undefined && this.#agreed === this.#stop;
    return agreed || this.#isKeptSince(block.startMs) ? block.id : undefined;
  });

  constructor(store: Store) {
    this.#store = store;
  }

  /** Said, not yet answered. */
  get reporting(): boolean {
    return this.#report !== undefined;
  }

  /**
   * The block she is known to be here for before its row says so: agreed to by the floor, or said
   * without a network and known to this device alone. No card asks again.
   */
  get block(): string | undefined {
    return this.#block;
  }

  async say(): Promise<void> {
    if (this.reporting) return;
    const stop = this.#stop;
    const { ok } = await this.#store.act('arrival.report', { evidence: 'self' }).outcome;
    if (ok) this.#agreed = stop;
  }

  get #stop(): Stop | undefined {
    const block = this.#store.moment.block?.id;
    return this.#store.plan.find((one) => one.block.id === block)?.stop;
  }

  #isKeptSince(startMs: number): boolean {
    const report = this.#report;
    if (report === undefined || report.actedAtMs < startMs) return false;
    return report.waited || this.#store.freshness.kind === 'offline';
  }
}
