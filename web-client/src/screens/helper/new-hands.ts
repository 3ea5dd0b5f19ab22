/**
 * When a new hand is heard. A line that fills in one go sounds once; whoever does not listen, being
 * on a break, with a student or off the line, is not told afterwards what she missed: she sees it.
 * A hand that goes down makes no sound.
 */
type Hand = { readonly id: string; readonly urgent: boolean };

export type Ear = {
  /** She is on duty and has nobody. */
  readonly free: boolean;
  /** What is shown is how it stands: what comes with a connection is old. */
  readonly live: boolean;
};

/** Hands that go up within this long of one that was heard are covered by its sound. */
export const TOGETHER_MS = 3_000;

export class NewHands {
  readonly #ring: () => void;
  readonly #nowMs: () => number;
  #known = new Set<string>();
  #wasLive = false;
  #rangAtMs = Number.NEGATIVE_INFINITY;

  constructor(ring: () => void, nowMs: () => number) {
    this.#ring = ring;
    this.#nowMs = nowMs;
  }

  /** Whose hands are up now. */
  look(hands: readonly Hand[], { free, live }: Ear): void {
    const fresh = hands.filter((hand) => !this.#known.has(nameOf(hand)));
    for (const hand of fresh) this.#known.add(nameOf(hand));
    const listens = free && live && this.#wasLive;
    this.#wasLive = live;
    if (listens && fresh.length > 0 && (this.#isQuiet() || fresh.some(({ urgent }) => urgent))) {
      this.#rangAtMs = this.#nowMs();
      this.#ring();
    }
  }

  #isQuiet(): boolean {
    return this.#nowMs() - this.#rangAtMs >= TOGETHER_MS;
  }
}

/** A hand that becomes urgent is a new one. */
function nameOf({ id, urgent }: Hand): string {
  return urgent ? `${id}!` : id;
}
