/** What staff decide for some students on their way to the floor, and what came of the last. */
import type { Outcome } from '../../store/commands';
import type { WordsForStaff } from '../../text/for-staff-en';
import type { Store } from '../../store/store.svelte';
import type { BackCommand, Before, PlaceAct, PlaceCommand, PlaceForm } from './place-form';
import { commandsOf, undoOf } from './place-form';

/** 2203: the station has no seat left, unless it is forced. */
const NO_SEAT = 2203;
const NOWHERE: Before = new Map();

type Told = {
  readonly act: PlaceAct;
  readonly students: number;
  /** What takes it back; empty where nothing does. */
  readonly back: readonly BackCommand[];
};

export class Placing {
  readonly #store: Store;
  #sending = $state(false);
  #refused = $state<number>();
  #told = $state.raw<Told>();

  constructor(store: Store) {
    this.#store = store;
  }

  get sending(): boolean {
    return this.#sending;
  }

  /** Why the last decision did not go through. */
  get refused(): number | undefined {
    return this.#refused;
  }

  /** The same in words. */
  refusedIn(words: WordsForStaff): string | undefined {
    const code = this.#refused;
    return code === undefined ? undefined : (words.refusals[code] ?? words.refusedOtherwise);
  }

  /** It would go through if it were forced. */
  get forcible(): boolean {
    return this.#refused === NO_SEAT;
  }

  /** What was just done. */
  get told(): Told | undefined {
    return this.#told;
  }

  /**
   * Whether all of it went through. Those it did not go through for are left as they were.
   *
   * @param before Where each of them was to be, so that a move can be taken back.
   */
  async send(form: PlaceForm, before: Before = NOWHERE): Promise<boolean> {
    if (this.#sending) return false;
    this.#sending = true;
    this.#refused = undefined;
    const acts = commandsOf(form, this.#store.nowMs).map((command) => this.#act(command));
    const answers = await Promise.all(acts);
    this.#sending = false;
    const refused = answers.find((answer) => !answer.ok);
    if (refused?.ok === false) {
      this.#refused = refused.refusal.code;
      return false;
    }
    this.#told = {
      act: form.act,
      students: form.students.length,
      back: undoOf(form, before, answers.find(isCall)?.call),
    };
    return true;
  }

  /** Takes the last decision back. */
  undo(): void {
    const back = this.#told?.back ?? [];
    this.#told = undefined;
    for (const { kind, body } of back) this.#store.act(kind, body);
  }

  end(call: string): void {
    this.#store.act('call.end', { call });
  }

  /** The form is another one now, or gone. */
  forget(): void {
    this.#refused = undefined;
  }

  settle(): void {
    this.#told = undefined;
  }

  async #act(command: PlaceCommand): Promise<Answer> {
    if (command.kind !== 'call.up') {
      const answer: Outcome<typeof command.kind> = await this.#store.act(command.kind, command.body)
        .outcome;
      return answer.ok ? { ok: true } : answer;
    }
    const answer = await this.#store.act('call.up', command.body).outcome;
    return answer.ok ? { ok: true, call: answer.result.call } : answer;
  }
}

type Answer =
  | { readonly ok: true; readonly call?: string }
  | Extract<Outcome<PlaceCommand['kind']>, { ok: false }>;

function isCall(answer: Answer): answer is { readonly ok: true; readonly call: string } {
  return answer.ok && answer.call !== undefined;
}
