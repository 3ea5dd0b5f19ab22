// A bell rung by hand belongs to no phase that would show it, so it stands on the screen by itself.
import type { Store } from '../store/store.svelte';

/** Long enough to be found by whoever looked up at the sound. */
export const STANDS_MS = 20_000;
/** A bell that comes later than this, after a drop of the network, is over. */
const LATE_MAX_MS = 90_000;

export class HandBell {
  #rings = $state(false);

  /** Made while a screen is set up: it watches as long as the screen lives. */
  constructor(store: Store) {
    $effect(() => {
      const rung = store.rung;
      const rings = rung?.kind === 'manual' && rung.skewMs <= LATE_MAX_MS;
      this.#rings = rings;
      if (!rings) return;
      const over = setTimeout(() => (this.#rings = false), STANDS_MS);
      return () => clearTimeout(over);
    });
  }

  /** It was rung just now. */
  get rings(): boolean {
    return this.#rings;
  }
}
