/**
 * Rings each bell of the day exactly once on this device. Two paths lead here: a worker's timer,
 * armed from the agenda, wakes a second ahead and sets the sound for the instant; the server's
 * `ring` frame is the other. Whichever comes first takes the bell's id in the [RungBook], and the
 * other finds it taken.
 */
import type { Ring } from '../wire/frames';
import type { AgendaRow, Bell as BellFacts, BellKind } from '../wire/views';
import type { RungBook } from './rung-book';
import type { Waker } from './waker';

/** The timer wakes this long ahead; sound set further ahead drifts with the audio clock. */
const AHEAD_MS = 1_000;
/**
 * A bell later than this is not heard any more: a chime in the middle of a block tells nobody
 * anything.
 */
const LATE_MAX_MS = 10_000;
/** From here on a bell is called late, as the server calls it. */
const LATE_MS = 1_000;
/** While the clock is in doubt, it is looked at again so soon. */
const DOUBT_MS = 250;
/** No timer is set further ahead: the floor's clock may be corrected meanwhile. */
const LOOK_AGAIN_MS = 60_000;

export type Rung = {
  readonly bell: string;
  readonly kind: BellKind;
  readonly schedule: string;
  /** Real milliseconds after the instant it was due at. */
  readonly skewMs: number;
  /**
   * It was struck; false when too late, silent by plan, muted, or the browser does not let it
   * sound.
   */
  readonly sounded: boolean;
  /** More than a second late; *missed* past ten, silent, and only noted. */
  readonly how: 'in-time' | 'late' | 'missed';
};

export type BellOptions = {
  readonly book: RungBook;
  readonly wake: Waker;
  /** Real milliseconds until a floor instant. */
  readonly realMsUntil: (floorMs: number) => number;
  /** The device's clock stepped and nobody was asked yet: its timers ring nothing meanwhile. */
  readonly isInDoubt?: () => boolean;
  /** Whether this device may sound now. */
  readonly audible: () => boolean;
  readonly play: (kind: BellKind, delayMs: number) => Promise<boolean>;
  readonly onRung: (rung: Rung) => void;
  readonly onArmed?: (bell: BellFacts) => void;
};

type Ringing = { readonly bell: BellFacts; readonly schedule: string };

export class Bell {
  readonly #options: BellOptions;
  #rows: readonly AgendaRow[] = [];
  #callOff: (() => void) | undefined;
  #armed = '';
  #sound: { readonly of: string; readonly set: Promise<boolean> } | undefined;
  /** Bells this page has seen to come: only these can be missed. */
  readonly #ahead = new Set<string>();

  constructor(options: BellOptions) {
    this.#options = options;
  }

  /**
   * Takes the agenda as it now stands, in order of time; call again whenever it or the clock
   * changed.
   */
  arm(rows: readonly AgendaRow[]): void {
    this.#rows = rows;
    this.#callOff?.();
    this.#callOff = undefined;
    if (this.#options.isInDoubt?.() === true) {
      this.#callOff = this.#options.wake(DOUBT_MS, () => this.arm(this.#rows));
      return;
    }
    this.#noteMissed();
    const next = this.#next();
    if (next === undefined) return;
    const untilMs = this.#options.realMsUntil(next.bell.atMs);
    if (untilMs === Infinity) return;
    const announced = moment(next.bell);
    if (announced !== this.#armed) {
      this.#armed = announced;
      this.#options.onArmed?.(next.bell);
    }
    this.#callOff =
      untilMs <= AHEAD_MS
        ? this.#strikeAt(next, Math.max(0, untilMs))
        : this.#options.wake(Math.min(untilMs - AHEAD_MS, LOOK_AGAIN_MS), () =>
            this.arm(this.#rows),
          );
  }

  /** The server says the bell rings now. */
  ring(frame: Ring): void {
    const planned = this.#rows.find((row) => row.bell?.id === frame.bell)?.bell;
    const sounds = planned?.sounds ?? true;
    this.#strike({ id: frame.bell, kind: frame.kind, atMs: frame.atMs, sounds }, frame.schedule);
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #next(): Ringing | undefined {
    for (const row of this.#rows) {
      if (row.bell === undefined || this.#options.book.has(row.bell.id)) continue;
      // What is past when we first see it was rung for others; the screen shows its phase without a
      // sound.
      if (this.#options.realMsUntil(row.bell.atMs) >= -LATE_MAX_MS) {
        return { bell: row.bell, schedule: row.schedule };
      }
    }
    return undefined;
  }

  /** A device that slept over a bell says so, once, and stays silent. */
  #noteMissed(): void {
    for (const { bell, schedule } of this.#rows) {
      if (bell === undefined) continue;
      const lateMs = 0 - this.#options.realMsUntil(bell.atMs);
      if (lateMs < 0) this.#ahead.add(bell.id);
      else if (lateMs > LATE_MAX_MS && this.#ahead.delete(bell.id))
        this.#miss(bell, schedule, lateMs);
    }
  }

  #miss(bell: BellFacts, schedule: string, lateMs: number): void {
    if (!Number.isFinite(lateMs) || !this.#options.book.claim(bell.id)) return;
    this.#options.onRung(rung(bell, schedule, lateMs, false));
  }

  /** Sets the sound now for the instant, and at the instant says that it rang. */
  #strikeAt({ bell, schedule }: Ringing, inMs: number): () => void {
    this.#setSound(bell, inMs);
    return this.#options.wake(inMs, () => {
      this.#callOff = undefined;
      this.#strike(bell, schedule);
    });
  }

  #strike(bell: BellFacts, schedule: string): void {
    if (this.#options.book.claim(bell.id)) {
      const lateMs = 0 - this.#options.realMsUntil(bell.atMs);
      this.#setSound(bell, 0);
      const sound = this.#sound?.of === moment(bell) ? this.#sound.set : Promise.resolve(false);
      void sound.then((sounded) => {
        this.#options.onRung(rung(bell, schedule, lateMs, sounded));
      });
    }
    this.arm(this.#rows);
  }

  /** Once for each bell and instant, whichever path comes first. */
  #setSound(bell: BellFacts, delayMs: number): void {
    if (this.#sound?.of === moment(bell)) return;
    const late = this.#options.realMsUntil(bell.atMs) < -LATE_MAX_MS;
    const heard = bell.sounds && !late && this.#options.audible();
    const set = heard ? this.#options.play(bell.kind, delayMs) : Promise.resolve(false);
    this.#sound = { of: moment(bell), set };
  }
}

function rung(bell: BellFacts, schedule: string, lateMs: number, sounded: boolean): Rung {
  const how = lateMs > LATE_MAX_MS ? 'missed' : lateMs > LATE_MS ? 'late' : 'in-time';
  return { bell: bell.id, kind: bell.kind, schedule, skewMs: Math.round(lateMs), sounded, how };
}

/** A bell that is moved keeps its id and gets another instant. */
function moment(bell: BellFacts): string {
  return `${bell.id}@${bell.atMs}`;
}
