/** A badge just given to this student, to be told once. Those of before she opened are known. */
import type { Store } from '../../store/store.svelte';
import type { Award } from '../../wire/views';
import { nextAward } from './own-time';

export class Awards {
  readonly #store: Store;
  /** Those she knows of; absent until the first view has come. */
  #known = $state.raw<ReadonlySet<string>>();

  /** Made while a screen is set up: it watches as long as the screen lives. */
  constructor(store: Store) {
    this.#store = store;
    $effect(() => {
      if (this.#known !== undefined || !store.started) return;
      this.#known = new Set(store.table('awards').keys());
    });
  }

  /** The first one she has not been told of. */
  get next(): Award | undefined {
    const known = this.#known;
    return known && nextAward(this.#store.table('awards').values(), known);
  }

  /** It has stood long enough. */
  told(id: string): void {
    this.#known = new Set(this.#known).add(id);
  }
}
