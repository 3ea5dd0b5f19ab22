/**
 * When to ask for the time: a burst at connect, then a few now and then, never just around a bell.
 */

const BURST = 16;
const BURST_GAP_MS = { least: 60, most: 100 };
const STEADY = 4;
const STEADY_EVERY_MS = 30_000;
const STEADY_JITTER = 0.3;
/**
 * At a bell everybody's radio is busy: an exchange taken then is a bad one. A device that does not
 * know the time asks all the same.
 */
const QUIET_AROUND_BELL_MS = 3_000;

export type ProbesOptions = {
  /** Sends one `clock` frame. */
  readonly ask: () => void;
  /** Real milliseconds to the nearest bell, past or to come; infinite when there is none. */
  readonly nearestBellMs: () => number;
  /** Whether some exchange is back: the clock is in step, if only roughly. */
  readonly isSynced: () => boolean;
  readonly random?: () => number;
};

export class Probes {
  readonly #options: ProbesOptions;
  readonly #random: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = 0;

  constructor(options: ProbesOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
  }

  /** Starts over with a burst: at connect, and when the device slept. */
  start(): void {
    this.stop();
    this.#round(BURST);
  }

  /** Asks a few times now: the page was hidden, and its clock may be older than it knows. */
  again(): void {
    this.stop();
    this.#round(Math.max(STEADY, this.#left));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #round(left: number): void {
    const { least, most } = BURST_GAP_MS;
    this.#left = left;
    if (left === 0) {
      const jitter = 1 + STEADY_JITTER * (2 * this.#random() - 1);
      this.#timer = setTimeout(() => this.#round(STEADY), STEADY_EVERY_MS * jitter);
    } else if (this.#isQuiet()) {
      this.#timer = setTimeout(() => this.#round(left), QUIET_AROUND_BELL_MS);
    } else {
      this.#options.ask();
      const gap = least + this.#random() * (most - least);
      this.#timer = setTimeout(() => this.#round(left - 1), gap);
    }
  }

  #isQuiet(): boolean {
    const { isSynced, nearestBellMs } = this.#options;
    return isSynced() && Math.abs(nearestBellMs()) < QUIET_AROUND_BELL_MS;
  }
}
