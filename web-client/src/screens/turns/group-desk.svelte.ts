/** What a teacher or a leader does about groups that take turns in a room, on its way to the floor. */
import type { Outcome } from '../../store/commands';
import type { Store } from '../../store/store.svelte';
import type { WordsForStaff } from '../../text/for-staff-en';
import type { Evened } from '../../wire/frames';
import type { Joined, JoinForm } from './group-turns';
import { mergeOf, unmergeOf } from './group-turns';

/** 2006: somebody came or left since she looked. */
const STALE = 2006;

/** Others who help see what is so. */
const STEERING: readonly string[] = ['teacher', 'leader', 'administrator'];

export class GroupDesk {
  readonly #store: Store;
  #sending = $state(false);
  #refused = $state<number>();
  #shown = $state.raw<Evened>();

  constructor(store: Store) {
    this.#store = store;
  }

  get steers(): boolean {
    return STEERING.includes(this.#store.person?.role ?? '');
  }

  get sending(): boolean {
    return this.#sending;
  }

  /** Why the last one did not go through. */
  refusedIn(words: WordsForStaff): string | undefined {
    if (this.#refused === undefined) return undefined;
    return words.refusals[this.#refused] ?? words.refusedOtherwise;
  }

  /** Who would move, once it has been asked. */
  get shown(): Evened | undefined {
    return this.#shown;
  }

  /** What was looked at is not so any more. */
  get stale(): boolean {
    return this.#refused === STALE;
  }

  /** Another sheet, or none. */
  forget(): void {
    this.#refused = undefined;
    this.#shown = undefined;
  }

  async join(schedule: string, form: JoinForm): Promise<boolean> {
    const answer = await this.#ask(() =>
      this.#store.act('rotation.merge', mergeOf(schedule, form)),
    );
    return answer?.ok === true;
  }

  async part(schedule: string, joined: Joined): Promise<boolean> {
    const answer = await this.#ask(() =>
      this.#store.act('rotation.unmerge', unmergeOf(schedule, joined)),
    );
    return answer?.ok === true;
  }

  /** Asks who would move, and changes nothing. */
  async look(schedule: string, now: boolean): Promise<void> {
    this.#shown = undefined;
    const body = { schedule, ...(now ? { now } : {}) };
    const answer = await this.#ask(() =>
      this.#store.act('rotation.rebalance', body, { dryRun: true }),
    );
    if (answer?.ok === true) this.#shown = answer.result;
  }

  /** Moves whom she saw, and nobody else; then says how it is. */
  async even(schedule: string, now: boolean): Promise<void> {
    const students = this.#shown?.moves.map(({ student }) => student) ?? [];
    const body = { schedule, students, ...(now ? { now } : {}) };
    const answer = await this.#ask(() => this.#store.act('rotation.rebalance', body));
    if (answer?.ok === true) await this.look(schedule, now);
  }

  async #ask<K extends 'rotation.merge' | 'rotation.unmerge' | 'rotation.rebalance'>(
    send: () => { readonly outcome: Promise<Outcome<K>> },
  ): Promise<Outcome<K> | undefined> {
    if (this.#sending) return undefined;
    this.#sending = true;
    this.#refused = undefined;
    const answer = await send().outcome;
    this.#sending = false;
    if (!answer.ok) this.#refused = answer.refusal.code;
    return answer;
  }
}
