/** A helper's acts on the line, each one tap, with what is on its way. */
import type { Outcome, Refusal } from '../../store/commands';
import type { Store } from '../../store/store.svelte';
import type { Call, HelpState } from '../../wire/views';

/** 2302 `help-already-claimed`; its `args.helper` names who has it. */
const TAKEN = 2302;

/** Those on hold, not found or parked are not to be taken: no card yet. */
const AT_HAND: readonly HelpState[] = ['waiting', 'claimed', 'helping'];

/**
 * What was just done. A claim and a release can be taken back; the floor has no way back from done.
 */
export type Deed = {
  readonly said: 'claimed' | 'released' | 'finished';
  readonly code: string;
  readonly call: string;
  readonly epoch: number;
};

export class Queue {
  readonly #store: Store;
  #deed = $state.raw<Deed>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** The one this helper has. */
  get mine(): Call | undefined {
    return this.#store.calls.find((call) => call.mine);
  }

  /** Everybody else's and nobody's, in the floor's order. */
  get others(): readonly Call[] {
    return this.#store.calls.filter((call) => !call.mine && AT_HAND.includes(call.state));
  }

  get waiting(): number {
    return this.#store.calls.filter((call) => call.state === 'waiting').length;
  }

  get onDuty(): boolean {
    return this.#store.helperMe?.duty === 'on';
  }

  get switchingDuty(): boolean {
    return (
      this.#store.pendingAct('duty.start') !== undefined ||
      this.#store.pendingAct('duty.end') !== undefined
    );
  }

  get claimingNext(): boolean {
    return this.#store.pendingAct('help.next') !== undefined;
  }

  /** An act on the one this helper has is on its way. */
  get acting(): boolean {
    const help = this.mine?.id;
    if (help === undefined) return false;
    const kinds = ['help.arrived', 'help.done', 'help.release'] as const;
    return kinds.some((kind) => this.#store.pendingAct(kind, { help }) !== undefined);
  }

  get deed(): Deed | undefined {
    return this.#deed;
  }

  /** Whom the floor named when it refused a claim. */
  takenBy(refusal: Refusal): string | undefined {
    const helper = refusal.args?.['helper'];
    return refusal.code === TAKEN && typeof helper === 'string' ? helper : undefined;
  }

  claiming(id: string): 'no' | 'sent' | 'kept' {
    const pending = this.#store.pendingAct('help.claim', { help: id });
    if (pending === undefined) return 'no';
    return pending.sent && this.#store.freshness.kind !== 'offline' ? 'sent' : 'kept';
  }

  claim(id: string): void {
    if (this.claiming(id) === 'no')
      void this.#told(this.#store.act('help.claim', { help: id }).outcome);
  }

  next(): void {
    if (!this.claimingNext) void this.#told(this.#store.act('help.next', {}).outcome);
  }

  arrived(): void {
    const call = this.mine;
    if (call !== undefined) this.#store.act('help.arrived', { help: call.id, epoch: call.epoch });
  }

  done(): void {
    const call = this.mine;
    if (call === undefined) return;
    const { outcome } = this.#store.act('help.done', { help: call.id, epoch: call.epoch });
    void outcome.then((answer) => this.#deedOf('finished', call, answer.ok));
  }

  release(): void {
    const call = this.mine;
    if (call === undefined) return;
    const { outcome } = this.#store.act('help.release', { help: call.id, epoch: call.epoch });
    void outcome.then((answer) => this.#deedOf('released', call, answer.ok));
  }

  /** Takes the last deed back: a claim is released, a release is claimed again. */
  undo(): void {
    const deed = this.#deed;
    this.#deed = undefined;
    if (deed?.said === 'claimed') {
      this.#store.act('help.release', { help: deed.call, epoch: deed.epoch });
    } else if (deed?.said === 'released') {
      this.#store.act('help.claim', { help: deed.call });
    }
  }

  settle(): void {
    this.#deed = undefined;
  }

  switchDuty(): void {
    if (!this.switchingDuty) this.#store.act(this.onDuty ? 'duty.end' : 'duty.start', {});
  }

  async #told(outcome: Promise<Outcome<'help.claim' | 'help.next'>>): Promise<void> {
    const answer = await outcome;
    if (!answer.ok) return;
    const { help, epoch } = answer.result;
    const call = this.#store.calls.find((one) => one.id === help);
    if (call !== undefined) this.#deed = { said: 'claimed', code: call.code, call: help, epoch };
  }

  #deedOf(said: Deed['said'], call: Call, ok: boolean): void {
    if (ok) this.#deed = { said, code: call.code, call: call.id, epoch: call.epoch };
  }
}
