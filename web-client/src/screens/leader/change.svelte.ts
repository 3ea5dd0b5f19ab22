// One change of the day on its way: ask what would happen, show it, send it. The preview and the
// command name the same version of the schedule, so what was shown is what is done.
import type { Outcome } from '../../store/commands';
import type { Moved } from '../../wire/frames';
import type { Block, Schedule } from '../../wire/views';
import { previewOf, type Preview } from './preview';

export type ChangeKind =
  | 'timeline.pause'
  | 'timeline.resume'
  | 'timeline.catch-up'
  | 'timeline.extend'
  | 'timeline.trim'
  | 'timeline.advance'
  | 'timeline.ring';
export type Change = { readonly kind: ChangeKind; readonly minutes?: number };

/** What the schedule and its blocks are at this moment. */
export type Plan = {
  readonly schedule: Schedule;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly nowMs: number;
};

export type Refused = {
  readonly code: number;
  readonly key: string;
  readonly retry: boolean;
  readonly args: Readonly<Record<string, unknown>>;
};

export type Step =
  | { readonly at: 'closed' }
  | { readonly at: 'choosing' }
  | { readonly at: 'asking'; readonly change: Change }
  | { readonly at: 'preview'; readonly change: Change; readonly preview: Preview }
  | { readonly at: 'sending'; readonly change: Change; readonly preview: Preview }
  | { readonly at: 'refused'; readonly change: Change; readonly refused: Refused };

/** Sends one timeline command; the store's `act`, narrowed. */
export type Send = (
  change: Change,
  schedule: string,
  options: { dryRun: boolean; expect: number },
) => Promise<Outcome<ChangeKind>>;

/** Refusals after which the same change may be previewed again. */
const LOOK_AGAIN: ReadonlySet<string> = new Set(['stale-version', 'busy', 'not-saved']);

export class ChangeDesk {
  #step = $state.raw<Step>({ at: 'closed' });
  readonly #send: Send;
  readonly #plan: () => Plan | undefined;
  readonly #ondone: (kind: ChangeKind) => void;

  constructor(send: Send, plan: () => Plan | undefined, ondone: (kind: ChangeKind) => void) {
    this.#send = send;
    this.#plan = plan;
    this.#ondone = ondone;
  }

  get step(): Step {
    return this.#step;
  }

  /** Asks how many minutes first. */
  choose(): void {
    this.#step = { at: 'choosing' };
  }

  close(): void {
    this.#step = { at: 'closed' };
  }

  async ask(change: Change): Promise<void> {
    const plan = this.#plan();
    if (plan === undefined) {
      return;
    }
    const { id, version } = plan.schedule;
    const asking: Step = { at: 'asking', change };
    this.#step = asking;
    const outcome = await this.#send(change, id, { dryRun: true, expect: version });
    if (this.#step !== asking) {
      return; // Closed, or asked something else meanwhile.
    }
    this.#step = outcome.ok
      ? { at: 'preview', change, preview: preview(outcome.result, plan) }
      : refusedStep(change, outcome.refusal);
  }

  async confirm(): Promise<void> {
    const plan = this.#plan();
    if (this.#step.at !== 'preview' || plan === undefined) {
      return;
    }
    const { change, preview } = this.#step;
    const sending: Step = { at: 'sending', change, preview };
    this.#step = sending;
    const outcome = await this.#send(change, plan.schedule.id, {
      dryRun: false,
      expect: preview.version,
    });
    if (outcome.ok) {
      this.#ondone(change.kind);
    }
    if (this.#step === sending) {
      this.#step = outcome.ok ? { at: 'closed' } : refusedStep(change, outcome.refusal);
    }
  }
}

function preview(moved: Moved, plan: Plan): Preview {
  return previewOf(moved, plan.blocks, plan.schedule.version, plan.nowMs);
}

function refusedStep(
  change: Change,
  refusal: { code: number; key: string; args?: Readonly<Record<string, unknown>> | undefined },
): Step {
  return {
    at: 'refused',
    change,
    refused: {
      code: refusal.code,
      key: refusal.key,
      retry: LOOK_AGAIN.has(refusal.key),
      args: refusal.args ?? {},
    },
  };
}
