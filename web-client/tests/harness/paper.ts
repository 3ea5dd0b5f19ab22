// The day on paper, as the canned school has it: what the server says to whoever prints.
import type { NewBadge, Paper, PaperStop, PaperStudent } from '../../src/store/paper';
import { school } from './school';

const STUDENTS = 12;
const MOVE_MS = 4 * 60_000;
const NO_BADGE = { letter: '', colour: 0, shape: 0 };
const ACTIVITIES: Readonly<Record<string, string>> = {
  centre: 'Playlist',
  maths: 'Fractions',
  language: 'A letter to a friend',
  science: 'Water and salt',
  history: 'Maps of the valley',
  workshop: 'Mentor talk',
  gym: 'Ball games',
  studio: 'Clay',
};

/** The next school day, for an administrator, who may print every kind of sheet. */
export function cannedPaper(): Paper {
  const { nowMs, tables } = school('before');
  const { blocks = [], stations = [], rooms = [], seats = [], departures = [] } = tables;
  const agenda = tables.agenda ?? [];
  return {
    school: 'Carpe Diem Yuma',
    date: '2026-09-15',
    zone: 'America/Phoenix',
    lang: 'en',
    role: 'administrator',
    live: false,
    atMs: nowMs,
    dayType: 'Regular day',
    notes: [],
    schedules: [
      {
        id: 'main',
        name: 'Whole school',
        blocks: blocks.map(({ id, name, kind, startMs, endMs }) => ({
          ...{ id, name, kind, startMs, endMs },
          inPlaceMs: kind === 'meal' ? startMs : startMs + MOVE_MS,
          bells: agenda.flatMap(({ block, bell }) =>
            block === id && bell !== undefined ? [{ kind: bell.kind, atMs: bell.atMs }] : [],
          ),
        })),
      },
    ],
    rooms: rooms.map(({ id, name, badge = NO_BADGE }) => ({
      ...{ id, name, badge, mine: true },
      helpers: id === 'centre' ? ['Abel', 'Rosa'] : [],
    })),
    stations: stations.map(({ id, room, name, kind, badge, status, adult }) => ({
      ...{ id, room, name, kind, badge, status },
      activity: ACTIVITIES[id] ?? '',
      seats: seats.filter(({ station }) => station === id).flatMap(({ label }) => label ?? []),
      adults: adult === undefined ? [] : [adult],
    })),
    students: departures.slice(0, STUDENTS).map((row, at): PaperStudent => {
      let from: string | undefined;
      const stops = Object.entries(row.stops).map(([block, [station, code]]): PaperStop => {
        const stop: PaperStop = {
          ...{ block, station, seat: code.slice(1) },
          ...(from === undefined ? {} : { from }),
          activity: ACTIVITIES[station] ?? '',
          changed: row.changed?.includes(block) ?? false,
        };
        from = station;
        return stop;
      });
      return {
        ...{ id: row.id, name: row.name, shown: row.name, slot: row.slot, stops },
        lang: (['en', 'es', 'fr-CA'] as const)[at % 3] ?? 'en',
        group: at % 2 === 0 ? 'Owls' : 'Foxes',
        ...{ schedule: 'main', whole: true, away: false, calls: [] },
      };
    }),
  };
}

/** Badges nobody can sign in with. */
export function cannedBadges(students: readonly string[]): { badges: NewBadge[] } {
  return {
    badges: students.map((student) => ({ student, token: `CANNED${student.padStart(6, '0')}` })),
  };
}
