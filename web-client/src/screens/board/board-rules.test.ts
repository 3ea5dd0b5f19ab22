import { describe, expect, test } from 'vitest';
import { block, departure, NINE_MS, station } from '../../../tests/harness/rows';
import type { Moment } from '../../store/day-plan';
import { askedFont, fontFor, layoutOf } from './layout';
import { askedPin, DWELL_MS, pageAt, pagesOf, pinned } from './pages';
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
    const showing = showingOf(moment({ phase }));
    expect([showing?.block.name, showing?.mode]).toEqual([name, mode]);
  });

  test('before the day and in a gap the coming stop, greyed', () => {
    for (const phase of ['before', 'gap'] as const) {
      const showing = showingOf(moment({ phase, block: undefined }));
      expect([showing?.block.name, showing?.mode]).toEqual(['Block 2', 'soon']);
    }
  });

  test('the last block keeps its stops until the day is over', () => {
    expect(showingOf(moment({ phase: 'warn', nextBlock: undefined }))?.mode).toBe('now');
    expect(showingOf(moment({ phase: 'done' }))).toBeUndefined();
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

  test('slots may count from nought', () => {
    const [first, second] = pagesOf([departure(0), departure(36)], 36);
    expect(first?.places[0]?.slot).toBe(0);
    expect(second?.places[0]?.slot).toBe(36);
  });

  test('a page names its range', () => {
    expect(pagesOf(rows, 36).map(({ first, last }) => [first, last])).toEqual([
      ['Name 1', 'Name 36'],
      ['Name 37', 'Name 72'],
      ['Name 73', 'Name 100'],
    ]);
  });

  test('each screen of three has a run of its own, and together they have all', () => {
    const pages = [1, 2, 3, 4, 5, 6, 7];
    const parts = [1, 2, 3].map((part) => pinned(pages, { part, of: 3 }));
    expect(parts).toEqual([
      [1, 2],
      [3, 4],
      [5, 6, 7],
    ]);
    expect(pinned(pages, undefined)).toEqual(pages);
  });

  test('the address pins a screen, and nonsense pins nothing', () => {
    expect(askedPin('?page=1/3')).toEqual({ part: 1, of: 3 });
    for (const wrong of ['', '?page=4/3', '?page=0/2', '?page=x']) {
      expect(askedPin(wrong)).toBeUndefined();
    }
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
    });
  });

  test('far readers get fewer and larger names, never smaller than the table', () => {
    expect(layoutOf(1_920, 1_080, 60)).toEqual({ kind: 'grid', columns: 2, rows: 10, fontPx: 60 });
    expect(layoutOf(1_920, 1_080, 113)).toMatchObject({ columns: 1, fontPx: 113 });
  });

  test('a laptop has three columns of eight, a tablet two, a phone a list', () => {
    expect(layoutOf(1_366, 768, undefined)).toMatchObject({ columns: 3, rows: 8 });
    expect(layoutOf(1_024, 768, undefined)).toMatchObject({ columns: 2, rows: 8 });
    expect(layoutOf(390, 844, undefined)).toEqual({ kind: 'list' });
  });

  test('the address says how far the readers are, and nonsense says nothing', () => {
    expect(askedFont('?diagonal=55&distance=4')).toBe(45);
    for (const wrong of ['', '?diagonal=55', '?diagonal=5&distance=4', '?diagonal=a&distance=b']) {
      expect(askedFont(wrong)).toBeUndefined();
    }
  });
});
