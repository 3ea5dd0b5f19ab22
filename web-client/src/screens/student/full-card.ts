/** Which card covers a student's screen, if any: the most urgent of what she is to know. Pure. */
import type { PlannedStop } from '../../store/day-plan';
import type { FlexStation, Insert, OwnCall, Stop } from '../../wire/views';
import type { StudentDay } from './student-day';

export type FullCard =
  | { readonly kind: 'insert'; readonly insert: Insert; readonly stop: Stop | undefined }
  | { readonly kind: 'call'; readonly call: OwnCall }
  | { readonly kind: 'changed'; readonly planned: PlannedStop; readonly now: boolean }
  | { readonly kind: 'offer'; readonly offer: FlexStation }
  | { readonly kind: 'move'; readonly planned: PlannedStop }
  /** She is expected and was not seen: the same card again, with a way to be helped there. */
  | { readonly kind: 'way'; readonly planned: PlannedStop };

export type CardFacts = {
  readonly today: StudentDay;
  readonly plan: readonly PlannedStop[];
  readonly nowMs: number;
  /** What stands in the day of her schedule. */
  readonly insert: Insert | undefined;
  readonly calls: readonly OwnCall[];
  /** Call-ups whose card she has put away. */
  readonly seenCalls: ReadonlySet<string>;
  /** Blocks whose card with the way she has put away. */
  readonly seenWays?: ReadonlySet<string>;
  /** The seat she is offered, while the offer stands. */
  readonly offer?: FlexStation | undefined;
  /** Whether "OK" to the change of this block is on its way. */
  readonly acknowledging: (block: string) => boolean;
};

/** Nothing covers a day that is over, nor a pause: both are calm screens of their own. */
export function fullCard(facts: CardFacts): FullCard | undefined {
  const { today, insert } = facts;
  if (['done', 'off', 'none'].includes(today.face)) return undefined;
  if (insert !== undefined) return { kind: 'insert', insert, stop: gathering(today) };
  if (today.face === 'paused') return undefined;
  const { offer } = facts;
  return (
    calledCard(facts) ??
    changedCard(facts) ??
    (offer === undefined ? (moveCard(today) ?? wayCard(facts)) : { kind: 'offer', offer })
  );
}

function gathering(today: StudentDay): Stop | undefined {
  const stop = today.now?.stop;
  return stop?.why === 'gathering' ? stop : undefined;
}

/** Once she is there, or has seen it, the call-up is her stop and no card. */
function calledCard({ today, calls, seenCalls }: CardFacts): FullCard | undefined {
  const call = calls.find((one) => one.state === 'now' && !seenCalls.has(one.id));
  if (call === undefined) return undefined;
  const there = today.settled && today.now?.stop.station === call.station;
  return there ? undefined : { kind: 'call', call };
}

/** The change that holds first comes first; one of a block that is over is told to nobody. */
function changedCard({ plan, today, nowMs, acknowledging }: CardFacts): FullCard | undefined {
  const planned = plan.find(
    ({ stop, block }) =>
      stop.unseen === true &&
      (block.endMs > nowMs || block.id === today.now?.block.id) &&
      !acknowledging(block.id),
  );
  if (planned === undefined) return undefined;
  return { kind: 'changed', planned, now: planned.block.id === today.now?.block.id };
}

function moveCard(today: StudentDay): FullCard | undefined {
  if (today.face !== 'move' || today.now === undefined) return undefined;
  return { kind: 'move', planned: today.now };
}

/** When the floor misses her; a screen counts no minutes. */
function wayCard({ today, seenWays }: CardFacts): FullCard | undefined {
  const { now } = today;
  if (today.face !== 'stop' || now === undefined || now.stop.arrival !== 'missing')
    return undefined;
  return seenWays?.has(now.block.id) === true ? undefined : { kind: 'way', planned: now };
}

/** The call-up that comes next: a note, no card. */
export function comingCall(calls: readonly OwnCall[]): OwnCall | undefined {
  return calls
    .filter((call) => call.state === 'coming')
    .sort((one, other) => one.fromMs - other.fromMs)[0];
}
