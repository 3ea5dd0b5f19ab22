/**
 * The acts of one screen on their way to the floor: each sent under one id until the floor has
 * answered, kept while there is no network, and what was refused shown for five seconds.
 */
import { readResult } from '../wire/codec';
import type { AnyCommand, CommandBody, CommandKind, Done, Refused } from '../wire/frames';
import { WireFault } from '../wire/shape';
import type { Act, Look, Outbox, Outcome, Pending, Refusal } from './commands';
import { commandFrame, says } from './commands';
import { uuid } from './device';

/** An act still unanswered after this is shown as on its way. */
const SLOW_MS = 300;
/** So long after it went out, an act without an answer goes out again under its id. */
const AGAIN_AFTER_MS = [3_000, 9_000, 21_000, 45_000] as const;
/** How long a refusal stands on the screen. */
const REFUSAL_STANDS_MS = 5_000;
/** A refusal that says "try again" is tried again by itself so often, if the wait is short. */
const RETRIES_MAX = 3;
const RETRY_WAIT_MAX_MS = 3_000;
const RETRY_WAIT_MS = 500;
/** 2003: what was asked on another service date is not asked again. */
const WRONG_DAY = { code: 2003, key: 'wrong-day' } as const;
/** Done, but with a result this program cannot read; no number of the wire. */
const UNREADABLE = { code: 0, key: 'unreadable' } as const;

/** Whose acts these are, and of which service date. */
export type Whose = { readonly person: string; readonly date: string };

export class Acts {
  readonly #outbox: Outbox;
  readonly #transmit: (command: AnyCommand) => boolean;
  readonly #nowMs: () => number;
  readonly #answers = new Map<string, (outcome: Outcome<CommandKind>) => void>();
  readonly #retries = new Map<string, number>();
  /** What asks again, for each act that went out and has no answer. */
  readonly #again = new Map<string, ReturnType<typeof setTimeout>>();
  #whose: Whose | undefined;
  /** What was kept before is taken up: from now on what is kept is ours to write. */
  #isTaken = false;
  #pending = $state.raw<ReadonlyMap<string, Pending>>(new Map());
  #refusals = $state.raw<readonly Refusal[]>([]);
  #looks = $state.raw<readonly Look[]>([]);

  /** `transmit` says whether the frame went out; `nowMs` is floor time. */
  constructor(outbox: Outbox, transmit: (command: AnyCommand) => boolean, nowMs: () => number) {
    this.#outbox = outbox;
    this.#transmit = transmit;
    this.#nowMs = nowMs;
  }

  get pending(): ReadonlyMap<string, Pending> {
    return this.#pending;
  }

  get queued(): number {
    let count = 0;
    for (const one of this.#pending.values()) if (!one.sent) count += 1;
    return count;
  }

  get refusals(): readonly Refusal[] {
    return this.#refusals;
  }

  /** What was done without a network and then refused; until [looked]. */
  get looks(): readonly Look[] {
    return this.#looks;
  }

  looked(): void {
    this.#looks = [];
  }

  pendingAct<K extends CommandKind>(kind: K, part?: Partial<CommandBody<K>>): Pending | undefined {
    for (const one of this.#pending.values()) if (says(one, kind, part)) return one;
    return undefined;
  }

  act<K extends CommandKind>(
    kind: K,
    body: CommandBody<K>,
    options: { readonly dryRun?: boolean; readonly expect?: number },
  ): Act<K> {
    const id = uuid();
    const actedAtMs = Math.round(this.#nowMs());
    const acted: Pending = {
      ...{ id, kind, actedAtMs, ...options },
      body: kind === 'arrival.report' ? { ...body, atMs: actedAtMs } : body,
      ...{ sent: false, slow: false, doubted: false, waited: false },
    };
    const outcome = new Promise<Outcome<CommandKind>>((answer) => this.#answers.set(id, answer));
    this.#keep(new Map(this.#pending).set(id, acted));
    if (!this.#send(acted)) this.#mark(id, { waited: true });
    setTimeout(() => this.#mark(id, { slow: true }), SLOW_MS);
    return { id, outcome: outcome as Promise<Outcome<K>> };
  }

  withdraw(id: string): boolean {
    const pending = this.#pending.get(id);
    if (pending === undefined || pending.sent) return false;
    this.#forget(id);
    this.#answers.delete(id);
    return true;
  }

  dismissRefusal(id: string): void {
    this.#refusals = this.#refusals.filter((one) => one.id !== id);
  }

  /**
   * Takes up what was kept for this person and day; what belongs to others is refused here, and
   * sent nowhere.
   */
  belongTo(whose: Whose): void {
    const before = this.#whose;
    if (before?.person === whose.person && before.date === whose.date) return;
    if (before !== undefined) {
      for (const one of this.#pending.values()) this.#fail({ ...WRONG_DAY, id: one.id }, one);
    }
    this.#whose = whose;
    this.#isTaken = false;
    void this.#takeUp(whose);
  }

  async #takeUp(whose: Whose): Promise<void> {
    const { today, acts } = await this.#outbox.take(whose.person, whose.date);
    if (this.#whose !== whose) return;
    this.#isTaken = true;
    const missing = acts.filter((one) => !this.#pending.has(one.id));
    if (today) {
      const pending = new Map(missing.map((one) => [one.id, one]));
      this.#keep(new Map([...pending, ...this.#pending]));
      for (const one of missing) this.#send(one);
    } else {
      this.#looks = [...this.#looks, ...missing.map((one) => lookAt(one, WRONG_DAY.code))];
      this.#keep(this.#pending);
    }
  }

  /** The socket is open again: every act without an answer goes out once more, under its old id. */
  resendAll(): void {
    for (const pending of this.#pending.values()) this.#send(pending);
  }

  /** At sign-out: nothing stays on the device. */
  clear(): void {
    for (const id of this.#again.keys()) this.#heard(id);
    this.#pending = new Map();
    this.#looks = [];
    this.#whose = undefined;
    void this.#outbox.clear();
  }

  done(done: Done): void {
    const pending = this.#pending.get(done.id);
    if (pending === undefined) return;
    try {
      const result = readResult(pending.kind, done.result);
      this.#forget(done.id);
      this.#answer(done.id, { ok: true, result, seq: done.seq });
    } catch (fault) {
      if (!(fault instanceof WireFault)) throw fault;
      this.#fail({ ...UNREADABLE, id: done.id }, pending);
    }
  }

  refused(refused: Refused): void {
    const pending = this.#pending.get(refused.id);
    if (pending === undefined) return;
    const tries = this.#retries.get(refused.id) ?? 0;
    const waitMs = refused.retryAfterMs ?? RETRY_WAIT_MS * 2 ** tries;
    if (refused.retry && tries < RETRIES_MAX && waitMs <= RETRY_WAIT_MAX_MS) {
      this.#heard(refused.id);
      this.#mark(refused.id, { doubted: false });
      this.#retries.set(refused.id, tries + 1);
      setTimeout(() => this.#resend(refused.id), waitMs);
      return;
    }
    this.#fail(refused, pending);
  }

  /** The server does not know this command, or not like this: it is not sent again. */
  unknown(id: string, code: number, key: string): void {
    const pending = this.#pending.get(id);
    if (pending !== undefined) this.#fail({ id, code, key }, pending);
  }

  #fail(refused: Pick<Refused, 'id' | 'code' | 'key'> & Partial<Refused>, pending: Pending): void {
    const { id, code, key, retryAfterMs, args, row } = refused;
    const refusal: Refusal = {
      ...{ id, code, key, kind: pending.kind },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(args === undefined ? {} : { args }),
      ...(row === undefined ? {} : { row }),
    };
    this.#forget(id);
    if (pending.waited) {
      this.#looks = [...this.#looks, lookAt(pending, code)];
    } else {
      this.#refusals = [...this.#refusals, refusal];
      setTimeout(() => this.dismissRefusal(id), REFUSAL_STANDS_MS);
    }
    this.#answer(id, { ok: false, refusal });
  }

  #resend(id: string): void {
    const pending = this.#pending.get(id);
    if (pending !== undefined) this.#send(pending);
  }

  #send(pending: Pending): boolean {
    if (this.#whose === undefined) return false;
    const sent = this.#transmit(commandFrame(pending, this.#whose.date));
    if (sent) {
      this.#mark(pending.id, { sent });
      if (!this.#again.has(pending.id)) this.#askAgain(pending.id, 0);
    }
    return sent;
  }

  /** The floor takes an id once: whoever asks again is told what became of it. */
  #askAgain(id: string, times: number): void {
    const afterMs = AGAIN_AFTER_MS[times];
    this.#heard(id);
    if (afterMs === undefined) return;
    const waitMs = afterMs - (AGAIN_AFTER_MS[times - 1] ?? 0);
    const timer = setTimeout(() => {
      this.#mark(id, { doubted: true });
      this.#resend(id);
      this.#askAgain(id, times + 1);
    }, waitMs);
    this.#again.set(id, timer);
  }

  #heard(id: string): void {
    clearTimeout(this.#again.get(id));
    this.#again.delete(id);
  }

  #mark(id: string, change: Partial<Pending>): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending = new Map(this.#pending).set(id, { ...pending, ...change });
  }

  #forget(id: string): void {
    const pending = new Map(this.#pending);
    pending.delete(id);
    this.#retries.delete(id);
    this.#heard(id);
    this.#keep(pending);
  }

  #keep(pending: ReadonlyMap<string, Pending>): void {
    this.#pending = pending;
    if (this.#whose === undefined || !this.#isTaken) return;
    void this.#outbox.keep(this.#whose.person, this.#whose.date, pending.values());
  }

  #answer(id: string, outcome: Outcome<CommandKind>): void {
    this.#answers.get(id)?.(outcome);
    this.#answers.delete(id);
  }
}

function lookAt({ id, kind, actedAtMs }: Pending, code: number): Look {
  return { id, kind, code, actedAtMs };
}
