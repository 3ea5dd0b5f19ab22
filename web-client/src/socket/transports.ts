/**
 * Which way a page connects. It begins with the best; one that brings nothing twice in a row is left
 * for the next, and a better one is tried again later. Remembered as long as the tab lives: another
 * day the same device may be in another network.
 */
import type { Transport } from './line';
import { TRANSPORTS } from './line';

const KEY = 'carillon.transport';
/** Once may be a server that just went down. */
const FAILURES_MAX = 2;
const BETTER_AGAIN_MS = { first: 5 * 60_000, most: 60 * 60_000 };

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class Transports {
  readonly #shelf: Shelf | undefined;
  readonly #nowMs: () => number;
  #level: number;
  #failures = 0;
  #trying: number | undefined;
  #againAfterMs = BETTER_AGAIN_MS.first;
  #againAtMs: number;

  constructor(shelf?: Shelf, nowMs: () => number = () => performance.now()) {
    this.#shelf = shelf;
    this.#nowMs = nowMs;
    this.#level = Math.max(
      0,
      TRANSPORTS.findIndex((one) => one === shelf?.getItem(KEY)),
    );
    this.#againAtMs = nowMs() + this.#againAfterMs;
  }

  /** The way to take now. */
  choose(): Transport {
    if (this.#trying === undefined && this.betterInMs() <= 0) this.#trying = 0;
    return this.#named(this.#trying ?? this.#level);
  }

  /** How long until a better way is worth a try; infinite when this is the best. */
  betterInMs(): number {
    return this.#level === 0 ? Infinity : this.#againAtMs - this.#nowMs();
  }

  /** The way chosen last brought something. */
  worked(): void {
    this.#failures = 0;
    if (this.#trying === undefined) return;
    this.#settle(this.#trying);
    this.#againAfterMs = BETTER_AGAIN_MS.first;
  }

  /** The way chosen last could not be opened, or was opened and brought nothing. */
  failed(): void {
    if (this.#trying !== undefined) {
      this.#trying = undefined;
      this.#againAfterMs = Math.min(this.#againAfterMs * 2, BETTER_AGAIN_MS.most);
      this.#againAtMs = this.#nowMs() + this.#againAfterMs;
      return;
    }
    this.#failures += 1;
    if (this.#failures < FAILURES_MAX) return;
    this.#failures = 0;
    // Where none brings anything nothing is learned of them: around again.
    this.#settle((this.#level + 1) % TRANSPORTS.length);
    this.#againAtMs = this.#nowMs() + this.#againAfterMs;
  }

  #settle(level: number): void {
    this.#level = level;
    this.#trying = undefined;
    if (level === 0) this.#shelf?.removeItem(KEY);
    else this.#shelf?.setItem(KEY, this.#named(level));
  }

  #named(level: number): Transport {
    return TRANSPORTS[level] ?? 'websocket';
  }
}
