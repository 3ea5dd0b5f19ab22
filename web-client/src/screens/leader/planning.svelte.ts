// Asking for a new plan, and saying yes or no to it. One sheet at a time; proposals stand on the
// floor, so that another leader sees and answers the same ones.
import type { Store } from '../../store/store.svelte';
import type { CommandResult } from '../../wire/frames';
import type { Proposal, Station } from '../../wire/views';
import { causeOf, isAbout, type Cause } from './proposal';

export type Wish = { readonly others: number; readonly nextToo: boolean };

type Step =
  | { readonly at: 'closed' }
  /** Without a cause, what happened is still to be said. */
  | { readonly at: 'asking'; readonly cause?: Cause; readonly code?: number }
  | { readonly at: 'planning'; readonly cause: Cause }
  | {
      readonly at: 'open';
      readonly id: string;
      readonly cause: Cause;
      readonly sending?: 'plan.accept' | 'plan.reject';
      readonly code?: number;
    }
  | { readonly at: 'nothing'; readonly cause: Cause }
  | { readonly at: 'rejected'; readonly cause: Cause }
  | {
      readonly at: 'accepted';
      readonly cause: Cause;
      readonly result: CommandResult<'plan.accept'>;
    };

export class Planning {
  readonly #store: Store;
  #step = $state.raw<Step>({ at: 'closed' });
  #answered = $state.raw<readonly Cause[]>([]);
  readonly #seen = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  get step(): Step {
    return this.#step;
  }

  get proposals(): readonly Proposal[] {
    return [...this.#store.table('proposals').values()];
  }

  /** The proposal that is looked at; absent once it is over, and until the floor has shown it. */
  get proposal(): Proposal | undefined {
    if (this.#step.at !== 'open') return undefined;
    const found = this.#store.table('proposals').get(this.#step.id);
    if (found !== undefined) this.#seen.add(found.id);
    return found;
  }

  /** Whether it was there and is not any more. */
  get isOver(): boolean {
    return this.#step.at === 'open' && this.proposal === undefined && this.#seen.has(this.#step.id);
  }

  /** Stations that take nobody new, while nobody has said what is to become of their students. */
  get closed(): readonly Station[] {
    return [...this.#store.stations.values()].filter(
      ({ id, status }) => status !== 'open' && !this.#isAnswered({ of: 'station', station: id }),
    );
  }

  #isAnswered(cause: Cause): boolean {
    return (
      this.#answered.some((one) => isAbout(one, cause)) ||
      this.proposals.some((one) => isAbout(causeOf(one), cause))
    );
  }

  /** Everybody who was to come there has another place already. */
  placed(stations: readonly string[]): void {
    for (const station of stations) this.#answer({ of: 'station', station });
  }

  /** A station that is open again and closes once more is to be answered once more. */
  forgetOpen(): void {
    const still = this.#answered.filter(
      ({ station }) => this.#store.stations.get(station ?? '')?.status !== 'open',
    );
    if (still.length < this.#answered.length) this.#answered = still;
  }

  ask(cause?: Cause): void {
    const open =
      cause === undefined ? undefined : this.proposals.find((one) => isAbout(causeOf(one), cause));
    if (open === undefined)
      this.#step = { at: 'asking', ...(cause === undefined ? {} : { cause }) };
    else this.show(open);
  }

  show(proposal: Proposal): void {
    this.#step = { at: 'open', id: proposal.id, cause: causeOf(proposal) };
  }

  close(): void {
    this.#step = { at: 'closed' };
  }

  async propose(cause: Cause, { others, nextToo }: Wish): Promise<void> {
    const planning = { at: 'planning', cause } as const;
    this.#step = planning;
    const outcome = await this.#store.act('plan.propose', { cause, others, nextToo }).outcome;
    if (this.#step !== planning) return; // Closed meanwhile; the proposal waits in the list.
    if (!outcome.ok) {
      this.#step = { at: 'asking', cause, code: outcome.refusal.code };
    } else if (outcome.result.changes === 0 && outcome.result.unmet === 0) {
      this.#answer(cause);
      this.#step = { at: 'nothing', cause };
    } else {
      this.#step = { at: 'open', id: outcome.result.proposal, cause };
    }
  }

  async accept(): Promise<void> {
    const step = this.#step;
    if (step.at !== 'open' || step.sending !== undefined) return;
    const sending = { at: 'open', id: step.id, cause: step.cause, sending: 'plan.accept' } as const;
    this.#step = sending;
    const outcome = await this.#store.act('plan.accept', { proposal: step.id }).outcome;
    if (outcome.ok) this.#answer(step.cause);
    if (this.#step !== sending) return;
    this.#step = outcome.ok
      ? { at: 'accepted', cause: step.cause, result: outcome.result }
      : { at: 'open', id: step.id, cause: step.cause, code: outcome.refusal.code };
  }

  async reject(): Promise<void> {
    const step = this.#step;
    if (step.at !== 'open' || step.sending !== undefined) return;
    const sending = { at: 'open', id: step.id, cause: step.cause, sending: 'plan.reject' } as const;
    this.#step = sending;
    const outcome = await this.#store.act('plan.reject', { proposal: step.id }).outcome;
    if (outcome.ok) this.#answer(step.cause);
    if (this.#step !== sending) return;
    this.#step = outcome.ok
      ? { at: 'rejected', cause: step.cause }
      : { at: 'open', id: step.id, cause: step.cause, code: outcome.refusal.code };
  }

  #answer(cause: Cause): void {
    this.#answered = [...this.#answered.filter((one) => !isAbout(one, cause)), cause];
  }
}
