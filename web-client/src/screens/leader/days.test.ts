import { expect, test, vi } from 'vitest';
import type { CalendarDay } from '../../store/calendar';
import { dateAfter, Days, hoursOf, isShown } from './days.svelte';

const at = (clock: string) => ({ local: clock, at: `2026-09-15T${clock}:00Z` });
const block = (start: string, end: string) => ({ name: start, start: at(start), end: at(end) });
const schedules = [
  { id: 'late', name: 'Late', blocks: [block('15:30', '22:00')] },
  { id: 'main', name: 'Main', blocks: [block('15:00', '15:35'), block('15:35', '21:00')] },
];
const school: CalendarDay = { date: '2026-09-15', dayType: 'Regular', rule: 'weekday', schedules };
const free: CalendarDay = { ...school, dayType: 'No school', rule: 'none', schedules: [] };

test('a day lasts from the first bell of any schedule to the last', () => {
  expect(hoursOf(schedules)).toEqual({
    fromMs: Date.parse('2026-09-15T15:00:00Z'),
    toMs: Date.parse('2026-09-15T22:00:00Z'),
  });
  expect(hoursOf([])).toBeUndefined();
});

test('a free day is shown when somebody decided it, or nobody has yet', () => {
  const question = { rivals: ['Delay', 'Early release'], answers: [] };
  expect(
    [school, free, { ...free, rule: 'manual' }, { date: free.date, question }].map(isShown),
  ).toEqual([true, false, true, true]);
});

test('dates follow each other over the end of a month', () => {
  expect(dateAfter('2026-09-30', 1)).toBe('2026-10-01');
});

test('ten school days are looked up, and a decision takes its place among them', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
    const date = path.split('/').at(-1) ?? '';
    asked.push(`${method ?? ''} ${date}`);
    const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    const day = method === 'POST' ? { ...free, rule: 'manual' } : weekend ? free : school;
    return Promise.resolve(Response.json({ ...day, date }));
  });
  const days = new Days();
  await days.load('2026-09-14');
  expect(days.days.map(({ date }) => date.slice(8))).toEqual([
    '14',
    '15',
    '16',
    '17',
    '18',
    '21',
    '22',
    '23',
    '24',
    '25',
  ]);
  expect(await days.decide('2026-09-15', { runs: 'no-school', reason: 'Snow' })).toBe(true);
  expect(asked.at(-1)).toBe('POST 2026-09-15');
  expect(days.days[1]).toMatchObject({ dayType: 'No school', rule: 'manual' });
  vi.unstubAllGlobals();
});
