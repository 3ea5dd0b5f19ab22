// One change of the day on its way: ask what would happen, show it, send it. The preview and the
// command name the same version of the schedule, so what was shown is what is done.
import type { Outcome } from '../../store/commands';
import type { CommandKind, Moved } from '../../wire/frames';
import type { Block, InsertMode, Schedule } from '../../wire/views';
import { previewOf, type Preview } from './preview';

export type ChangeKind = Extract<CommandKind, `timeline.${string}`>;

/** Who pays for a delay. */
export type Policy = 'compress' | 'absorb-next' | 'absorb-current' | 'shift' | 'drop';

export type Change = {
  readonly kind: ChangeKind;
  readonly minutes?: number;
  readonly policy?: Policy;
  readonly consent?: boolean;
  readonly drop?: readonly string[];
  readonly gap?: boolean;
  readonly block?: string;
  readonly name?: string;
  readonly mode?: InsertMode;
  readonly station?: string;
  readonly dayType?: string;
  /** Every schedule of the school at once. */
  readonly whole?: boolean;
};

/** The body of the command that does it. */
export function bodyOf({ kind: _, whole, ...rest }: Change, schedule: string): object {
  return whole === true ? { ...rest, scope: 'school' } : { ...rest, schedule };
}

/** Schedules of the school that were stopped by one control go on by one. */
export function goesOn(
  stopped: Schedule | undefined,
  all: Iterable<Schedule>,
): Pick<Change, 'whole'> {
  if (stopped === undefined || stopped.state === 'running') return {};
  const others = [...all].filter(({ id, parent }) => id !== stopped.id && parent === undefined);
  return others.some((other) => areStoppedTogether(stopped, other)) ? { whole: true } : {};
}

function areStoppedTogether(one: Schedule, other: Schedule): boolean {
  return one.state === other.state && stoppedAtMs(one) === stoppedAtMs(other);
}

/** A held schedule's time goes on: it stopped with the control. */
function stoppedAtMs({ pausedAtMs, last }: Schedule): number | undefined {
  return pausedAtMs ?? last?.atMs;
}

/** What the schedule and its blocks are at this moment. */
export type Plan = {
  readonly schedule: Schedule;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly nowMs: number;
  /** The version of the whole school: the sum over its schedules. */
  readonly versions: number;
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
  | { readonly at: 'more' }
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

  /** Offers what is done more seldom: a drill, a block left out, another type of day. */
  more(): void {
    this.#step = { at: 'more' };
  }

  close(): void {
    this.#step = { at: 'closed' };
  }

  async ask(change: Change): Promise<void> {
    const plan = this.#plan();
    if (plan === undefined) {
      return;
    }
    const { id } = plan.schedule;
    const version = versionOf(plan, change);
    const asking: Step = { at: 'asking', change };
    this.#step = asking;
    const outcome = await this.#send(change, id, { dryRun: true, expect: version });
    if (this.#step !== asking) {
      return; // Closed, or asked something else meanwhile.
    }
    this.#step = outcome.ok
      ? { at: 'preview', change, preview: preview(outcome.result, plan, version) }
      : refusedStep(change, outcome.refusal);
  }

  /** Does it without asking first: what is only taking back needs no preview. */
  async now(change: Change): Promise<void> {
    const plan = this.#plan();
    if (plan === undefined) {
      return;
    }
    const outcome = await this.#send(change, plan.schedule.id, {
      dryRun: false,
      expect: versionOf(plan, change),
    });
    if (outcome.ok) {
      this.#ondone(change.kind);
    } else {
      this.#step = refusedStep(change, outcome.refusal);
    }
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

function versionOf({ schedule, versions }: Plan, { whole }: Change): number {
  return whole === true ? versions : schedule.version;
}

function preview(moved: Moved, plan: Plan, version: number): Preview {
  return previewOf(moved, plan.blocks, version, plan.nowMs);
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
