// Looking back on the day: which instant is shown, and the pieces of the day that were fetched.
import { filmOf, type Film, type Still } from '../../store/past';
import { PastStore } from '../../store/past-store.svelte';

export const MINUTE_MS = 60_000;
/** What is fetched at once: dragging over an hour asks twice. */
const PIECE_MS = 30 * MINUTE_MS;
/** A whole day and a look at another one. */
const PIECES_MAX = 32;

export type Shoot = typeof filmOf;
export type Span = Pick<Film, 'openedAtMs' | 'untilMs' | 'closed'>;

/** Live while `atMs` is absent. */
export class Replay {
  readonly past = new PastStore();

  #atMs = $state<number>();
  #date = $state<string>();
  #shown = $state(false);
  #failed = $state(false);
  #spans = $state.raw<ReadonlyMap<string, Span>>(new Map());
  readonly #pieces = new Map<string, Film>();
  readonly #shoot: Shoot;
  #fetching = false;

  constructor(shoot: Shoot = filmOf) {
    this.#shoot = shoot;
  }

  /** The instant that is looked at; absent while what is shown is now. */
  get atMs(): number | undefined {
    return this.#atMs;
  }
  /** The day that is looked at. */
  get date(): string | undefined {
    return this.#date;
  }
  /** Something of the past is on the screen. */
  get on(): boolean {
    return this.#atMs !== undefined && this.#shown;
  }
  /** What is shown is not yet what was asked for. */
  get waiting(): boolean {
    return this.#atMs !== undefined && !this.#failed && this.past.nowMs !== this.#atMs;
  }
  get failed(): boolean {
    return this.#failed;
  }
  /** Of when on a day something is known; absent until something of it was fetched. */
  spanOf(date: string): Span | undefined {
    return this.#spans.get(date);
  }

  /** Back to now. */
  live(): void {
    this.#atMs = undefined;
    this.#date = undefined;
    this.#shown = false;
    this.#failed = false;
  }

  /** Looks at the whole minute an instant lies in. */
  seek(date: string, atMs: number): void {
    this.#date = date;
    this.#atMs = this.#kept(Math.floor(atMs / MINUTE_MS) * MINUTE_MS);
    this.#failed = false;
    if (!this.#showKnown()) void this.#fetch();
  }

  /** Asks again for what could not be had. */
  again(): void {
    this.#failed = false;
    void this.#fetch();
  }

  /** The first whole minute of which something is known, for what lies before it. */
  #kept(atMs: number): number {
    return Math.max(
      Math.ceil((this.#spans.get(this.#date ?? '')?.openedAtMs ?? 0) / MINUTE_MS) * MINUTE_MS,
      atMs,
    );
  }

  #showKnown(): boolean {
    const still = this.#known(this.#atMs);
    if (still === undefined) return false;
    this.past.show(still);
    this.#shown = true;
    return true;
  }

  #known(atMs: number | undefined): Still | undefined {
    return atMs === undefined
      ? undefined
      : this.#pieces.get(this.#key(atMs))?.stills.find((still) => still.atMs === atMs);
  }

  #key(atMs: number): string {
    return `${this.#date ?? ''} ${startOf(atMs)}`;
  }

  /** One piece at a time, and after each the one that is wanted by then. */
  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      let wanted = this.#atMs;
      while (wanted !== undefined && this.#known(wanted) === undefined) {
        if (!(await this.#get(wanted))) {
          this.#failed = true;
          return;
        }
        if (this.#atMs === wanted && this.#kept(wanted) === wanted && !this.#showKnown()) {
          this.#settle(wanted);
          return;
        }
        if (this.#atMs !== undefined) this.#atMs = this.#kept(this.#atMs);
        wanted = this.#atMs;
      }
      this.#showKnown();
      await this.#fetchBeside();
    } finally {
      this.#fetching = false;
    }
  }

  /** The server has no such minute: the nearest it has is shown. */
  #settle(atMs: number): void {
    const piece = this.#pieces.get(this.#key(atMs));
    const last = piece?.stills.at(-1);
    if (last === undefined) {
      this.#failed = true;
      return;
    }
    this.#atMs = last.atMs;
    this.past.show(last);
    this.#shown = true;
  }

  /** What whoever drags on will want next. */
  async #fetchBeside(): Promise<void> {
    const atMs = this.#atMs;
    const opened = this.#spans.get(this.#date ?? '')?.openedAtMs;
    if (atMs === undefined || opened === undefined) return;
    const before = startOf(atMs) - PIECE_MS;
    if (before + PIECE_MS > opened && !this.#pieces.has(this.#key(before))) await this.#get(before);
  }

  async #get(atMs: number): Promise<boolean> {
    const date = this.#date;
    if (date === undefined) return false;
    const fromMs = startOf(atMs);
    const key = `${date} ${fromMs}`;
    const answer = await this.#shoot(date, fromMs, fromMs + PIECE_MS - MINUTE_MS, MINUTE_MS);
    if (answer.kind !== 'ok') return false;
    this.#pieces.delete(key);
    this.#pieces.set(key, answer.value);
    const eldest = this.#pieces.keys().next().value;
    if (this.#pieces.size > PIECES_MAX && eldest !== undefined) this.#pieces.delete(eldest);
    this.#spans = new Map(this.#spans).set(date, answer.value);
    return true;
  }
}

function startOf(atMs: number): number {
  return Math.floor(atMs / PIECE_MS) * PIECE_MS;
}

/** The instant of a time of day such as `09:42`, on the day of another instant of it. */
export function atTimeOfDay(
  text: string,
  nearMs: number,
  zone: string | undefined,
): number | undefined {
  const [, h, m] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  if (h === undefined || m === undefined) return undefined;
  const minutes = Number(h) * 60 + Number(m);
  return nearMs - (nearMs % MINUTE_MS) + (minutes - minuteOfDay(nearMs, zone)) * MINUTE_MS;
}

/** An instant as `09:42`. */
export function timeOfDayField(atMs: number, zone: string | undefined): string {
  const minutes = minuteOfDay(atMs, zone);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function minuteOfDay(atMs: number, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).formatToParts(atMs);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part('hour') * 60 + part('minute');
}
