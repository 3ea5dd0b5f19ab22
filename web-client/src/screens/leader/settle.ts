// How quickly everybody settled, block by block: what the chart and its table are drawn from.
import type { Curve, CurvePoint } from '../../parts/SettleCurve.svelte';
import type { SettleLine } from '../../parts/SettleChart.svelte';
import type { PlacingWords } from '../../text/placing-en';
import type { Block, Room, Schedule, Settle } from '../../wire/views';

/** One block of the day that has begun, or a turn inside it, as a whole. */
export type SettledBlock = {
  readonly block: Block;
  /** Of a turn with its room. */
  readonly name: string;
  readonly settle: Settle;
  /** It is the block that runs. */
  readonly runs: boolean;
};

/** A share of those planned, and how long after the bell it had arrived. */
export type Mark = { readonly share: 50 | 90 | 100; readonly ms: number };

const MINUTE_MS = 60_000;
/** Until then everybody is rightly on the way; after it, who is not there is worth a look. */
const LONG_MS = 3 * MINUTE_MS;
/** Somebody is always at the nurse: with so many there, the move is over. */
const SETTLED_SHARE = 0.97;
/** After so long it is no move any more, whoever is missing. */
const MOVE_MAX_MS = 10 * MINUTE_MS;
/** The chart reaches at least this far, so that a quick start looks quick. */
const AXIS_MIN = 5;

/** What the rows are read by. */
export type SettleDay = {
  readonly nowMs: number;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly rooms: ReadonlyMap<string, Room>;
  /** The schedule that is looked at, and its block that runs. */
  readonly schedule: string | undefined;
  readonly running: string | undefined;
};

/** The blocks of one schedule that have begun, and the turns rooms took inside them; the last first. */
export function settledBlocks(rows: Iterable<Settle>, day: SettleDay): SettledBlock[] {
  return [...rows]
    .filter(({ room }) => room === undefined)
    .flatMap((settle) => settledBlock(settle, day))
    .sort(
      (one, other) =>
        other.settle.bellAtMs - one.settle.bellAtMs || one.name.localeCompare(other.name),
    );
}

function settledBlock(settle: Settle, day: SettleDay): SettledBlock[] {
  const block = day.blocks.get(settle.block);
  if (block === undefined) return [];
  if (block.schedule === day.schedule) {
    return [{ block, name: block.name, settle, runs: block.id === day.running }];
  }
  const { parent, room } = day.schedules.get(block.schedule) ?? {};
  if (parent === undefined || parent.schedule !== day.schedule) return [];
  const inside = parent.block === day.running;
  const runs = inside && block.startMs <= day.nowMs && day.nowMs < block.endMs;
  const where = day.rooms.get(room ?? '')?.name;
  const name = where === undefined ? block.name : `${where} · ${block.name}`;
  return [{ block, name, settle, runs }];
}

/** Those that run; between blocks the last. None while a block runs in which nobody has to arrive. */
export function settlingNow(
  settled: readonly SettledBlock[],
  running: string | undefined,
): readonly SettledBlock[] {
  return running === undefined ? settled.slice(0, 1) : settled.filter(({ runs }) => runs);
}

/** The shares that have arrived; those that have not are not there. */
export function marksOf({ p50Ms, p90Ms, p100Ms }: Settle): Mark[] {
  return [
    ...(p50Ms === undefined ? [] : [{ share: 50 as const, ms: p50Ms }]),
    ...(p90Ms === undefined ? [] : [{ share: 90 as const, ms: p90Ms }]),
    ...(p100Ms === undefined ? [] : [{ share: 100 as const, ms: p100Ms }]),
  ];
}

/** How many whole minutes after the bell the chart shows: the same for every block. */
export function axisMinutes(settled: readonly SettledBlock[]): number {
  const longestMs = Math.max(
    0,
    ...settled.flatMap(({ settle }) => marksOf(settle).map(({ ms }) => ms)),
  );
  return Math.max(AXIS_MIN, Math.ceil(longestMs / MINUTE_MS));
}

/** Where on the axis a time after the bell stands, in percent of its width. */
export function along(ms: number, minutes: number): number {
  return Math.min(100, Math.max(0, (ms / (minutes * MINUTE_MS)) * 100));
}

/** A block as the chart draws it. */
export function settleLine(
  { block, name, settle, runs }: SettledBlock,
  minutes: number,
  words: PlacingWords,
): SettleLine {
  return {
    id: block.id,
    name,
    fact: words.arrivedShare(settle.arrived, settle.planned),
    runs,
    marks: marksOf(settle).map(({ share, ms }) => ({ share, at: along(ms, minutes) })),
  };
}

/** Minutes lost, to the nearest whole one. */
export function minutesLost({ lostMs }: Settle): number {
  return Math.round(lostMs / MINUTE_MS);
}

/** A move that is not over yet. */
export type SettlingNow = {
  readonly name: string;
  readonly arrived: number;
  readonly planned: number;
  /** Those who are not there yet. */
  readonly open: number;
  /** Since the bell. */
  readonly sinceMs: number;
  /** After how long nine of ten were there, in the middle of the moves before; absent without any. */
  readonly usualMs: number | undefined;
  /** It takes longer than it should. */
  readonly isLong: boolean;
  readonly curve: Curve;
};

/** The move of the block that runs, from its bell until it has settled. */
export function settlingOf(
  settled: readonly SettledBlock[],
  nowMs: number,
): SettlingNow | undefined {
  const running = settled.find(({ runs }) => runs);
  if (running === undefined) return undefined;
  const { arrived, planned, bellAtMs } = running.settle;
  const sinceMs = nowMs - bellAtMs;
  if (sinceMs < 0 || sinceMs > MOVE_MAX_MS || arrived >= planned * SETTLED_SHARE) return undefined;
  const before = settled.filter(({ runs }) => !runs).map(({ settle }) => settle);
  const usual = reached(before, 'p90Ms');
  return {
    ...{ name: running.name, arrived, planned, open: planned - arrived, sinceMs },
    usualMs: usual[Math.floor(usual.length / 2)],
    isLong: sinceMs >= LONG_MS,
    curve: curveOf(running.settle, before, sinceMs),
  };
}

/** When that share was there in each of these moves, the quickest first. */
function reached(moves: readonly Settle[], share: 'p50Ms' | 'p90Ms'): readonly number[] {
  return moves
    .flatMap(({ [share]: ms }) => (ms === undefined ? [] : [ms]))
    .sort((one, other) => one - other);
}

/** The move that runs up to now, and between which curves those before it lay. */
function curveOf(running: Settle, before: readonly Settle[], sinceMs: number): Curve {
  const [half, ninety] = [reached(before, 'p50Ms'), reached(before, 'p90Ms')];
  const minutes = Math.max(AXIS_MIN, Math.ceil(Math.max(sinceMs, ninety.at(-1) ?? 0) / MINUTE_MS));
  const point = (ms: number, share: number): CurvePoint => [along(ms, minutes), share];
  const { arrived, planned } = running;
  const line = [
    point(0, 0),
    ...marksOf(running).map(({ ms, share }) => point(ms, share)),
    point(sinceMs, planned === 0 ? 0 : (arrived / planned) * 100),
  ];
  const [quick, slow] = [half[0], half.at(-1)];
  const [quickest, slowest] = [ninety[0], ninety.at(-1)];
  if (quick === undefined || slow === undefined || quickest === undefined || slowest === undefined)
    return { line, band: [] };
  return {
    line,
    band: [
      ...[point(0, 0), point(quick, 50), point(quickest, 90)],
      ...[point(slowest, 90), point(slow, 50)],
    ],
  };
}
