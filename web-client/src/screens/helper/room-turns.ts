/** The turns that a helper's rooms take inside a block of the school. Pure. */
import { momentAt } from '../../store/day-plan';
import type { AgendaRow, Block, Room, Schedule } from '../../wire/views';

export type RoomTurn = {
  readonly schedule: Schedule;
  readonly room: Room;
  /** The turn that runs; absent before the first and after the last. */
  readonly turn: Block | undefined;
  readonly next: Block | undefined;
  /** Until the turn is over, or until the first begins; 0 when there is nothing to wait for. */
  readonly leftMs: number;
  /** `school`: the school itself stands still or holds, and so does everything in its rooms. */
  readonly state: 'running' | 'paused' | 'school';
};

export type TurnFacts = {
  readonly nowMs: number;
  readonly rooms: ReadonlyMap<string, Room>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly agenda: Iterable<AgendaRow>;
};

/** One a room of the helper's, while the block of the school runs in which it takes turns. */
export function roomTurns(facts: TurnFacts): RoomTurn[] {
  return [...facts.schedules.values()].flatMap((schedule) => turnOf(schedule, facts) ?? []);
}

function turnOf(schedule: Schedule, facts: TurnFacts): RoomTurn | undefined {
  const room = facts.rooms.get(schedule.room ?? '');
  const school = facts.schedules.get(schedule.parent?.schedule ?? '');
  const within = facts.blocks.get(schedule.parent?.block ?? '');
  if (room?.mine !== true || school === undefined || within === undefined) return undefined;
  const atMs = schedule.pausedAtMs ?? school.pausedAtMs ?? facts.nowMs;
  if (!runs(within, school, atMs)) return undefined;
  const { block, nextBlock } = momentAt(atMs, schedule, facts.agenda, facts.blocks.values());
  const untilMs = block?.endMs ?? nextBlock?.startMs ?? atMs;
  return {
    ...{ schedule, room },
    turn: block,
    next: nextBlock,
    leftMs: Math.max(0, untilMs - atMs),
    state:
      school.state !== 'running' ? 'school' : schedule.state === 'paused' ? 'paused' : 'running',
  };
}

/** A block that is held runs over its end. */
function runs(within: Block, school: Schedule, atMs: number): boolean {
  return within.startMs <= atMs && (atMs < within.endMs || school.heldBlock === within.id);
}
