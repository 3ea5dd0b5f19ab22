// Boards of each kind over the canned school.
import type { BoardSelf, Departure, TableRows } from '../../src/wire/views';
import { school, type Scene } from './school';

type Hung = { readonly nowMs: number; readonly tables: TableRows };

const SELF: BoardSelf = {
  id: 'board',
  name: 'Board in the Commons',
  shows: 'names',
  rooms: [],
  part: 1,
  of: 1,
};

/** The scene as a board with these terms sees it. */
export function hung(
  scene: Scene,
  self: Partial<BoardSelf>,
  rows?: (departure: Departure, at: number) => Departure,
): () => Hung {
  return () => {
    const { nowMs, tables } = school(scene);
    const departures = (tables.departures ?? []).map((row, at) => rows?.(row, at) ?? row);
    return { nowMs, tables: { ...tables, board: [{ ...SELF, ...self }], departures } };
  };
}

/** A day without school. */
export function closed(): Hung {
  const { nowMs, tables } = hung('calm', {})();
  const day = (tables.day ?? []).map((row) => ({ ...row, state: 'closed' as const }));
  return {
    nowMs,
    tables: { ...tables, day, schedules: [], blocks: [], agenda: [], departures: [] },
  };
}

/** The longest that may be announced. */
const LONGEST = {
  en: 'Wednesday: lunch waits in the West Wing, bring warm clothing',
  'fr-CA': 'MERCREDI : DÎNER AU GYMNASE, APPORTEZ MANTEAUX ET BOÎTES À',
} as const;

/** What a school says on a common day. */
export function told(): Hung {
  const { nowMs, tables } = hung('calm', {})();
  const texts = [
    { lang: 'en', text: 'Lunch is in the gym today. Bring your coat.' },
    { lang: 'es', text: 'Hoy se come en el gimnasio. Trae tu abrigo.' },
  ];
  return { nowMs, tables: { ...tables, announcements: [{ id: 'a1', texts }] } };
}

/** A board on which leaders say something, with names that fill it. */
export function announced(scene: Scene, self: Partial<BoardSelf> = {}): () => Hung {
  return () => {
    const { nowMs, tables } = hung(scene, self, twelve)();
    const texts = Object.entries(LONGEST).map(([lang, text]) => ({ lang, text }));
    return { nowMs, tables: { ...tables, announcements: [{ id: 'a1', texts }] } };
  };
}

/** The longest names there are room for: twelve letters, wide ones among them. */
export const twelve = (row: Departure, at: number): Departure => ({
  ...row,
  name: `${(['Maximilian', 'Wilhelmina', 'Abdirahman', 'Mwangangwa'] as const)[at % 4] ?? ''} ${'MWAQ'[at % 4] ?? ''}`,
  stops: Object.fromEntries(
    Object.entries(row.stops).map(([block, [station]]) => [block, [station, 'H32']]),
  ),
});

export function groups(): Hung {
  const { nowMs, tables } = hung('move', { shows: 'groups' })();
  const departures = ['Owls', 'Foxes', 'Otters', 'Finches'].map((name, at): Departure => {
    const row = (tables.departures ?? [])[at * 3];
    const stops = row?.stops ?? {};
    return {
      id: `${at + 1}`,
      slot: at + 1,
      name,
      stops,
      ...(at === 2 ? { split: Object.keys(stops) } : {}),
    };
  });
  return { nowMs, tables: { ...tables, departures } };
}

export function door(): Hung {
  const { nowMs, tables } = hung('warn', {
    shows: 'door',
    name: 'Screen at the Math Workshop',
    rooms: [{ id: 'maths', name: 'Math Workshop' }],
  })();
  const stations = (tables.stations ?? []).filter(({ id }) => id === 'maths');
  const doors = (tables.blocks ?? []).map(({ id }, at) => ({ id, students: 12 + at }));
  return { nowMs, tables: { ...tables, stations, doors, departures: [] } };
}

export function roomBoard(): Hung {
  const { nowMs, tables } = hung('warn', {
    shows: 'room',
    rooms: [{ id: 'maths', name: 'Math Workshop' }],
  })();
  const departures = (tables.departures ?? []).flatMap((row): Departure[] => {
    const stops = Object.entries(row.stops).filter(([, [station]]) => station === 'maths');
    return stops.length === 0 ? [] : [{ ...row, stops: Object.fromEntries(stops) }];
  });
  return { nowMs, tables: { ...tables, departures } };
}
