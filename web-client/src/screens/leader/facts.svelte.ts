// What the leader's screen shows, worked out once from the store and shared by its pieces.
import { momentAt, blocksInOrder, type Moment } from '../../store/day-plan';
import type { FloorReads } from '../../store/reads';
import { clockTime, timeLeft } from '../../text/floor-times';
import type { WordsForStaff } from '../../text/for-staff-en';
import { speech } from '../../text/speech.svelte';
import type { Block, Counts, Dot, Schedule, Station } from '../../wire/views';
import { concernsOf, worstByStation, type Concern } from './attention';
import { goesOn, type Change } from './change.svelte';
import { dayLineOf, type DayLine } from './day-line';
import { isKnown, unmeasuredStations } from './measured';
import { settledBlocks, type SettledBlock } from './settle';
import { rowsOf, type StationRow } from './tiles';

const COUNT_DOWN_MAX_MS = 90 * 60_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

export class LeaderFacts {
  readonly #store: FloorReads;
  readonly #wall: boolean;
  /** The schedule the controls act on; the first one until somebody chooses. */
  #chosen = $state<string>();

  readonly words: WordsForStaff = $derived(speech.forStaff);
  readonly blocks: readonly Block[] = $derived.by(() =>
    blocksInOrder(this.#store.blocks.values(), this.schedule?.id),
  );
  readonly moment: Moment = $derived.by(() =>
    momentAt(
      this.#store.nowMs,
      this.schedule,
      this.#store.agenda.values(),
      this.#store.blocks.values(),
    ),
  );
  readonly dayLine: DayLine = $derived.by(() =>
    dayLineOf(this.blocks, this.#store.nowMs, this.schedule?.heldBlock),
  );
  /** Stations where nothing says who has come. */
  readonly unmeasured: ReadonlySet<string> = $derived.by(() =>
    unmeasuredStations(this.#store.stations.values(), this.#store.rooms),
  );
  /** Those of whom something can be known. */
  readonly dots: readonly Dot[] = $derived.by(() => {
    const all = [...this.#store.table('dots').values()];
    return this.unmeasured.size === 0 ? all : all.filter((dot) => isKnown(dot, this.unmeasured));
  });
  readonly concerns: Concern[] = $derived.by(() => {
    const { phase, block } = this.moment;
    return concernsOf({
      nowMs: this.#store.nowMs,
      standingMs: this.standingMs,
      wall: this.#wall,
      phase,
      blockStartMs: block?.startMs,
      stations: [...this.#store.stations.values()],
      dots: this.dots,
      silent: this.#store.lastSeenMs,
      helpers: [...this.#store.table('helpers').values()],
      alerts: [...this.#store.table('alerts').values()],
    });
  });
  readonly rows: StationRow[] = $derived.by(() =>
    rowsOf(
      this.#store.stations.values(),
      worstByStation(this.concerns),
      this.words,
      this.#store.nowMs,
      this.unmeasured,
    ),
  );

  /** Where students are due and no adult is planned, of the place or of its room. */
  readonly uncovered: readonly Station[] = $derived.by(() => {
    const covered = new Set(
      [...this.#store.table('helpers').values()].flatMap(({ rooms }) => rooms),
    );
    return [...this.#store.stations.values()].filter(
      ({ adult, planned = 0, room }) => planned > 0 && adult === undefined && !covered.has(room),
    );
  });

  readonly settled: readonly SettledBlock[] = $derived.by(() =>
    settledBlocks(this.#store.table('settle').values(), {
      nowMs: this.standingMs,
      blocks: this.#store.blocks,
      schedules: this.#store.schedules,
      rooms: this.#store.rooms,
      schedule: this.schedule?.id,
      running: this.moment.block?.id,
    }),
  );

  /** @param wall It is on a wall, for all to see. */
  constructor(store: FloorReads, wall = false) {
    this.#store = store;
    this.#wall = wall;
  }

  get schedule(): Schedule | undefined {
    const chosen = this.#chosen === undefined ? undefined : this.#store.schedules.get(this.#chosen);
    return chosen ?? this.#store.schedule;
  }

  /** How much goes on when the schedule that is looked at does. */
  get together(): Pick<Change, 'whole'> {
    return goesOn(this.schedule, this.#store.schedules.values());
  }

  choose(schedule: string): void {
    this.#chosen = schedule;
  }

  get nowMs(): number {
    return this.#store.nowMs;
  }

  /** Floor time; stands while the schedule is paused, because lateness stands too. */
  get standingMs(): number {
    return this.schedule?.pausedAtMs ?? this.#store.nowMs;
  }

  get counts(): Counts | undefined {
    return this.#store.table('counts').get('all');
  }

  station(id: string): Station | undefined {
    return this.#store.stations.get(id);
  }

  /** A time of the school's clock. */
  readonly time = (atMs: number): string => clockTime(speech.lang, this.#store.zone, atMs);

  /** Where the day is: the big words of the header and the small ones under them. */
  get headline(): { readonly big: string; readonly small: string } {
    const words = this.words.leader;
    const { block, nextBlock, phase, paused } = this.moment;
    if (this.schedule === undefined || this.#store.day?.state === 'closed') {
      return { big: words.noDay, small: '' };
    }
    const { insert, heldBlock } = this.schedule;
    const left = (untilMs: number) => timeLeft(untilMs - this.standingMs, words.minutes);
    if (insert !== undefined) {
      const { untilMs } = insert;
      const since = words.pausedSince(this.time(this.schedule.pausedAtMs ?? this.#store.nowMs));
      return {
        big: insert.name,
        small: untilMs === undefined ? since : `${since} · ${words.until(this.time(untilMs))}`,
      };
    }
    if (this.overrunMs > 0) {
      const over = words.minutes(Math.floor(this.overrunMs / MINUTE_MS));
      return { big: words.overrun(over), small: words.heldBlock(block?.name ?? '') };
    }
    if (paused) {
      const sinceMs = this.schedule.pausedAtMs ?? this.#store.nowMs;
      return { big: words.paused, small: words.pausedSince(this.time(sinceMs)) };
    }
    if (block !== undefined && phase !== 'gap' && phase !== 'done') {
      return {
        big: words.left(left(block.endMs)),
        small:
          heldBlock === undefined
            ? `${block.name} · ${words.until(this.time(block.endMs))}`
            : words.heldBlock(block.name),
      };
    }
    if (nextBlock === undefined || phase === 'done') {
      return { big: words.over, small: '' };
    }
    return {
      big: `${nextBlock.name} ${this.#starts(nextBlock.startMs, left)}`,
      small: phase === 'gap' ? words.gap : words.before,
    };
  }

  /** How long a held block runs over its end; 0 while it does not. */
  get overrunMs(): number {
    const held = this.#store.blocks.get(this.schedule?.heldBlock ?? '');
    return held === undefined ? 0 : Math.max(0, this.#store.nowMs - held.endMs);
  }

  /** The next boundary that does not move, and how much delay there is room for before it. */
  get anchor(): string | undefined {
    const anchor = this.schedule?.anchor;
    const block = this.#store.blocks.get(anchor?.block ?? '');
    if (anchor === undefined || block === undefined) {
      return undefined;
    }
    const slack = this.words.leader.minutes(Math.floor(anchor.slackMs / MINUTE_MS));
    const what = anchor.edge === 'start' ? block.name : this.words.leader.edgeEnd(block.name);
    return this.words.leader.anchorSlack(what, this.time(anchor.atMs), slack);
  }

  /** How many seconds are left to take the last control back. */
  get undo(): number | undefined {
    const untilMs = this.schedule?.last?.undoUntilMs;
    const leftMs = untilMs === undefined ? 0 : untilMs - this.#store.nowMs;
    return leftMs > 0 ? Math.ceil(leftMs / SECOND_MS / Math.max(1, this.#store.speed)) : undefined;
  }

  /** Blocks to come that may be left out: no anchors, and not the last. */
  get skippable(): readonly Block[] {
    return this.blocks
      .slice(0, -1)
      .filter((block) => block.startMs > this.standingMs && !block.anchorStart && !block.anchorEnd);
  }

  /** Far ahead, a time says more than a count of minutes. */
  #starts(startMs: number, left: (untilMs: number) => string): string {
    const words = this.words.leader;
    return startMs - this.#store.nowMs > COUNT_DOWN_MAX_MS
      ? words.startsAt(this.time(startMs))
      : words.startsIn(left(startMs));
  }

  /** How far the coming bell is from the published plan. */
  get offPlan(): { readonly word: string; readonly off: boolean } {
    const words = this.words.leader;
    const offMs = this.schedule?.offPlanMs ?? 0;
    const minutes = Math.round(Math.abs(offMs) / MINUTE_MS);
    if (minutes === 0) {
      return { word: words.onPlan, off: false };
    }
    const time = words.minutes(minutes);
    return { word: offMs > 0 ? words.behindPlan(time) : words.aheadOfPlan(time), off: true };
  }

  /** Of those who should be somewhere, how many are there: whole percent. */
  get settledPct(): number | undefined {
    const counts = this.counts;
    if (counts === undefined) {
      return undefined;
    }
    const here = counts.arrived + counts.staying;
    const due = here + counts.expected + counts.prompted + counts.late + counts.missing;
    const all = due + counts.elsewhere;
    return all === 0 ? undefined : Math.floor((here / all) * 100);
  }
}
