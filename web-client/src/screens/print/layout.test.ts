// What fits on paper, and how a day is put in the order of it.
import { describe, expect, test } from 'vitest';
import type { Paper, PaperStudent } from '../../store/paper';
import { PaperDay, packFor, sheetsFor } from './day';
import {
  bellLineMm,
  LABEL_MM,
  labelGrid,
  pagesOf,
  paperFor,
  PAPERS,
  passesPerPage,
  passLine,
  passLines,
  posterPt,
  seatAddress,
} from './layout';

const HOUR = 3_600_000;
const badge = (letter: string) => ({ letter, colour: 0, shape: 0 });

function student(id: string, over: Partial<PaperStudent>): PaperStudent {
  return {
    id,
    name: id,
    lang: 'en',
    group: 'red',
    schedule: 'main',
    whole: true,
    away: false,
    stops: [],
    calls: [],
    ...over,
  };
}

function stop(block: string, station: string, from?: string) {
  const place = { block, station, activity: '', changed: false, seat: '2' };
  return from === undefined ? place : { ...place, from };
}

function block(id: string, hour: number, hours = 1) {
  return {
    ...{ id, name: id, kind: 'rotation', bells: [] },
    ...{ startMs: hour * HOUR, inPlaceMs: hour * HOUR + 1, endMs: (hour + hours) * HOUR },
  };
}

const DAY: Paper = {
  school: 'Yuma',
  date: '2026-09-15',
  zone: 'America/Phoenix',
  lang: 'en',
  role: 'leader',
  live: false,
  atMs: 0,
  dayType: 'Regular',
  notes: [],
  schedules: [
    { id: 'main', name: 'Main', blocks: [block('b1', 8), block('b2', 9)] },
    {
      ...{ id: 'studio/b2', name: 'B2', room: 'studio' },
      parent: { schedule: 'main', block: 'b2' },
      blocks: [block('t1', 9, 0.5), block('t2', 9.5, 0.5)],
    },
  ],
  rooms: [
    { id: 'centre', name: 'Centre', badge: badge('C'), mine: true, helpers: ['Abel'] },
    { id: 'studio', name: 'Studio', badge: badge('S'), mine: true, helpers: [] },
  ],
  stations: ['seats centre C', 'clay studio K', 'loom studio L'].map((line) => {
    const [id = '', room = '', letter = ''] = line.split(' ');
    return {
      ...{ id, room, name: id, kind: 'table', activity: id, badge: badge(letter) },
      ...{ status: 'open', seats: [], adults: [] },
    };
  }),
  students: [
    student('mira', { slot: 2, stops: [stop('b1', 'clay'), stop('b2', 'seats', 'clay')] }),
    student('noah', {
      slot: 1,
      stops: [stop('b1', 'seats'), stop('t1', 'clay', 'seats'), stop('t2', 'loom', 'clay')],
    }),
    student('june', { slot: 3, away: true, stops: [stop('b1', 'clay')] }),
    student('tariq', { slot: 4, whole: false, stops: [stop('b2', 'clay', 'seats')] }),
  ],
};

describe('what fits on paper', () => {
  test('labels of two inches stand in whole numbers on both papers', () => {
    for (const size of ['letter', 'a4'] as const) {
      const { columns, rows } = labelGrid(size);
      expect(columns * LABEL_MM).toBeLessThanOrEqual(PAPERS[size].widthMm - 16);
      expect(rows * LABEL_MM).toBeLessThanOrEqual(PAPERS[size].heightMm - 16);
      expect([columns, rows]).toEqual([3, 5]);
    }
  });

  test('the last page has what is left', () => {
    expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(pagesOf([], 8)).toEqual([]);
  });

  test('small passes are for days that fit on them', () => {
    expect(passesPerPage(8, 12)).toBe(8);
    expect(passesPerPage(8, 14)).toBe(4);
    expect(passesPerPage(4, 12)).toBe(4);
  });

  test('the lines of a pass shrink until the longest day is inside it', () => {
    expect(passLine(4, 12)).toEqual({ mm: 8, activity: true });
    expect(passLine(4, 26).activity).toBe(false);
    for (const lines of [1, 12, 13, 26, 40])
      for (const perPage of [4, 8] as const)
        expect(passLine(perPage, lines).mm * lines).toBeLessThanOrEqual(perPage === 4 ? 102 : 47);
  });

  test('codes on the poster are as large as their columns', () => {
    expect(posterPt(8, 4)).toBe(13);
    expect(posterPt(24, 4)).toBeLessThan(posterPt(24, 1));
  });

  test('a place with a long name takes two lines of a pass, and a call one more', () => {
    const long = () => 'The reading corner beside the garden door';
    const stops = [stop('b1', 'x'), stop('b2', 'x')];
    expect(passLines({ stops, calls: [] }, long)).toBe(4);
    const calls = [{ station: 'x', by: 'Rosa', fromMs: 0 }];
    expect(passLines({ stops: [], calls }, () => 'Clay')).toBe(1);
  });

  test('the bell plan stays one page however many blocks there are', () => {
    const day = (blocks: number) => ({ blocks: new Array<string>(blocks).fill('b') });
    expect(bellLineMm([day(11)])).toBe(12);
    expect(bellLineMm([day(24), day(24)]) * 48).toBeLessThanOrEqual(195 - 44);
  });

  test('the Americas print on Letter and others on A4', () => {
    expect(paperFor('America/Phoenix')).toBe('letter');
    expect(paperFor('Europe/Zurich')).toBe('a4');
  });
});

describe('a day on paper', () => {
  const day = new PaperDay(DAY);

  test('a room has its lessons in the order of the day, without those who are away', () => {
    const lessons = day.lessonsIn('studio');
    expect(lessons.map(({ block: { id } }) => id)).toEqual(['b1', 'b2', 't1', 't2']);
    expect(lessons[0]?.visits.map(({ student: { id } }) => id)).toEqual(['mira']);
    expect(day.awayFrom('studio').map(({ id }) => id)).toEqual(['june']);
  });

  test('who comes is told with where from', () => {
    const visit = day.lessonsIn('studio')[2]?.visits[0];
    expect(visit?.from?.id).toBe('seats');
    expect(day.lessonsIn('studio')[0]?.visits[0]?.from).toBeUndefined();
  });

  test('the poster keeps the lines of the term, and turns stand in their block', () => {
    const [main] = day.schedules;
    expect(day.schedules).toHaveLength(1);
    if (main === undefined) throw new Error('a schedule');
    const lines = day.linesOf(main);
    expect(lines.map(({ id }) => id)).toEqual(['noah', 'mira', 'june', 'tariq']);
    const [noah] = lines;
    const [, b2] = main.blocks;
    if (noah === undefined || b2 === undefined) throw new Error('a line and a block');
    expect(day.codesIn(noah, b2)).toEqual(['K2', 'L2']);
  });

  test('a pass is for whoever comes and whose whole day is known', () => {
    expect(day.passes.map(({ id }) => id)).toEqual(['mira', 'noah']);
  });

  test('a role is offered what is its own, and the pack never voids a badge', () => {
    expect(sheetsFor('teacher')).not.toContain('poster');
    expect(sheetsFor('leader')).not.toContain('badges');
    expect(sheetsFor('administrator')).toContain('badges');
    expect(sheetsFor('student')).toEqual(['passes']);
    expect(packFor('administrator')).toEqual([
      'bells',
      'poster',
      'substitute',
      'rosters',
      'passes',
    ]);
  });
});

test('the sign of a seat opens the page of that seat', () => {
  expect(seatAddress('https://school.test', 'C12')).toBe('https://school.test/kiosk?device=C12');
});
