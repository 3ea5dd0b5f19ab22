// A board hangs out of reach, so it mends itself: when nothing has come for a while it connects
// anew, then takes everything anew, then loads the page anew. Not while people read it: around a
// bell the last plan stands, however old it is.

export const RECONNECT_MS = 30_000;
export const RENEW_MS = 2 * 60_000;
export const RELOAD_MS = 10 * 60_000;
/** Nothing is done from a minute before a bell until three minutes after it. */
export const BEFORE_BELL_MS = 60_000;
export const AFTER_BELL_MS = 3 * 60_000;

export type Remedy = 'reconnect' | 'renew' | 'reload';

const REMEDIES: readonly (readonly [Remedy, number])[] = [
  ['reload', RELOAD_MS],
  ['renew', RENEW_MS],
  ['reconnect', RECONNECT_MS],
];

export type WatchdogOptions = {
  /** Real time; not the floor's, which a demo may run faster. */
  readonly now: () => number;
  /** The floor's time, and the bells on it. */
  readonly floorNow: () => number;
  readonly bellsMs: () => Iterable<number>;
  /** Does one of them; what it answers does not matter, it is tried again as long as it is silent. */
  readonly mend: (remedy: Remedy) => void;
};

export class Watchdog {
  readonly #options: WatchdogOptions;
  #silentSinceMs: number | undefined;
  #triedMs = new Map<Remedy, number>();

  constructor(options: WatchdogOptions) {
    this.#options = options;
  }

  /** Called every second or so. `live`: messages come. */
  look(live: boolean): void {
    const now = this.#options.now();
    if (live) {
      this.#silentSinceMs = undefined;
      this.#triedMs.clear();
      return;
    }
    this.#silentSinceMs ??= now;
    const silentMs = now - this.#silentSinceMs;
    const due = REMEDIES.find(
      ([remedy, afterMs]) =>
        silentMs >= afterMs && now - (this.#triedMs.get(remedy) ?? -Infinity) >= afterMs,
    );
    if (due === undefined || this.#isNearBell()) return;
    for (const [remedy, afterMs] of REMEDIES) {
      if (afterMs <= due[1]) this.#triedMs.set(remedy, now); // The larger one did the smaller, too.
    }
    this.#options.mend(due[0]);
  }

  #isNearBell(): boolean {
    const now = this.#options.floorNow();
    for (const bell of this.#options.bellsMs()) {
      if (now >= bell - BEFORE_BELL_MS && now < bell + AFTER_BELL_MS) return true;
    }
    return false;
  }
}
