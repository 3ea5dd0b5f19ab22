// What a board says around its names: the block, the time left, whether everybody moves.
import { momentAt, type Moment } from '../../store/day-plan';
import type { Store } from '../../store/store.svelte';
import { speech } from '../../text/speech.svelte';
import type { BoardSelf, Departure, InLanguage, Schedule } from '../../wire/views';
import { ChangeMarks } from './marks';
import { isNight } from './night';
import { cellOf, countdownTo, isGoing, showingOf, type Cell, type Showing } from './showing';

/** A board nobody wrote terms for shows everybody. */
const PLAIN: BoardSelf = {
  id: 'board',
  name: '',
  shows: 'names',
  rooms: [],
  part: 1,
  of: 1,
};

/** A clock that may be off by more than this is said to be. */
const CLOCK_OFF_MS = 2_000;

export class BoardFacts {
  readonly #store: Store;
  readonly #marks = new ChangeMarks();

  constructor(store: Store) {
    this.#store = store;
  }

  readonly self: BoardSelf = $derived.by(() => this.#store.table('board').get('board') ?? PLAIN);
  readonly moment: Moment = $derived.by(() => this.#store.moment);

  readonly #moments: readonly Moment[] = $derived.by(() =>
    [...this.#store.schedules.values()].map((schedule: Schedule) =>
      momentAt(
        this.#store.nowMs,
        schedule,
        this.#store.agenda.values(),
        this.#store.blocks.values(),
      ),
    ),
  );
  readonly showings: readonly Showing[] = $derived.by(() =>
    this.#moments.flatMap((moment) => showingOf(moment, this.#store.nowMs) ?? []),
  );

  readonly going: boolean = $derived.by(
    () => !this.held && isGoing(this.moment, this.#store.nowMs),
  );
  readonly anyGoing: boolean = $derived.by(() =>
    this.#moments.some((moment) => isGoing(moment, this.#store.nowMs)),
  );
  readonly held: boolean = $derived.by(() => this.#store.schedule?.state === 'held');
  readonly closed: boolean = $derived.by(
    () => this.#store.day?.state === 'closed' || this.moment.phase === 'none',
  );
  readonly night: boolean = $derived.by(() =>
    isNight(this.#store.nowMs, this.#store.blocks.values(), this.#store.zone),
  );
  /** Connected, and yet nobody can tell how late it is. */
  readonly clockOff: boolean = $derived.by(() => {
    void this.#store.nowMs;
    const errorMs = this.#store.clock.errorMs;
    return this.#store.freshness.kind === 'live' && errorMs !== undefined && errorMs > CLOCK_OFF_MS;
  });

  readonly title: string = $derived.by(() => {
    const words = speech.words.board;
    const { phase, block, nextBlock, paused } = this.moment;
    if (this.closed) return words.closed;
    if (paused) return words.paused;
    if (this.held) return words.held;
    if (phase === 'before' && nextBlock) return words.before(nextBlock.name);
    if (phase === 'gap' && nextBlock) return words.gap(nextBlock.name);
    if (block === undefined || phase === 'done') return words.over;
    if (this.going || nextBlock === undefined) return block.name;
    return words.change(block.name, nextBlock.name);
  });

  /**
   * What is announced, in each of its languages. Nothing while anybody moves or is to stay where
   * she is: then the board has one thing to say.
   */
  readonly announced: readonly InLanguage[] = $derived.by(() => {
    if (this.anyGoing || this.held || this.moment.paused) return [];
    return [...this.#store.table('announcements').values()]
      .filter(({ untilMs }) => untilMs === undefined || this.#store.nowMs < untilMs)
      .flatMap(({ texts }) => texts);
  });

  /** Of which block the codes are. */
  readonly says: string | undefined = $derived.by(() => {
    const words = speech.words.board;
    if (this.closed || this.self.shows === 'countdown' || this.self.shows === 'door') {
      return undefined;
    }
    switch (showingOf(this.moment, this.#store.nowMs)?.mode) {
      case 'go':
        return words.moveStops;
      case 'soon':
        return words.nextStops;
      case 'now':
        return words.nowStops;
      case undefined:
        return undefined;
    }
  });

  readonly toMs: number | undefined = $derived.by(() =>
    this.moment.paused || this.held || this.closed ? undefined : countdownTo(this.moment),
  );

  cell(row: Departure): Cell | undefined {
    return cellOf(row, this.showings, this.#store.stations);
  }

  /** Whether her stop bears the word "new" right now. */
  isNew(row: Departure, cell: Cell): boolean {
    return cell.changed && this.#marks.marks(row.id, cell.block, cell.code, this.#store.nowMs);
  }
}
