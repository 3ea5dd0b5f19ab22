/**
 * The school's clock on a device whose own clock may be wrong.
 *
 * Three clocks: *page* time (`performance.now()`, never steps, may stand still in sleep), *source*
 * time (the server's real time) and *floor* time (the school's, which a demo may run faster). An
 * exchange of four timestamps gives source − page with an error of at most half its round trip, so
 * of the last exchanges the fastest counts and the others never do: a burst of slow ones at the
 * bell changes nothing. An exchange is worth less as it ages, by what a bad crystal drifts
 * meanwhile; without that a fast one of ten minutes ago would hide a tenth of a second (RFC 5905
 * calls this dispersion). Small corrections are slewed, so that no countdown jumps.
 */
import type { ClockState } from '../wire/frames';

/** Exchanges kept; more than this and an old fast one would hide a drifting clock. */
const SAMPLES_MAX = 64;
const SAMPLE_AGE_MAX_MS = 10 * 60_000;
/** Beyond this a correction is applied at once: nobody believes a countdown that wrong. */
const STEP_MS = 200;
const SLEW_MS_PER_S = 5;
/** The worst crystal we keep time with: two tenths of a millisecond in a second. */
const DRIFT_PPM = 200;
/** After a step the device's date is believed for this long at most without being asked about. */
const DOUBT_MAX_MS = 2_000;
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
  #doubtedAtPageMs = -Infinity;

  constructor(clocks: Clocks = BROWSER) {
    this.#clocks = clocks;
    this.#slewedAtPageMs = clocks.pageMs();
    this.#dateMinusPageMs = clocks.dateMs() - clocks.pageMs();
    this.#offsetMs = this.#targetMs = this.#dateMinusPageMs;
  }

  /**
   * How wrong the clock may be, at most: half the round trip of the exchange in use, what a crystal
   * may have drifted since, and what is still to be slewed. Absent before the first exchange, and
   * after a step until the next: the clock is then not in step with the server's.
   */
  get errorMs(): number | undefined {
    const best = this.#best();
    if (best === undefined) return undefined;
    this.#slew();
    return this.#boundMs(best) + Math.abs(this.#targetMs - this.#offsetMs);
  }

  /**
   * Whether a step was seen a moment ago and nobody was asked yet: a device that slept and one whose
   * date was set look the same, so no bell is rung on it.
   */
  get isInDoubt(): boolean {
    return this.#clocks.pageMs() - this.#doubtedAtPageMs < DOUBT_MAX_MS;
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

  /** The floor's clock as the server stated it last. */
  get state(): ClockState | undefined {
    return this.#state;
  }

  /** The floor's clock as the server states it. */
  set(state: ClockState): void {
    this.#state = state;
  }

  /** A first guess from `welcome.sourceMs`, used until an exchange is back. */
  guess(sourceMs: number): void {
    if (this.#best() === undefined) this.#step(sourceMs - this.#clocks.pageMs());
  }

  /** Real time as the school has it, minus this device's date: what is kept over a reload. */
  get sourceMinusDateMs(): number {
    return this.sourceNow() - this.#clocks.dateMs();
  }

  /** The same kept before the page was opened anew: used until somebody can be asked. */
  resume(sourceMinusDateMs: number): void {
    this.guess(this.#clocks.dateMs() + sourceMinusDateMs);
  }

  /**
   * One exchange: `t0`, `t3` in page time, `t1`, `t2` in source time. True when what was armed by
   * the clock must be armed anew: it was corrected at once, or is in doubt no more.
   */
  sample(t0: number, t1: number, t2: number, t3: number): boolean {
    const wasInDoubt = this.isInDoubt;
    this.#doubtedAtPageMs = -Infinity;
    const rttMs = Math.max(0, t3 - t0 - (t2 - t1));
    const offsetMs = (t1 - t0 + (t2 - t3)) / 2;
    this.#samples.push({ atPageMs: t3, rttMs, offsetMs });
    if (this.#samples.length > SAMPLES_MAX) this.#samples.shift();
    const best = this.#best();
    if (best === undefined) return wasInDoubt;
    if (Math.abs(best.offsetMs - this.#offsetMs) > STEP_MS) {
      this.#step(best.offsetMs);
      return true;
    }
    this.#slew();
    this.#targetMs = best.offsetMs;
    return wasInDoubt;
  }

  /**
   * Whether the device slept or its date was set since the last look, at most a second ago: a date
   * that drifts from page time is no step. After sleep page time has stood still, so the estimate
   * moves with the date until new exchanges are back; a date that went backwards was set by hand and
   * moves nothing.
   */
  stepped(): boolean {
    const apart = this.#clocks.dateMs() - this.#clocks.pageMs();
    const byMs = apart - this.#dateMinusPageMs;
    this.#dateMinusPageMs = apart;
    if (Math.abs(byMs) <= STEP_SEEN_MS) return false;
    this.#samples = [];
    this.#doubtedAtPageMs = this.#clocks.pageMs();
    if (byMs > 0) this.#step(this.#offsetMs + byMs);
    return true;
  }

  #best(): Sample | undefined {
    const oldest = this.#clocks.pageMs() - SAMPLE_AGE_MAX_MS;
    let best: Sample | undefined;
    for (const sample of this.#samples) {
      if (sample.atPageMs < oldest) continue;
      if (best === undefined || this.#boundMs(sample) <= this.#boundMs(best)) best = sample;
    }
    return best;
  }

  #boundMs(sample: Sample): number {
    const ageMs = this.#clocks.pageMs() - sample.atPageMs;
    return sample.rttMs / 2 + (ageMs * DRIFT_PPM) / 1e6;
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
