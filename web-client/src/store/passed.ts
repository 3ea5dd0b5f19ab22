/**
 * Keeps a correction of the clock from taking a screen back across a boundary it has passed: a
 * student told to go must not be told for half a second to stay. A correction of more than a few
 * seconds is no correction but the truth, and is shown as it is.
 */

/** Real time. No exchange is so slow, so a larger step means the clock was not known at all. */
const HELD_MAX_MS = 5_000;

export class Passed {
  #lastMs = -Infinity;

  /** The instant to show at floor time `nowMs`; `boundaries` in any order. */
  show(nowMs: number, speed: number, boundaries: Iterable<{ readonly atMs: number }>): number {
    const backMs = this.#lastMs - nowMs;
    if (backMs <= 0 || backMs > HELD_MAX_MS * Math.max(1, speed)) {
      this.#lastMs = nowMs;
      return nowMs;
    }
    let shownMs = nowMs;
    for (const { atMs } of boundaries) if (atMs <= this.#lastMs) shownMs = Math.max(shownMs, atMs);
    return shownMs;
  }

  /** The floor's clock was turned: what was passed may come again. */
  forget(): void {
    this.#lastMs = -Infinity;
  }
}
