/** Commands on their way: each with the id the device gave it, until the floor has answered. */
import type { AnyCommand, CommandBody, CommandKind, CommandResult, Refused } from '../wire/frames';
import { isCommand } from '../wire/frames';
import { parseFromDevice } from '../wire/codec';
import type { Keep } from './keep';

export type Pending = {
  readonly id: string;
  readonly kind: CommandKind;
  readonly body: CommandBody<CommandKind>;
  readonly dryRun?: boolean;
  readonly expect?: number;
  /** Floor time of the act. */
  readonly actedAtMs: number;
  /** It went out at least once; otherwise it waits for the network. */
  readonly sent: boolean;
  /** On its way for 300 ms: the screen says so. */
  readonly slow: boolean;
  /** No answer for three seconds: nobody knows whether it happened, and it is asked again. */
  readonly doubted: boolean;
  /** It was done without a network, or before the page was opened anew. */
  readonly waited: boolean;
};

/** An act done without a network that the floor then refused: it stands until somebody looks. */
export type Look = {
  readonly id: string;
  readonly kind: CommandKind;
  readonly code: number;
  readonly actedAtMs: number;
};

export type Refusal = Pick<Refused, 'id' | 'code' | 'key' | 'retryAfterMs' | 'args' | 'row'> & {
  readonly kind: CommandKind;
};

export type Outcome<K extends CommandKind> =
  | { readonly ok: true; readonly result: CommandResult<K>; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * What [Store.act] gives back: the id (to take an unsent act back) and the floor's answer when it
 * comes.
 */
export type Act<K extends CommandKind> = {
  readonly id: string;
  readonly outcome: Promise<Outcome<K>>;
};

/** The acts that survive a reload: kept on the device until answered. */
const KEPT: ReadonlySet<CommandKind> = new Set<CommandKind>([
  'help.ask',
  'arrival.report',
  'help.claim',
  'help.next',
]);

/** Keeps those acts over a reload. Holds nothing else, and nothing from another person. */
export class Outbox {
  readonly #keep: Keep;
  readonly #name: string;

  constructor(device: string, keep: Keep) {
    this.#keep = keep;
    this.#name = `outbox.${device}`;
  }

  async keep(person: string, date: string, pending: Iterable<Pending>): Promise<void> {
    const acts = [...pending]
      .filter((one) => KEPT.has(one.kind) && one.dryRun !== true)
      .map(({ id, kind, body, actedAtMs }) => ({
        actedAtMs,
        command: { t: 'command', id, date, kind, body },
      }));
    if (acts.length === 0) await this.#keep.remove(this.#name);
    else await this.#keep.set(this.#name, { person, date, acts });
  }

  /** What was kept for this person, and whether it is of this day; another's is thrown away. */
  async take(
    person: string,
    date: string,
  ): Promise<{ readonly today: boolean; readonly acts: readonly Pending[] }> {
    const found = await this.#keep.get(this.#name);
    const kept = (found ?? {}) as { person?: unknown; date?: unknown; acts?: unknown };
    const acts: readonly unknown[] = Array.isArray(kept.acts) ? kept.acts : [];
    const hers = kept.person === person;
    if (!hers || kept.date !== date) await this.clear();
    return {
      today: kept.date === date,
      acts: hers ? acts.flatMap((act) => read(act) ?? []) : [],
    };
  }

  async clear(): Promise<void> {
    await this.#keep.remove(this.#name);
  }
}

function read(outer: unknown): Pending | undefined {
  if (typeof outer !== 'object' || outer === null) return undefined;
  const { actedAtMs, command } = outer as { actedAtMs?: unknown; command?: unknown };
  const parsed = parseFromDevice(JSON.stringify(command ?? null));
  if (!parsed.ok || parsed.frame.t !== 'command' || typeof actedAtMs !== 'number') return undefined;
  const { id, kind, body } = parsed.frame;
  return { id, kind, body, actedAtMs, sent: false, slow: true, doubted: false, waited: true };
}

/** The frame of a pending command. */
export function commandFrame(pending: Pending, date: string): AnyCommand {
  const { id, kind, body, dryRun, expect } = pending;
  const frame = { t: 'command', id, date, kind, body } as AnyCommand;
  return {
    ...frame,
    ...(dryRun === undefined ? {} : { dryRun }),
    ...(expect === undefined ? {} : { expect }),
  };
}

/** Whether a pending command is of a kind and says all of that. */
export function says<K extends CommandKind>(
  pending: Pending,
  kind: K,
  part?: Partial<CommandBody<K>>,
): boolean {
  if (pending.kind !== kind || !isCommand(kind)) return false;
  const body: Readonly<Record<string, unknown>> = { ...pending.body };
  return Object.entries(part ?? {}).every(([field, value]) => body[field] === value);
}
