// The quiet bell five minutes ahead, for whoever wants to be told early. It belongs to one person's
// screen, so that the server knows nothing of it.
import { preferences } from '../../preferences/preferences.svelte';
import { playChosen } from '../../sound';
import type { Store } from '../../store/store.svelte';

const AHEAD_MS = 5 * 60_000;
/** A page that slept over it stays silent. Floor time. */
const LATE_MAX_MS = 60_000;

export class Soon {
  readonly #store: Store;

  constructor(store: Store, isMuted: () => boolean) {
    this.#store = store;
    let told: string | undefined;
    $effect(() => {
      const due = this.#due;
      if (due === undefined || due === told) return;
      told = due;
      if (!isMuted()) void playChosen('soon');
    });
  }

  /** Whole minutes left, in the first of the last five; else nothing. */
  get minutes(): number | undefined {
    return this.#due === undefined ? undefined : AHEAD_MS / 60_000;
  }

  /** The block whose end is five minutes ahead. A short block has no such time. */
  get #due(): string | undefined {
    const { moment, nowMs } = this.#store;
    const { block } = moment;
    if (preferences.now.soon === 'off' || moment.paused || block === undefined) return undefined;
    if (moment.phase !== 'work') return undefined;
    const sinceMs = nowMs - (block.endMs - AHEAD_MS);
    return sinceMs >= 0 && sinceMs < LATE_MAX_MS ? block.id : undefined;
  }
}
