import { describe, expect, test } from 'vitest';
import { block, departure, NINE_MS, station } from '../../../tests/harness/rows';
import type { Moment } from '../../store/day-plan';
import { fontFor, largestFor, layoutOf } from './layout';
import { ChangeMarks, MARKED_MS } from './marks';
import { isNight } from './night';
import { DWELL_MS, pageAt, pagesOf, standing } from './pages';
import { cellOf, countdownTo, showingOf } from './showing';

function moment(change: Partial<Moment>): Moment {
  return {
    phase: 'work',
    paused: false,
    block: block(0),
    nextBlock: block(1),
    sinceMs: NINE_MS,
    coming: undefined,
    nextBell: undefined,
    ...change,
  };
}

describe('what each phase shows', () => {
  test.each([
    ['move', 'Block 1', 'go'],
    ['settle', 'Block 1', 'go'],
    ['work', 'Block 1', 'now'],
    ['warn', 'Block 2', 'soon'],
  ] as const)('%s: %s, %s', (phase, name, mode) => {
    const showing = showingOf(moment({ phase }), block(0).startMs);
    expect([showing?.block.name, showing?.mode]).toEqual([name, mode]);
  });

  test('before the day and in a gap the coming stop, greyed', () => {
    for (const phase of ['before', 'gap'] as const) {
      const showing = showingOf(moment({ phase, block: undefined }), NINE_MS);
      expect([showing?.block.name, showing?.mode]).toEqual(['Block 2', 'soon']);
    }
  });

  test('the last block keeps its stops until the day is over', () => {
    expect(showingOf(moment({ phase: 'warn', nextBlock: undefined }), NINE_MS)?.mode).toBe('now');
    expect(showingOf(moment({ phase: 'done' }), NINE_MS)).toBeUndefined();
  });
});

describe('around a bell', () => {
  const minutes = (count: number) => count * 60_000;

  test('the next stops come up five minutes before it', () => {
    const end = block(0).endMs;
    expect(showingOf(moment({}), end - minutes(5) - 1)?.mode).toBe('now');
    expect(showingOf(moment({}), end - minutes(5))?.mode).toBe('soon');
  });

  test('full contrast fades three minutes after it, though some still settle', () => {
    const start = block(0).startMs;
    const settling = moment({ phase: 'settle' });
    expect(showingOf(settling, start + minutes(3) - 1)?.mode).toBe('go');
    expect(showingOf(settling, start + minutes(3))?.mode).toBe('now');
  });

  test('a changed stop is marked for half a minute from when it comes on show', () => {
    const marks = new ChangeMarks();
    expect(marks.marks('1', 'main/b2', 'C12', NINE_MS)).toBe(true);
    expect(marks.marks('1', 'main/b2', 'C12', NINE_MS + MARKED_MS - 1)).toBe(true);
    expect(marks.marks('1', 'main/b2', 'C12', NINE_MS + MARKED_MS)).toBe(false);
    expect(marks.marks('1', 'main/b2', 'D4', NINE_MS + MARKED_MS)).toBe(true);
  });
});

describe('the night', () => {
  test('a board is dark from an hour after the last block to an hour before the first', () => {
    const blocks = [block(0), block(1)];
    const hour = 60 * 60_000;
    const night = (atMs: number) => isNight(atMs, blocks, 'UTC');
    expect(night(block(0).startMs - hour - 1)).toBe(true);
    expect(night(block(0).startMs - hour)).toBe(false);
    expect(night(block(1).endMs + hour)).toBe(false);
    expect(night(block(1).endMs + hour + 1)).toBe(true);
  });

  test('a day without school is told by day', () => {
    expect(isNight(Date.parse('2026-09-14T12:00Z'), [], 'UTC')).toBe(false);
    expect(isNight(Date.parse('2026-09-14T22:00Z'), [], 'UTC')).toBe(true);
    expect(isNight(Date.parse('2026-09-14T12:00Z'), [], 'Asia/Tokyo')).toBe(true);
  });
});

describe('the countdown', () => {
  test('runs to the arrive-by bell while people move, then to the end of the block', () => {
    const tardy = { id: 't', schedule: 'main', phase: 'work', atMs: NINE_MS + 240_000 } as const;
    expect(countdownTo(moment({ phase: 'move', nextBell: tardy }))).toBe(NINE_MS + 240_000);
    expect(countdownTo(moment({ phase: 'work' }))).toBe(block(0).endMs);
    expect(countdownTo(moment({ phase: 'before' }))).toBe(block(1).startMs);
    expect(countdownTo(moment({ phase: 'done' }))).toBeUndefined();
  });
});

describe('a row', () => {
  const stations = new Map([['clay', station('clay')]]);
  const showings = [{ block: block(1), mode: 'soon' as const }];
  const row = departure(1, { stops: { 'main/b2': ['clay', 'C12'] }, changed: ['main/b2'] });

  test('has badge and code of the block that is shown', () => {
    expect(cellOf(row, showings, stations)).toEqual({
      block: 'main/b2',
      station: 'clay',
      split: false,
      code: 'C12',
      badge: { letter: 'C', colour: 2, shape: 2 },
      mode: 'soon',
      changed: true,
    });
  });

  test('is empty when there is no stop in it', () => {
    expect(cellOf(departure(1), showings, stations)).toBeUndefined();
  });
});

describe('pages', () => {
  const rows = Array.from({ length: 100 }, (_, at) => departure(at + 1)).filter(
    ({ slot }) => slot !== 5,
  );

  test('a name keeps its slot: a free one stays free', () => {
    const [first] = pagesOf(rows, 36);
    expect(first?.places[3]?.slot).toBe(4);
    expect(first?.places[4]).toBeUndefined();
    expect(first?.places[5]?.slot).toBe(6);
  });

  test('a page names its range', () => {
    expect(pagesOf(rows, 36).map(({ first, last }) => [first, last])).toEqual([
      ['Name 1', 'Name 9'],
      ['Name 37', 'Name 72'],
      ['Name 100', 'Name 99'],
    ]);
  });

  const alone = { moving: true, part: 1, of: 1 };

  test('at rest all pages turn; at the move only those with somebody who moves', () => {
    const pages = pagesOf(rows, 36);
    const goes = ({ slot }: { slot: number }) => slot > 40 && slot < 60;
    expect(standing(pages, { ...alone, moving: false }, goes)).toEqual(pages);
    expect(standing(pages, alone, goes).map(({ number }) => number)).toEqual([2]);
  });

  test('boards that show the same stand on a page each while everybody moves', () => {
    const pages = pagesOf(rows, 36);
    const parts = [1, 2, 3].map((part) =>
      standing(pages, { moving: true, part, of: 3 }, () => true),
    );
    expect(parts.map((part) => part.map(({ number }) => number))).toEqual([[1], [2], [3]]);
  });

  test('a page stands eight seconds or more, and they turn round', () => {
    expect(DWELL_MS).toBeGreaterThanOrEqual(8_000);
    expect([0, 7_999, 8_000, 24_000].map((ms) => pageAt(ms, 3))).toEqual([0, 0, 1, 0]);
    expect(pageAt(1, 0)).toBe(0);
  });
});

describe('size', () => {
  test.each([
    [32, [58, 77, 116, 155, 194]],
    [43, [43, 58, 86, 115, 144]],
    [55, [34, 45, 68, 90, 113]],
    [65, [29, 38, 57, 76, 95]],
    [75, [25, 33, 50, 66, 83]],
  ])('%d inches read from 3, 4, 6, 8 and 10 metres', (diagonal, table) => {
    expect([3, 4, 6, 8, 10].map((distance) => fontFor(diagonal, distance))).toEqual(table);
  });

  test('a full-size wall has three columns of twelve at 46 px', () => {
    expect(layoutOf(1_920, 1_080, undefined)).toEqual({
      kind: 'grid',
      columns: 3,
      rows: 12,
      fontPx: 46,
      stacked: false,
    });
  });

  test('far readers get fewer and larger names, never smaller than the table', () => {
    expect(layoutOf(1_920, 1_080, 60)).toMatchObject({ columns: 2, rows: 10, fontPx: 60 });
    expect(layoutOf(1_920, 1_080, 113)).toMatchObject({ columns: 1, fontPx: 113 });
  });

  test('a laptop has three columns of eight, a tablet two, a phone a list', () => {
    expect(layoutOf(1_366, 768, undefined)).toMatchObject({ columns: 3, rows: 8 });
    expect(layoutOf(1_024, 768, undefined)).toMatchObject({ columns: 2, rows: 8 });
    expect(layoutOf(390, 844, undefined)).toEqual({ kind: 'list' });
  });

  test('no table value is written smaller, at any size and distance (W2)', () => {
    for (const diagonal of [32, 43, 55, 65, 75]) {
      for (const distance of [3, 4, 6, 8, 10]) {
        const least = fontFor(diagonal, distance);
        const layout = layoutOf(1_920, 1_080, least);
        expect(layout.kind === 'grid' && layout.fontPx).toBeGreaterThanOrEqual(least);
      }
    }
  });

  test('where a name and its stop do not fit beside each other the stop stands below', () => {
    expect(layoutOf(1_920, 1_080, 194)).toMatchObject({ columns: 1, rows: 1, stacked: true });
  });

  test('a handful of groups is written large', () => {
    const few = largestFor(4, 1_920, 1_080, 77);
    expect(few).toMatchObject({ columns: 1, rows: 4 });
    expect(few.kind === 'grid' && few.fontPx).toBeGreaterThan(110);
  });
});
