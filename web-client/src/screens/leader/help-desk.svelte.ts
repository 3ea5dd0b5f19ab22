/** A leader's acts on the calls for help of a room. */
import type { Store } from '../../store/store.svelte';
import type { HelpReason } from '../../wire/frames';
import type {
  BellCalls,
  Helper,
  HelpLoad,
  HelpToday,
  LessonCalls,
  LineCall,
  RoomHelp,
} from '../../wire/views';

/** What the floor takes no longer than half a minute to take back. */
export const TAKE_BACK_MS = 28_000;

export type Cleared = { readonly room: string; readonly count: number };

const ACTS = [
  'help.take-over',
  'help.hand-off',
  'help.dismiss',
  'help.arrived',
  'help.done',
  'help.release',
] as const;

/** A room in which help is short. */
export type HelpConcern = { readonly room: RoomHelp; readonly kind: 'busy' | 'nobody' };

export function helpConcerns(rooms: Iterable<RoomHelp>): HelpConcern[] {
  return [...rooms].flatMap((room): HelpConcern[] => {
    if (room.unhelped === true) return [{ room, kind: 'nobody' }];
    return room.busy === true ? [{ room, kind: 'busy' }] : [];
  });
}

/** What stands out first; of what was told too seldom to say, the most calls first. */
function lessonsInOrder(lessons: Iterable<LessonCalls>): LessonCalls[] {
  return [...lessons].sort(
    (one, two) =>
      (two.perHundred ?? -1) - (one.perHundred ?? -1) ||
      two.requests - one.requests ||
      one.id.localeCompare(two.id),
  );
}

export class HelpDesk {
  readonly #store: Store;
  #cleared = $state.raw<Cleared>();
  #finished = $state.raw<LineCall>();

  constructor(store: Store) {
    this.#store = store;
  }

  get rooms(): readonly RoomHelp[] {
    return [...this.#store.table('roomHelp').values()];
  }

  get today(): HelpToday | undefined {
    return this.#store.table('helpToday').get('today');
  }

  /** By name: in which order they stand says nothing. */
  get loads(): readonly HelpLoad[] {
    const loads = [...this.#store.table('helpLoads').values()];
    return loads.sort((one, other) => one.name.localeCompare(other.name));
  }

  /** In the order in which they rang. */
  get bells(): readonly BellCalls[] {
    return [...this.#store.table('helpBells').values()].sort((one, two) => one.atMs - two.atMs);
  }

  get lessons(): readonly LessonCalls[] {
    return lessonsInOrder(this.#store.table('helpLessons').values());
  }

  get concerns(): readonly HelpConcern[] {
    return helpConcerns(this.rooms);
  }

  /** Open calls of a room, in the order of the line. */
  calls(room: string): readonly LineCall[] {
    return [...this.#store.table('line').values()]
      .filter((call) => call.room === room)
      .sort((one, other) => one.order - other.order);
  }

  get helpers(): readonly Helper[] {
    const all = [...this.#store.table('helpers').values()];
    return all.filter(({ id, duty }) => duty !== 'off' && id !== this.#store.person?.id);
  }

  get cleared(): Cleared | undefined {
    return this.#cleared;
  }

  /** What this leader has just said is done. */
  get finished(): LineCall | undefined {
    return this.#finished;
  }

  /** Calls of which the helper who is there has not been heard of for long. */
  get silent(): readonly LineCall[] {
    return [...this.#store.table('line').values()].filter(({ silent }) => silent === true);
  }

  /** The one this leader has taken on. */
  get own(): LineCall | undefined {
    return [...this.#store.table('line').values()].find((call) => this.isOwn(call));
  }

  isOwn({ owner }: LineCall): boolean {
    return owner !== undefined && owner.id === this.#store.person?.id;
  }

  acting(help: string): boolean {
    return ACTS.some((kind) => this.#store.pendingAct(kind, { help }) !== undefined);
  }

  takeOver(call: LineCall, reason: HelpReason): void {
    this.#store.act('help.take-over', { help: call.id, reason });
  }

  arrived({ id: help, epoch }: LineCall): void {
    this.#store.act('help.arrived', { help, epoch });
  }

  release({ id: help, epoch }: LineCall): void {
    this.#store.act('help.release', { help, epoch });
  }

  done(call: LineCall): void {
    const { outcome } = this.#store.act('help.done', { help: call.id, epoch: call.epoch });
    void outcome.then((answer) => {
      if (answer.ok) this.#finished = call;
    });
  }

  undone(): void {
    if (this.#finished === undefined) return;
    this.#store.act('help.undo', { help: this.#finished.id });
    this.#finished = undefined;
  }

  /** To be said while she helps, so that the floor knows she is still there. */
  renew(): void {
    const { own } = this;
    if (own?.state !== 'helping') return;
    this.#store.act('help.renew', { help: own.id, epoch: own.epoch });
  }

  handOff(call: LineCall, to: string): void {
    this.#store.act('help.hand-off', { help: call.id, epoch: call.epoch, to });
  }

  dismiss(call: LineCall, reason: HelpReason): void {
    const claim = call.owner === undefined ? {} : { epoch: call.epoch };
    this.#store.act('help.dismiss', { help: call.id, reason, ...claim });
  }

  /** As many as were shown: if the line has changed since, the floor asks again. */
  clear(room: RoomHelp, reason: HelpReason): void {
    const count = room.waiting;
    const { outcome } = this.#store.act('help.clear', { room: room.id, count, reason });
    void outcome.then((answer) => {
      if (answer.ok) this.#cleared = { room: room.id, count };
    });
  }

  unclear(): void {
    if (this.#cleared === undefined) return;
    this.#store.act('help.unclear', { room: this.#cleared.room });
    this.#cleared = undefined;
  }

  settle(): void {
    this.#cleared = undefined;
    this.#finished = undefined;
  }
}
