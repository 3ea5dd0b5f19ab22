/** What carries a made-up day: all well, and one board that never had a screen. */
import type { Health } from '../../src/store/health';

/** 10:00 in the school. */
export const TEN = Date.parse('2026-09-14T17:00:00Z');

export const WELL: Health = {
  school: 'Yuma Learning House',
  date: '2026-09-14',
  zone: 'America/Phoenix',
  demo: false,
  atMs: TEN,
  upMs: 10_500_000,
  unsaved: false,
  nodes: 2,
  people: [
    { role: 'student', here: 182, of: 240 },
    { role: 'paraprofessional', here: 6, of: 6 },
    { role: 'teacher', here: 0, of: 0 },
    { role: 'leader', here: 1, of: 2 },
    { role: 'administrator', here: 1, of: 1 },
  ],
  transports: { websocket: 190, events: 2, polls: 0 },
  boards: [
    { id: 'b1', name: 'Lobby', here: true },
    { id: 'b2', name: 'Stairs', here: false },
  ],
  bells: [
    { ...bell('warning', 192), atMs: TEN - 120_000, rang: 192, missed: 0 },
    { ...bell('move', 192), atMs: TEN, rang: 192, missed: 0 },
  ],
  clocks: { devices: 192, unsynced: 0, p95Ms: 12 },
  aside: 0,
  build: '5f8dda21',
};

/** The same when a screen has lost its power, devices slept and a network is narrow. */
export const TROUBLED: Health = {
  ...WELL,
  transports: { websocket: 180, events: 2, polls: 3 },
  boards: [...WELL.boards, { id: 'b3', name: 'Yard', here: false, lastSeenMs: TEN - 780_000 }],
  bells: [
    { ...bell('warning', 192), atMs: TEN - 120_000, rang: 192, missed: 0 },
    { ...bell('move', 192), atMs: TEN, rang: 190, missed: 2 },
  ],
};

function bell(kind: 'warning' | 'move', devices: number) {
  return { bell: kind, kind, schedule: 'main', devices, p95Ms: 90, hidden: 4, late: 0 };
}
