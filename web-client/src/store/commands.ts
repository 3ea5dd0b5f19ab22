/** Commands on their way: each with the id the device gave it, until the floor has answered. */
import type { AnyCommand, CommandBody, CommandKind, CommandResult, Refused } from '../wire/frames';
import { isCommand } from '../wire/frames';
import { parseFromDevice } from '../wire/codec';

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

/**
 * The acts a student may do without a network: kept on the device until answered, and for that day
 * only.
 */
const KEPT: ReadonlySet<CommandKind> = new Set<CommandKind>(['help.ask', 'arrival.report']);

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps those acts over a reload. Holds nothing else, and nothing from another person or day. */
export class Outbox {
  readonly #shelf: Shelf | undefined;
  readonly #key: string;

  constructor(device: string, shelf: Shelf | undefined) {
    this.#key = `carillon.outbox.${device}`;
    this.#shelf = shelf;
  }

  keep(person: string, date: string, pending: Iterable<Pending>): void {
    const lines = [...pending]
      .filter((one) => KEPT.has(one.kind) && one.dryRun !== true)
      .map(({ id, kind, body, actedAtMs }) =>
        JSON.stringify({ actedAtMs, command: { t: 'command', id, date, kind, body } }),
      );
    if (lines.length === 0) this.#shelf?.removeItem(this.#key);
    else this.#shelf?.setItem(this.#key, [`${person} ${date}`, ...lines].join('\n'));
  }

  /** What was kept for this person and day; anything else is thrown away. */
  take(person: string, date: string): Pending[] {
    const [whose, ...lines] = (this.#shelf?.getItem(this.#key) ?? '').split('\n');
    if (whose !== `${person} ${date}`) {
      this.clear();
      return [];
    }
    return lines.flatMap((line) => kept(line) ?? []);
  }

  clear(): void {
    this.#shelf?.removeItem(this.#key);
  }
}

function kept(line: string): Pending | undefined {
  const outer: unknown = JSON.parse(line);
  if (typeof outer !== 'object' || outer === null) return undefined;
  const { actedAtMs, command } = outer as { actedAtMs?: unknown; command?: unknown };
  const parsed = parseFromDevice(JSON.stringify(command ?? null));
  if (!parsed.ok || parsed.frame.t !== 'command' || typeof actedAtMs !== 'number') return undefined;
  const { id, kind, body } = parsed.frame;
  return { id, kind, body, actedAtMs, sent: false, slow: true };
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
