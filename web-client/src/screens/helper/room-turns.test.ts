import { describe, expect, test } from 'vitest';
import { block, MINUTE_MS, NINE_MS, schedule } from '../../../tests/harness/rows';
import { roomTurns, type TurnFacts } from './room-turns';
import type { AgendaRow, Block, Schedule } from '../../wire/views';

const TURN_MS = 15 * MINUTE_MS;

function turn(order: number): Block {
  const startMs = NINE_MS + order * TURN_MS;
  const times = { startMs, endMs: startMs + TURN_MS };
  return block(order, { id: `room-4/b1/t${order + 1}`, schedule: 'room-4/b1', ...times });
}

const turns = [turn(0), turn(1)];
const agenda: AgendaRow[] = [
  ...turns.map(({ id, startMs }): AgendaRow => {
    return { id, schedule: 'room-4/b1', block: id, phase: 'work', atMs: startMs };
  }),
  { id: 'room-4/b1/done', schedule: 'room-4/b1', phase: 'done', atMs: NINE_MS + 2 * TURN_MS },
];

function facts(
  minutes: number,
  local: Partial<Schedule> = {},
  school: Partial<Schedule> = {},
  mine = true,
): TurnFacts {
  const parent = { schedule: 'main', block: 'main/b1' };
  const own = schedule({ id: 'room-4/b1', room: 'room-4', parent, ...local });
  return {
    nowMs: NINE_MS + minutes * MINUTE_MS,
    rooms: new Map([['room-4', { id: 'room-4', name: 'Room 4', mine }]]),
    schedules: new Map([
      ['main', schedule(school)],
      [own.id, own],
    ]),
    blocks: new Map([block(0), ...turns].map((one) => [one.id, one])),
    agenda,
  };
}

describe('the turns of a room', () => {
  test('say which one it is, how long, and what comes', () => {
    const [first] = roomTurns(facts(4));
    expect([first?.turn?.id, first?.next?.id, first?.leftMs, first?.state]).toEqual([
      'room-4/b1/t1',
      'room-4/b1/t2',
      11 * MINUTE_MS,
      'running',
    ]);
  });

  test('have a last one, and an end before the block is over', () => {
    expect(roomTurns(facts(20))[0]?.next).toBeUndefined();
    const [over] = roomTurns(facts(32));
    expect([over?.turn, over?.next, over?.leftMs]).toEqual([undefined, undefined, 0]);
  });

  test('stand while they are paused', () => {
    const [paused] = roomTurns(facts(9, { state: 'paused', pausedAtMs: NINE_MS + 5 * MINUTE_MS }));
    expect([paused?.state, paused?.leftMs]).toEqual(['paused', 10 * MINUTE_MS]);
  });

  test('stand with the school, whose time they are part of', () => {
    const pausedAtMs = NINE_MS + 5 * MINUTE_MS;
    const [standing] = roomTurns(facts(50, {}, { state: 'paused', pausedAtMs }));
    expect([standing?.state, standing?.leftMs]).toEqual(['school', 10 * MINUTE_MS]);
  });

  test('are shown only while their block runs, which it does as long as it is held', () => {
    expect([roomTurns(facts(-1)), roomTurns(facts(36))]).toEqual([[], []]);
    expect(roomTurns(facts(36, {}, { state: 'held', heldBlock: 'main/b1' }))).toHaveLength(1);
  });

  test('are those of the helper’s own rooms', () => {
    expect(roomTurns(facts(4, {}, {}, false))).toEqual([]);
  });
});
