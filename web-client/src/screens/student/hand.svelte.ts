/**
 * A student's hand: up in one tap, down in one, with what is on its way taken for what it will be.
 */
import type { Lamp } from '../../parts/LampStrip.svelte';
import type { Act, Pending } from '../../store/commands';
import type { Store } from '../../store/store.svelte';
import type { HelpKind, HelpState, OwnHelp } from '../../wire/views';

/** What she tried is asked for so long after she has asked; floor time. */
const TELL_WITHIN_MS = 30_000;
/** The lamp is full after this wait. */
const LAMP_FULL_MS = 10 * 60_000;
const OPEN: ReadonlySet<HelpState> = new Set<HelpState>([
  'waiting',
  'claimed',
  'helping',
  'on-hold',
  'unreachable',
]);
/** Real time in which a hand that was just taken down goes up again, a little less than the floor's. */
const UNDO_MS = 28_000;
/** What is over is asked about for so long; floor time, as the floor has it. */
const OVER_STANDS_MS = 10 * 60_000;

/** What she says of her call. */
export type Telling = {
  readonly kind: HelpKind;
  readonly text: string | undefined;
  /** Not with others who ask about the same. */
  readonly alone: boolean;
  /** Whom a talk is for; absent for whoever comes first. */
  readonly to: string | undefined;
};

export class Hand {
  readonly #store: Store;
  #last = $state.raw<Act<'help.ask'>>();
  #undoable = $state(false);
  #lowered = $state.raw<string>();
  #unparked = $state.raw<string>();
  #tried = $state.raw<string>();
  #skips = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The open request; absent while the hand is down, or is being taken down. */
  get open(): OwnHelp | undefined {
    const help = this.#store.ownHelp;
    if (help === undefined || !OPEN.has(help.state) || help.inferred === true) return undefined;
    return this.#loweringOf(help.id) && !this.#offline ? undefined : help;
  }

  /** A hand that was held up for her, and that she has not asked for. */
  get inferred(): OwnHelp | undefined {
    const help = this.#store.ownHelp;
    if (help?.inferred !== true || this.asking !== 'no') return undefined;
    return this.#loweringOf(help.id) === undefined ? help : undefined;
  }

  /** She can do it by herself. */
  gotIt(): void {
    const help = this.inferred;
    if (help !== undefined) this.#store.act('help.cancel', { help: help.id });
  }

  get asking(): 'no' | 'sending' | 'kept' {
    const pending = this.#store.pendingAct('help.ask');
    if (pending === undefined) return 'no';
    return pending.sent && !this.#offline ? 'sending' : 'kept';
  }

  get lowering(): boolean {
    const help = this.#store.ownHelp;
    return help !== undefined && this.#loweringOf(help.id) !== undefined;
  }

  /** What the band at the top says to an adult who walks by. */
  get lamp(): Lamp | undefined {
    const state = this.open?.state ?? (this.asking === 'no' ? undefined : 'waiting');
    switch (state) {
      case 'waiting':
      case 'claimed':
      case 'helping':
      case 'on-hold':
      case 'unreachable':
        return state;
      default:
        return undefined;
    }
  }

  get fill(): number {
    const help = this.open;
    if (help === undefined || help.state !== 'waiting') return help === undefined ? 0 : 1;
    return (this.#store.nowMs - help.askedAtMs) / LAMP_FULL_MS;
  }

  /** Raised on this screen a moment ago. */
  get undoable(): boolean {
    return this.#undoable && (this.open?.state === 'waiting' || this.asking !== 'no');
  }

  /** Whether somebody who is to come would still read more. */
  get tellable(): boolean {
    const help = this.open;
    return help?.state === 'waiting' || help?.state === 'claimed';
  }

  /** She has just asked, and has not said what it is about. */
  get fresh(): boolean {
    const help = this.open;
    return (
      help?.state === 'waiting' &&
      help.text === undefined &&
      this.#store.nowMs - help.askedAtMs < TELL_WITHIN_MS * Math.max(1, this.#store.speed)
    );
  }

  /** She was helped lately: what she tried is asked, while there is time to say more. */
  get asksTried(): boolean {
    return this.fresh && this.open?.id === this.#tried;
  }

  /** She would rather not say, and is not asked again for this hand. */
  skipTried(): void {
    this.#skips = true;
    this.#tried = undefined;
  }

  /** What she has tried goes with the hand as it is. */
  tellTried(text: string | undefined): void {
    const kind = this.open?.kind;
    if (text === undefined || kind === undefined) this.skipTried();
    else this.tell({ kind, text, alone: false, to: this.open?.to?.id });
  }

  /** What was over a short while ago, while nothing new was asked. */
  get over(): OwnHelp | undefined {
    const help = this.#store.ownHelp;
    if (help === undefined || OPEN.has(help.state) || this.asking !== 'no') return undefined;
    const sinceMs = this.#store.nowMs - (help.closedAtMs ?? 0);
    return sinceMs < OVER_STANDS_MS ? help : undefined;
  }

  /** The hand she took down a moment ago. */
  get lowered(): string | undefined {
    const { ownHelp } = this.#store;
    return ownHelp?.id === this.#lowered && this.over !== undefined ? this.#lowered : undefined;
  }

  /** What waits for another lesson, and is not being taken down. */
  get parked(): readonly OwnHelp[] {
    return this.#store.parkedHelp.filter(({ id }) => this.#loweringOf(id) === undefined);
  }

  /** What was parked, and she took down a moment ago. */
  get unparked(): string | undefined {
    return this.#unparked;
  }

  unpark(help: string): void {
    this.settle();
    this.#unparked = help;
    const { outcome } = this.#store.act('help.cancel', { help });
    void outcome.then((answer) => {
      if (!answer.ok && this.#unparked === help) this.#unparked = undefined;
    });
  }

  /** It waits again as before. */
  park(): void {
    const help = this.#unparked;
    this.#unparked = undefined;
    if (help !== undefined) this.#store.act('help.undo', { help });
  }

  get undoMs(): number {
    return UNDO_MS;
  }

  /** Something is being said of the open or the last one. */
  get saying(): boolean {
    const help = this.#store.ownHelp?.id;
    if (help === undefined) return false;
    const kinds = [
      'help.trying',
      'help.stuck',
      'help.here',
      'help.reopen',
      'help.undo',
      'help.decline',
    ] as const;
    return kinds.some((kind) => this.#store.pendingAct(kind, { help }) !== undefined);
  }

  trying(on: boolean): void {
    const help = this.open;
    if (help !== undefined && !this.saying) this.#store.act('help.trying', { help: help.id, on });
  }

  say(kind: 'help.stuck' | 'help.here' | 'help.reopen' | 'help.undo' | 'help.decline'): void {
    const help = this.#store.ownHelp;
    if (help === undefined || this.saying) return;
    this.#lowered = undefined;
    this.#store.act(kind, { help: help.id });
  }

  /** An adult now: an open hand keeps its place and goes to the front. */
  urgent(): void {
    if (this.asking === 'no') this.#store.act('help.ask', { kind: 'urgent' });
  }

  /** What nobody came for, once more with the same words. */
  again(): void {
    const help = this.over;
    this.#skips = false;
    if (help !== undefined) this.#ask(help.kind, help.text);
  }

  raise(): void {
    this.#skips = false;
    if (this.asking === 'no' && this.open === undefined) this.#ask('work', undefined);
  }

  #ask(kind: HelpKind, text: string | undefined): void {
    const body = { kind, ...(text === undefined ? {} : { text }) };
    this.#lowered = undefined;
    this.#last = this.#store.act('help.ask', body);
    this.#undoable = true;
    void this.#last.outcome.then((answer) => {
      if (!this.#skips && answer.ok && answer.result.tellTried === true)
        this.#tried = answer.result.help;
    });
  }

  /**
   * Takes the hand down: an ask that never left is withdrawn, one on its way is cancelled when it
   * has arrived.
   */
  lower(): void {
    this.#undoable = false;
    const help = this.open;
    if (help !== undefined) {
      const gaveUp = help.state === 'waiting' || help.state === 'unreachable';
      this.#store.act(gaveUp ? 'help.cancel' : 'help.done', { help: help.id });
      this.#lowered = help.id;
      return;
    }
    const pending = this.#store.pendingAct('help.ask');
    if (pending === undefined || this.#store.withdraw(pending.id)) return;
    void this.#cancelWhenAsked();
  }

  /** The time to take it back is over. */
  settle(): void {
    this.#undoable = false;
    this.#lowered = undefined;
    this.#unparked = undefined;
  }

  /** Says what it is about; her place stays hers. */
  tell({ kind, text, alone, to }: Telling): void {
    const help = this.open;
    if (help === undefined || !this.tellable) return;
    this.#tried = undefined;
    this.#store.act('help.tell', {
      help: help.id,
      kind,
      ...(text === undefined ? {} : { text }),
      ...(alone ? { alone } : {}),
      ...(to === undefined ? {} : { to }),
    });
  }

  async #cancelWhenAsked(): Promise<void> {
    const answer = await this.#last?.outcome;
    if (answer?.ok === true) this.#store.act('help.cancel', { help: answer.result.help });
  }

  #loweringOf(help: string): Pending | undefined {
    return (
      this.#store.pendingAct('help.cancel', { help }) ??
      this.#store.pendingAct('help.done', { help })
    );
  }

  get #offline(): boolean {
    return this.#store.freshness.kind === 'offline';
  }
}
