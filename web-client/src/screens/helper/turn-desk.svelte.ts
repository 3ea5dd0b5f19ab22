/** A teacher's controls of the turns in her rooms on their way to the floor. */
import type { Store } from '../../store/store.svelte';
import type { RoomTurn } from './room-turns';

export type TurnAct =
  | 'timeline.pause'
  | 'timeline.resume'
  | 'timeline.catch-up'
  | 'timeline.extend'
  | 'timeline.advance';

/** 2103: the turns that are left cannot take the delay. */
const NO_SLACK = 2103;

type Refused = { readonly schedule: string; readonly act: TurnAct; readonly code: number };

export class TurnDesk {
  readonly #store: Store;
  #sending = $state.raw<string>();
  #refused = $state.raw<Refused>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Only teachers steer; other helpers see the time. */
  get steers(): boolean {
    return this.#store.person?.role === 'teacher';
  }

  sending({ schedule }: RoomTurn): boolean {
    return this.#sending === schedule.id;
  }

  /** Why the last control of these turns did not go through. */
  refused({ schedule }: RoomTurn): number | undefined {
    return this.#refused?.schedule === schedule.id ? this.#refused.code : undefined;
  }

  /** They cannot be resumed with all their minutes, but on the times there were before. */
  catchesUp(turn: RoomTurn): boolean {
    return this.refused(turn) === NO_SLACK && this.#refused?.act === 'timeline.resume';
  }

  /** Names the version that was looked at, so that no second turn is ended by a second press. */
  async act(act: TurnAct, { schedule, room }: RoomTurn): Promise<void> {
    if (this.#sending !== undefined) return;
    this.#sending = schedule.id;
    this.#refused = undefined;
    const options = { expect: schedule.version };
    const { outcome } =
      act === 'timeline.extend'
        ? this.#store.act(act, { room: room.id, minutes: 1 }, options)
        : this.#store.act(act, { room: room.id }, options);
    const answer = await outcome;
    this.#sending = undefined;
    if (!answer.ok) {
      this.#refused = { schedule: schedule.id, act, code: answer.refusal.code };
    }
  }
}
