/** A group that needs a moment more than its block has: first whom that concerns, then it is said. */
import type { Store } from '../../store/store.svelte';
import type { RunsOver } from '../../wire/frames';

/** So much longer with one press. */
export const MORE_MIN = 2;

type Looked = {
  readonly station: string;
  /** Absent while it is being asked. */
  readonly answer?: RunsOver;
  /** Why it is not possible. */
  readonly refused?: number;
};

type Said = { readonly station: string; readonly students: number; readonly untilMs: number };

export class OverDesk {
  readonly #store: Store;
  #looked = $state.raw<Looked>();
  #said = $state.raw<Said>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A room that takes turns has a time of its own, which its teacher makes longer there. */
  runs(station: string): boolean {
    const room = this.#store.stations.get(station)?.room;
    const turns = [...this.#store.table('turns').values()].some((one) => one.room === room);
    return this.#store.person?.role === 'teacher' && !turns;
  }

  looked(station: string): Looked | undefined {
    return this.#looked?.station === station ? this.#looked : undefined;
  }

  /** What was said last, and can be taken back. */
  get said(): Said | undefined {
    return this.#said;
  }

  /** Asks whom it concerns, and changes nothing. */
  async look(station: string): Promise<void> {
    this.#looked = { station };
    const body = { station, minutes: MORE_MIN };
    const answer = await this.#store.act('stay.class', body, { dryRun: true }).outcome;
    if (this.looked(station) === undefined) return;
    this.#looked = answer.ok
      ? { station, answer: answer.result }
      : { station, refused: answer.refusal.code };
  }

  async say(): Promise<void> {
    const station = this.#looked?.station;
    if (station === undefined) return;
    this.#looked = undefined;
    const answer = await this.#store.act('stay.class', { station, minutes: MORE_MIN }).outcome;
    if (!answer.ok) this.#looked = { station, refused: answer.refusal.code };
    else if (answer.result.untilMs !== undefined) {
      this.#said = { station, students: answer.result.students, untilMs: answer.result.untilMs };
    }
  }

  forget(): void {
    this.#looked = undefined;
  }

  settle(): void {
    this.#said = undefined;
  }

  takeBack(): void {
    const station = this.#said?.station;
    this.#said = undefined;
    if (station !== undefined) this.#store.act('stay.class', { station, minutes: 0 });
  }
}
