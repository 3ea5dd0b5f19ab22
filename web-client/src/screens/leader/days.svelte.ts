// The next school days as the calendar has them, and what a leader decides for one of them.
import type { CalendarDay, DayDecision, Schedules } from '../../store/calendar';
import { dayOf, decideDay, takeBackDay } from '../../store/calendar';

/** A leader looks two weeks ahead; holidays may lie between. */
const DAYS_SHOWN = 10;
const DAYS_LOOKED_AT_MAX = 31;
/** Asked for at once. */
const BATCH = 8;
const DAY_MS = 86_400_000;

export type DaysState = 'loading' | 'failed' | 'ready';

/** Worth showing: somebody comes, somebody decided that nobody does, or nobody has decided yet. */
export function isShown({ rule, schedules, question }: CalendarDay): boolean {
  return question !== undefined || rule === 'manual' || hoursOf(schedules ?? []) !== undefined;
}

/** From the first bell of the day to the last; absent when nobody comes. */
export function hoursOf(schedules: Schedules): { fromMs: number; toMs: number } | undefined {
  const blocks = schedules.flatMap((schedule) => schedule.blocks);
  if (blocks.length === 0) return undefined;
  return {
    fromMs: Math.min(...blocks.map(({ start }) => Date.parse(start.at))),
    toMs: Math.max(...blocks.map(({ end }) => Date.parse(end.at))),
  };
}

/** The date so many days after one, as the calendar writes it. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export class Days {
  #state = $state<DaysState>('loading');
  #days = $state.raw<readonly CalendarDay[]>([]);
  #refused = $state<string>();
  #sending = $state(false);
  #decided = $state.raw<CalendarDay>();

  get state(): DaysState {
    return this.#state;
  }

  get days(): readonly CalendarDay[] {
    return this.#days;
  }

  get sending(): boolean {
    return this.#sending;
  }

  /** The date whose decision did not go through. */
  get refused(): string | undefined {
    return this.#refused;
  }

  /** The date decided last, as it runs now. */
  get decided(): CalendarDay | undefined {
    return this.#decided;
  }

  /** Looks up the days from this date on. */
  async load(from: string): Promise<void> {
    this.#state = 'loading';
    const found: CalendarDay[] = [];
    for (let at = 0; at < DAYS_LOOKED_AT_MAX && found.length < DAYS_SHOWN; at += BATCH) {
      const dates = Array.from({ length: BATCH }, (_, day) => dateAfter(from, at + day));
      const answers = await Promise.all(dates.map(dayOf));
      for (const answer of answers) {
        if (answer.kind !== 'ok') {
          this.#state = 'failed';
          return;
        }
        if (isShown(answer.value)) found.push(answer.value);
      }
    }
    this.#days = found.slice(0, DAYS_SHOWN);
    this.#state = 'ready';
  }

  /** Whether it went through. */
  async decide(date: string, runs: DayDecision): Promise<boolean> {
    return this.#send(date, () => decideDay(date, runs));
  }

  async takeBack(date: string): Promise<boolean> {
    return this.#send(date, () => takeBackDay(date));
  }

  async #send(date: string, call: () => ReturnType<typeof dayOf>): Promise<boolean> {
    if (this.#sending) return false;
    this.#sending = true;
    this.#refused = undefined;
    const answer = await call();
    this.#sending = false;
    if (answer.kind !== 'ok') {
      this.#refused = date;
      return false;
    }
    this.#decided = answer.value;
    this.#days = this.#days.map((day) => (day.date === date ? answer.value : day));
    return true;
  }
}
