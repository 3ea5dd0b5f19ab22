// Sending a helper to a room that has too few adults, and back. Whom, the floor says; what it costs is
// said before, on the button that does it.
import type { Store } from '../../store/store.svelte';
import type { LeaderWords } from '../../text/floor-en';
import type { RoomHelp, Spare } from '../../wire/views';

export type Moved = {
  readonly helper: { readonly id: string; readonly name: string };
  /** Where she is now; absent when she is back in the rooms that are hers. */
  readonly room?: string;
};

export class Mover {
  readonly #store: Store;
  #moved = $state.raw<Moved>();
  #refused = $state<number>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What was done last, while it can be taken back by one press. */
  get moved(): Moved | undefined {
    return this.#moved;
  }

  get refused(): number | undefined {
    return this.#refused;
  }

  /** Who could be sent there. */
  spareFor(room: string): Spare | undefined {
    return this.#store.table('roomHelp').get(room)?.spare;
  }

  async send({ helper }: Pick<Spare, 'helper'>, room: string): Promise<void> {
    this.settle();
    const { outcome } = this.#store.act('duty.send', { helper: helper.id, room });
    this.#after(await outcome, { helper, room });
  }

  async back(helper: Moved['helper']): Promise<void> {
    this.settle();
    const { outcome } = this.#store.act('duty.return', { helper: helper.id });
    this.#after(await outcome, { helper });
  }

  settle(): void {
    this.#moved = undefined;
    this.#refused = undefined;
  }

  #after(
    outcome:
      { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: number } },
    moved: Moved,
  ): void {
    if (outcome.ok) this.#moved = moved;
    else this.#refused = outcome.refusal.code;
  }
}

/** Who leaves which room, and whether that leaves one without an adult. */
export function costOf(
  { leaves }: Spare,
  rooms: ReadonlyMap<string, RoomHelp>,
  nameOf: (room: string) => string,
  words: LeaderWords['move'],
): string {
  return leaves
    .map(({ room, helpers }) => {
      if (helpers > 0) return words.keeps(nameOf(room), helpers);
      const waiting = rooms.get(room)?.waiting ?? 0;
      return waiting === 0
        ? words.empties(nameOf(room))
        : words.emptiesHands(nameOf(room), waiting);
    })
    .join(' ');
}
