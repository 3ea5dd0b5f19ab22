// Rows of one small made-up school for unit tests: whole, with what a test changes.
import type { Block, Departure, Dot, Helper, Schedule, Station } from '../../src/wire/views';

export const MINUTE_MS = 60_000;
/** 14 September 2026, 9:00 in Yuma. */
export const NINE_MS = Date.UTC(2026, 8, 14, 16, 0);

export function station(id: string, change: Partial<Station> = {}): Station {
  return {
    id,
    room: id,
    name: id,
    kind: 'room',
    badge: { letter: 'C', colour: 2, shape: 2 },
    status: 'open',
    softCap: 16,
    hardCap: 18,
    planned: 16,
    arrived: 16,
    late: 0,
    missing: 0,
    elsewhere: 0,
    waiting: 0,
    adult: 'Rosa',
    place: { x: 0, y: 0, w: 10, h: 10 },
    ...change,
  };
}

/** Without the adult that [station] has. */
export function alone(id: string, change: Partial<Station> = {}): Station {
  const { adult, ...rest } = station(id, change);
  void adult;
  return rest;
}

export function dot(id: string, change: Partial<Dot> = {}): Dot {
  return { id, station: 'clay', arrival: 'arrived', ...change };
}

export function helper(id: string, change: Partial<Helper> = {}): Helper {
  return { id, name: id, role: 'paraprofessional', duty: 'on', rooms: [], ...change };
}

export function schedule(change: Partial<Schedule> = {}): Schedule {
  return {
    id: 'main',
    name: 'Whole school',
    state: 'running',
    version: 7,
    offPlanMs: 0,
    ...change,
  };
}

/** `order` 0 starts at nine and takes 35 minutes, as do the ones after it. */
export function block(order: number, change: Partial<Block> = {}): Block {
  const startMs = NINE_MS + order * 35 * MINUTE_MS;
  const endMs = startMs + 35 * MINUTE_MS;
  return {
    id: `main/b${order + 1}`,
    schedule: 'main',
    name: `Block ${order + 1}`,
    kind: 'rotation',
    order,
    startMs,
    endMs,
    plannedStartMs: startMs,
    plannedEndMs: endMs,
    anchorStart: false,
    anchorEnd: false,
    ...change,
  };
}

export function departure(slot: number, change: Partial<Departure> = {}): Departure {
  return { id: `${slot}`, slot, name: `Name ${slot}`, stops: {}, ...change };
}
