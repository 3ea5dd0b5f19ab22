// The day of one student of the made-up school, up to its third block.
import type { StudentDay } from '../../src/store/student-day';

const MINUTE_MS = 60_000;
const OPENS_MS = Date.UTC(2026, 8, 14, 15);
const at = (minutes: number): number => OPENS_MS + minutes * MINUTE_MS;

export const ONE_DAY: StudentDay = {
  id: 'p2',
  name: 'Diego P.',
  stops: ['Learning Centre', 'Math Workshop', 'Humanities Workshop', 'Science Lab'].map(
    (station, order) => ({
      ...{ block: `main/b${order + 1}`, name: `Block ${order + 1}`, station },
      ...{ startMs: at(35 * order), endMs: at(35 * order + 35) },
      ...(order === 0 ? { seat: '14' } : {}),
    }),
  ),
  moments: [
    { atMs: at(2), what: 'arrived', station: 'Learning Centre' },
    { atMs: at(11), what: 'help-asked' },
    { atMs: at(14), what: 'help-claimed', by: 'Abel Ortiz' },
    { atMs: at(15), what: 'help-arrived', by: 'Abel Ortiz' },
    { atMs: at(21), what: 'help-done', by: 'Abel Ortiz' },
    { atMs: at(37), what: 'arrived', station: 'Math Workshop' },
    { atMs: at(74), what: 'late' },
  ],
};
