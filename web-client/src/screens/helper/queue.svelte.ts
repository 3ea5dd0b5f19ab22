/** A helper's acts on the line, each one tap, with what is on its way. */
import type { Asking } from '../../parts/asking';
import type { Outcome, Pending, Refusal } from '../../store/commands';
import type { Store } from '../../store/store.svelte';
import type { CommandBody, CommandKind, HelpReason } from '../../wire/frames';
import type { Call, Helper, HelpKind, HelpState, LostCall, RosterRow } from '../../wire/views';
import { atBell, groupsOf, heldFirst, TOLD_MIN, type AtBell } from './line';
import { isAway } from './roster';

/** 2302 `help-already-claimed`; its `args.helper` names who has it. */
const TAKEN = 2302;

/** Those on hold, not found or parked are not to be taken. */
const AT_HAND: readonly HelpState[] = ['waiting', 'claimed', 'helping'];

/** How long a claim or a release can be taken back, and what is over, in real milliseconds. */
const UNDO_MS = { claimed: 10_000, released: 10_000, finished: 28_000, closed: 28_000 } as const;

/** What was just done. Those the floor can take back have a time for it. */
export type Deed = {
  readonly said:
    | 'claimed'
    | 'released'
    | 'finished'
    | 'closed'
    | 'held'
    | 'handed'
    | 'gone'
    | 'lowered'
    | 'raised'
    | 'already';
  readonly code: string;
  /** To whom it was handed. */
  readonly to?: string;
  readonly call: string;
  readonly epoch: number;
};

/** How long the undo bar stands; none for what only has a word. */
export function undoMs({ said }: Deed): number | undefined {
  return said in UNDO_MS ? UNDO_MS[said as keyof typeof UNDO_MS] : undefined;
}

/** The wire takes no more at once. */
const GROUP_MAX = 12;

export type Handed = Pick<CommandBody<'help.hand-off'>, 'to' | 'role'>;
export type AskedFor = { readonly student: string; readonly kind: HelpKind; readonly text: string };
export type Lowered = Omit<CommandBody<'help.lower'>, 'help'>;

/** What an owner says of a call with nothing but its claim. */
type OwnWord =
  'help.arrived' | 'help.done' | 'help.done-all' | 'help.release' | 'help.not-here' | 'help.keep';
const OWN_KINDS = [
  'help.arrived',
  'help.done',
  'help.done-all',
  'help.release',
  'help.not-here',
  'help.keep',
  'help.hold',
  'help.hand-off',
  'help.dismiss',
] as const;

type TakingKind = 'help.claim' | 'help.next' | 'help.group' | 'help.take-over';

export class Queue {
  readonly #store: Store;
  #deed = $state.raw<Deed>();
  #lastHelpMs = $state<number>();
  #toldUntilMs = $state(0);
  #leaving = false;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The one this helper has. */
  get mine(): Call | undefined {
    return this.#store.calls.find((call) => call.mine);
  }

  /** The whole group this helper has, one by one; of one call only that. */
  get members(): readonly Call[] {
    return this.#store.calls.filter((call) => call.mine);
  }

  /** Those this helper put on hold or did not find, the next to come back first. */
  get onHold(): readonly Call[] {
    return heldFirst(this.#store.calls, this.#store.helperMe?.person);
  }

  /** Hands with the same question, that nobody has yet. */
  get groups(): readonly (readonly Call[])[] {
    return groupsOf(this.others);
  }

  /** What went from this helper and not by her. */
  get lost(): readonly LostCall[] {
    return this.#store.helperMe?.lost ?? [];
  }

  get notingLost(): boolean {
    return this.#store.pendingAct('help.noted') !== undefined;
  }

  /** She has read it. */
  noteLost(): void {
    const helps = this.lost.slice(0, GROUP_MAX).map(({ id }) => id);
    if (helps.length > 0 && !this.notingLost) this.#store.act('help.noted', { helps });
  }

  /** To whom a call may be handed. */
  get colleagues(): readonly Helper[] {
    return [...this.#store.table('helpers').values()];
  }

  /** Everybody else's and nobody's, in the floor's order. */
  get others(): readonly Call[] {
    return this.#store.calls.filter((call) => !call.mine && AT_HAND.includes(call.state));
  }

  call(id: string): Call | undefined {
    return this.#store.calls.find((one) => one.id === id);
  }

  /** Whether there is anything to do to a call beyond taking it. */
  hasMore(call: Call): boolean {
    return this.onDuty && (call.state === 'waiting' || call.standing.takeMs !== undefined);
  }

  get waiting(): number {
    return this.#store.calls.filter((call) => call.state === 'waiting').length;
  }

  get onDuty(): boolean {
    const duty = this.#store.helperMe?.duty;
    return duty === 'on' || duty === 'away';
  }

  get away(): boolean {
    return this.#store.helperMe?.duty === 'away';
  }

  /** She is on duty only for the one she has: then she leaves, or says that she stays. */
  get hoursOver(): boolean {
    return this.#store.helperMe?.hoursOver === true;
  }

  get switchingDuty(): boolean {
    return (
      this.#store.pendingAct('duty.start') !== undefined ||
      this.#store.pendingAct('duty.end') !== undefined
    );
  }

  get claimingNext(): Asking {
    return this.#asking(this.#store.pendingAct('help.next'));
  }

  get claimingGroup(): Asking {
    return this.#asking(this.#store.pendingAct('help.group'));
  }

  /** An act on the one this helper has is on its way. */
  get acting(): Asking {
    for (const { id: help } of this.members)
      for (const kind of OWN_KINDS) {
        const pending = this.#store.pendingAct(kind, { help });
        if (pending !== undefined) return this.#asking(pending);
      }
    return 'no';
  }

  /** When this device was last told that she was done, in floor time. */
  get lastHelpMs(): number | undefined {
    return this.#lastHelpMs;
  }

  /** A claim that went from her is not hers to take back. */
  get deed(): Deed | undefined {
    const deed = this.#deed;
    const isLost = deed?.said === 'claimed' && this.lost.some(({ id }) => id === deed.call);
    return isLost ? undefined : deed;
  }

  /** Whom the floor named when it refused a claim. */
  takenBy(refusal: Refusal): string | undefined {
    const helper = refusal.args?.['helper'];
    return refusal.code === TAKEN && typeof helper === 'string' ? helper : undefined;
  }

  claiming(id: string): Asking {
    return this.#asking(this.#store.pendingAct('help.claim', { help: id }));
  }

  /** What went out and has no answer, or cannot have one, may have happened or not. */
  #asking(pending: Pending | undefined): Asking {
    if (pending === undefined) return 'no';
    if (!pending.sent) return 'kept';
    return pending.doubted || this.#store.freshness.kind === 'offline' ? 'checking' : 'asking';
  }

  claim(id: string): void {
    if (this.claiming(id) === 'no')
      void this.#told(this.#store.act('help.claim', { help: id }).outcome);
  }

  next(): void {
    if (this.claimingNext === 'no') void this.#told(this.#store.act('help.next', {}).outcome);
  }

  /** Those with the same question, taken together. */
  together(calls: readonly Call[]): void {
    if (this.claimingGroup !== 'no') return;
    const helps = calls.slice(0, GROUP_MAX).map(({ id }) => id);
    void this.#told(this.#store.act('help.group', { helps }).outcome);
  }

  arrived(): void {
    this.#say('help.arrived', this.mine);
  }

  /** One of the group, or the one there is. */
  done(call: Call | undefined = this.mine): void {
    this.#say('help.done', call, 'finished');
  }

  doneForAll(): void {
    this.#say('help.done-all', this.mine, 'finished');
  }

  release(reason?: HelpReason): void {
    const call = this.mine;
    if (call === undefined) return;
    const why = reason === undefined ? {} : { reason };
    const body = { help: call.id, epoch: call.epoch, ...why };
    this.#act('help.release', body, call, { said: 'released' });
  }

  notHere(): void {
    this.#say('help.not-here', this.mine, 'gone');
  }

  keep(): void {
    this.#say('help.keep', this.mine);
  }

  hold(minutes: number, note: string): void {
    const call = this.mine;
    if (call === undefined) return;
    const said = note.trim();
    const more = said === '' ? { minutes } : { minutes, note: said };
    this.#act('help.hold', { help: call.id, epoch: call.epoch, ...more }, call, { said: 'held' });
  }

  /** To somebody by name, or to anybody of a role; `name` is how she is called here. */
  handOff(to: Handed, name: string): void {
    const call = this.mine;
    if (call === undefined) return;
    const body = { help: call.id, epoch: call.epoch, ...to };
    this.#act('help.hand-off', body, call, { said: 'handed', to: name });
  }

  lower(call: Call, to: Lowered): void {
    this.#act('help.lower', { help: call.id, ...to }, call, { said: 'lowered' });
  }

  /** Closed by her; what is somebody's is hers to close only while she has it. */
  dismiss(call: Call, reason: HelpReason): void {
    const claim = call.mine ? { epoch: call.epoch } : {};
    this.#act('help.dismiss', { help: call.id, ...claim, reason }, call, { said: 'closed' });
  }

  pin(call: Call, on: boolean): void {
    this.#store.act('help.pin', { help: call.id, on });
  }

  /** Whoever is in a room of hers where hands wait reads how long it takes. */
  tellWait(): void {
    const mine = this.others.filter(({ state }) => state === 'waiting').map(({ room }) => room);
    const rooms = [...new Set(mine)].filter((room) => this.#store.rooms.get(room)?.mine === true);
    for (const room of rooms) this.#store.act('help.tell-wait', { room, minutes: TOLD_MIN });
    if (rooms.length > 0) this.#toldUntilMs = this.#store.nowMs + TOLD_MIN * 60_000;
  }

  /** It was told from here, and is so still. */
  get toldWait(): boolean {
    return this.#store.nowMs < this.#toldUntilMs;
  }

  arrange(call: Call, what: AtBell): void {
    if (atBell(call) !== what) this.#store.act('help.at-bell', { help: call.id, what });
  }

  arranging(call: Call): boolean {
    return this.#store.pendingAct('help.at-bell', { help: call.id }) !== undefined;
  }

  /** From somebody nobody hears of. */
  takeOver(call: Call, reason: HelpReason): void {
    void this.#told(this.#store.act('help.take-over', { help: call.id, reason }).outcome);
  }

  /** Who is in her rooms and may have a hand raised for her, by name. */
  get askable(): readonly RosterRow[] {
    return [...this.#store.roster.values()]
      .filter((row) => row.kept === undefined && !isAway(row))
      .sort((one, other) => one.name.localeCompare(other.name));
  }

  get askingFor(): Asking {
    return this.#asking(this.#store.pendingAct('help.ask'));
  }

  /** Raises a hand for a student; `true` when the floor has it. */
  async askFor({ student, kind, text }: AskedFor): Promise<boolean> {
    if (this.askingFor !== 'no') return false;
    const code = this.#store.roster.get(student)?.code ?? '';
    const more = text === '' ? {} : { text };
    const { id, outcome } = this.#store.act('help.ask', { student, kind, ...more });
    const answer = await outcome;
    if (!answer.ok) return false;
    const call = answer.result.help;
    this.#deed = { said: call === id ? 'raised' : 'already', code, call, epoch: 0 };
    return true;
  }

  /** To be said while helping, so that the floor knows she is still there. */
  renew(): void {
    for (const call of this.members) {
      if (call.state === 'helping')
        this.#store.act('help.renew', { help: call.id, epoch: call.epoch });
    }
  }

  /** Takes the last deed back: a claim is released, a release is claimed again. */
  undo(): void {
    const deed = this.#deed;
    this.#deed = undefined;
    if (deed?.said === 'claimed') {
      this.#store.act('help.release', { help: deed.call, epoch: deed.epoch });
    } else if (deed?.said === 'released') {
      this.#store.act('help.claim', { help: deed.call });
    } else if (deed?.said === 'finished' || deed?.said === 'closed') {
      this.#store.act('help.undo', { help: deed.call });
    }
  }

  settle(): void {
    this.#deed = undefined;
  }

  /** Whoever still has a call settles that first: `false`. */
  switchDuty(): boolean {
    if (this.switchingDuty) return true;
    if (this.onDuty && this.mine !== undefined) return false;
    this.#store.act(this.onDuty ? 'duty.end' : 'duty.start', {});
    return true;
  }

  stayOn(): void {
    if (!this.switchingDuty) this.#store.act('duty.start', {});
  }

  /** As soon as what this helper has is settled, her duty ends. */
  leaveAfter(settle: () => void): void {
    this.#leaving = true;
    settle();
  }

  setAway(away: boolean): void {
    if (this.#store.pendingAct('duty.away') === undefined) this.#store.act('duty.away', { away });
  }

  async #told(outcome: Promise<Outcome<TakingKind>>): Promise<void> {
    const answer = await outcome;
    if (!answer.ok) return;
    const { help, epoch } = answer.result;
    const call = this.#store.calls.find((one) => one.id === help);
    if (call !== undefined) this.#deed = { said: 'claimed', code: call.code, call: help, epoch };
  }

  #say(kind: OwnWord, call: Call | undefined, said?: Deed['said']): void {
    if (call !== undefined) this.#act(kind, { help: call.id, epoch: call.epoch }, call, { said });
  }

  #act<K extends CommandKind>(
    kind: K,
    body: CommandBody<K>,
    { id, code, epoch }: Call,
    { said, to }: { said: Deed['said'] | undefined; to?: string },
  ): void {
    void this.#store.act(kind, body).outcome.then((answer) => {
      const leaves = this.#leaving;
      this.#leaving = false;
      if (!answer.ok || said === undefined) return;
      if (said === 'finished') this.#lastHelpMs = this.#store.nowMs;
      this.#deed = { said, code, call: id, epoch, ...(to === undefined ? {} : { to }) };
      if (leaves) this.#store.act('duty.end', {});
    });
  }
}
