/**
 * The school's clock on a device whose own clock may be wrong.
 *
 * Three clocks: *page* time (`performance.now()`, never steps, may stand still in sleep), *source*
 * time (the server's real time) and *floor* time (the school's, which a demo may run faster). An
 * exchange of four timestamps gives source − page with an error of at most half its round trip, so
 * of the last exchanges the fastest counts and the others never do: a burst of slow ones at the
 * bell changes nothing. Small corrections are slewed, so that no countdown jumps.
 */
import type { ClockState } from '../wire/frames';

/** Exchanges kept; more than this and an old fast one would hide a drifting clock. */
const SAMPLES_MAX = 64;
const SAMPLE_AGE_MAX_MS = 10 * 60_000;
/** Beyond this a correction is applied at once: nobody believes a countdown that wrong. */
const STEP_MS = 200;
const SLEW_MS_PER_S = 5;
/**
 * Page time and the device's date may differ by this much before one of them is thought to have
 * stepped.
 */
const STEP_SEEN_MS = 250;

type Sample = { readonly atPageMs: number; readonly rttMs: number; readonly offsetMs: number };

export type Clocks = { readonly pageMs: () => number; readonly dateMs: () => number };
const BROWSER: Clocks = { pageMs: () => performance.now(), dateMs: () => Date.now() };

export class FloorClock {
  readonly #clocks: Clocks;
  #samples: Sample[] = [];
  #state: ClockState | undefined;
  /** Source − page as used now, and as last measured; the first slides to the second. */
  #offsetMs = 0;
  #targetMs = 0;
  #slewedAtPageMs: number;
  #dateMinusPageMs: number;

  constructor(clocks: Clocks = BROWSER) {
    this.#clocks = clocks;
    this.#slewedAtPageMs = clocks.pageMs();
    this.#dateMinusPageMs = clocks.dateMs() - clocks.pageMs();
    this.#offsetMs = this.#targetMs = this.#dateMinusPageMs;
  }

  /** Half the round trip of the exchange in use; absent before the first. */
  get errorMs(): number | undefined {
    const best = this.#best();
    return best === undefined ? undefined : best.rttMs / 2;
  }

  get speed(): number {
    return this.#state?.speed ?? 1;
  }

  pageNow(): number {
    return this.#clocks.pageMs();
  }

  sourceNow(): number {
    this.#slew();
    return this.#clocks.pageMs() + this.#offsetMs;
  }

  /** Floor time now, in milliseconds since 1970. */
  floorNow(): number {
    return this.floorAt(this.sourceNow());
  }

  floorAt(sourceMs: number): number {
    const clock = this.#state;
    return clock === undefined
      ? sourceMs
      : clock.baseMs + (sourceMs - clock.originMs) * clock.speed;
  }

  /**
   * Real milliseconds until the floor reaches an instant: negative when past, infinite while the
   * clock stands.
   */
  realMsUntil(floorMs: number): number {
    const away = floorMs - this.floorNow();
    return this.speed === 0 ? (away > 0 ? Infinity : -Infinity) : away / this.speed;
  }

  /** The floor's clock as the server states it. */
  set(state: ClockState): void {
    this.#state = state;
  }

  /** A first guess from `welcome.sourceMs`, used until an exchange is back. */
  guess(sourceMs: number): void {
    if (this.#best() === undefined) this.#step(sourceMs - this.#clocks.pageMs());
  }

  /** One exchange: `t0`, `t3` in page time, `t1`, `t2` in source time. */
  sample(t0: number, t1: number, t2: number, t3: number): void {
    const rttMs = Math.max(0, t3 - t0 - (t2 - t1));
    const offsetMs = (t1 - t0 + (t2 - t3)) / 2;
    this.#samples.push({ atPageMs: t3, rttMs, offsetMs });
    if (this.#samples.length > SAMPLES_MAX) this.#samples.shift();
    const best = this.#best();
    if (best === undefined) return;
    if (Math.abs(best.offsetMs - this.#offsetMs) > STEP_MS) this.#step(best.offsetMs);
    else {
      this.#slew();
      this.#targetMs = best.offsetMs;
    }
  }

  /**
   * Whether the device slept or its date was set since the last look. After sleep page time has
   * stood still, so the estimate moves with the date until new exchanges are back; a date that went
   * backwards was set by hand and moves nothing.
   */
  stepped(): boolean {
    const apart = this.#clocks.dateMs() - this.#clocks.pageMs();
    const byMs = apart - this.#dateMinusPageMs;
    if (Math.abs(byMs) <= STEP_SEEN_MS) return false;
    this.#dateMinusPageMs = apart;
    this.#samples = [];
    if (byMs > 0) this.#step(this.#offsetMs + byMs);
    return true;
  }

  #best(): Sample | undefined {
    const oldest = this.#clocks.pageMs() - SAMPLE_AGE_MAX_MS;
    let best: Sample | undefined;
    for (const sample of this.#samples) {
      if (sample.atPageMs < oldest) continue;
      if (best === undefined || sample.rttMs <= best.rttMs) best = sample;
    }
    return best;
  }

  #step(offsetMs: number): void {
    this.#offsetMs = this.#targetMs = offsetMs;
    this.#slewedAtPageMs = this.#clocks.pageMs();
  }

  #slew(): void {
    const pageMs = this.#clocks.pageMs();
    const most = ((pageMs - this.#slewedAtPageMs) / 1000) * SLEW_MS_PER_S;
    const away = this.#targetMs - this.#offsetMs;
    this.#offsetMs += Math.sign(away) * Math.min(Math.abs(away), most);
    this.#slewedAtPageMs = pageMs;
  }
}
