import { describe, expect, test } from 'vitest';
import { alone, dot, helper, MINUTE_MS, NINE_MS, station } from '../../../tests/harness/rows';
import { concernsOf, overBy, worstByStation, type FloorNow } from './attention';

function floor(change: Partial<FloorNow>): FloorNow {
  return {
    nowMs: NINE_MS + 10 * MINUTE_MS,
    standingMs: NINE_MS + 10 * MINUTE_MS,
    wall: false,
    phase: 'work',
    blockStartMs: NINE_MS,
    stations: [],
    dots: [],
    silent: new Map(),
    helpers: [],
    alerts: [],
    ...change,
  };
}

const kinds = (now: FloorNow) =>
  concernsOf(now).map(({ kind, level, amount }) => [kind, level, amount]);
const waits = (level: number, minutes: number) => ({
  level,
  longest: { ms: MINUTE_MS, sinceMs: NINE_MS + (11 - minutes) * MINUTE_MS },
});

test('a station as it should be needs nobody', () => {
  expect(kinds(floor({ stations: [station('clay')] }))).toEqual([]);
});

test('a station over its hard cap is an alert, one over its soft cap is not', () => {
  expect(kinds(floor({ stations: [station('clay', { arrived: 20 })] }))).toEqual([
    ['over', 'alert', 2],
  ]);
  expect(kinds(floor({ stations: [station('clay', { arrived: 17 })] }))).toEqual([]);
});

test('what counts against the cap is who is there in the flesh, visitors too', () => {
  const visited = station('clay', { arrived: 12, bodies: 21 });
  expect([
    overBy(visited),
    overBy(station('clay')),
    overBy(station('clay', { bodies: 3 })),
  ]).toEqual([3, 0, 0]);
  expect(kinds(floor({ stations: [visited] }))).toEqual([['over', 'alert', 3]]);
});

describe('waiting', () => {
  test.each([
    [0, []],
    [1, [['wait', 'look', 7]]],
    [2, [['wait', 'look', 7]]],
    [3, [['wait', 'alert', 7]]],
  ])('at level %d', (level, expected) => {
    expect(kinds(floor({ stations: [station('clay', waits(level, 7))] }))).toEqual(expected);
  });

  test('in a pause it stands, because the queue says so', () => {
    const stations = [station('clay', { level: 1, longest: { ms: 5 * MINUTE_MS } })];
    expect(kinds(floor({ stations }))).toEqual([['wait', 'look', 5]]);
  });
});

describe('urgent', () => {
  const stations = [
    station('clay', { urgent: true, waiting: 1, level: 0, longest: { ms: MINUTE_MS } }),
    station('loom', { arrived: 30 }),
  ];

  test('stands before everything else (B50)', () => {
    expect(kinds(floor({ stations }))).toEqual([
      ['urgent', 'alert', 0],
      ['over', 'alert', 12],
    ]);
  });

  test('is on no wall (B50)', () => {
    expect(kinds(floor({ stations, wall: true }))).toEqual([['over', 'alert', 12]]);
  });
});

describe('no adult', () => {
  test('students without an adult or a helper on duty in the room are an alert', () => {
    expect(kinds(floor({ stations: [alone('clay')] }))).toEqual([['no-adult', 'alert', 0]]);
  });

  test('a helper on duty in the room is an adult, one off duty is not', () => {
    const stations = [alone('clay')];
    const on = helper('abel', { rooms: ['clay'] });
    expect(kinds(floor({ stations, helpers: [on] }))).toEqual([]);
    expect(kinds(floor({ stations, helpers: [{ ...on, duty: 'off' }] }))).toHaveLength(1);
  });

  test('an empty room and a day that has not begun need no adult', () => {
    expect(kinds(floor({ stations: [alone('clay', { arrived: 0 })] }))).toEqual([]);
    expect(kinds(floor({ stations: [alone('clay')], phase: 'before' }))).toEqual([]);
  });
});

describe('unsettled', () => {
  const dots = [
    ...Array.from({ length: 8 }, (_, at) => dot(`${at}`)),
    dot('8', { arrival: 'late' }),
    dot('9', { arrival: 'missing' }),
  ];
  const stations = [station('clay')];

  test('three minutes after the move bell, with less than nine in ten there', () => {
    expect(kinds(floor({ stations, dots }))).toEqual([['unsettled', 'look', 2]]);
  });

  test('before that everybody is rightly on the way', () => {
    expect(kinds(floor({ stations, dots, standingMs: NINE_MS + 2 * MINUTE_MS }))).toEqual([]);
  });

  test('those excused are not waited for', () => {
    const excused = dots.map((one) =>
      one.arrival === 'arrived' ? one : { ...one, arrival: 'excused' as const },
    );
    expect(kinds(floor({ stations, dots: excused }))).toEqual([]);
  });
});

test('alerts come first, then the kinds in order, then the larger number', () => {
  const stations = [
    station('a', waits(1, 7)),
    station('b', waits(3, 12)),
    station('c', waits(3, 15)),
    alone('d'),
    station('e', { arrived: 30 }),
  ];
  const concerns = concernsOf(floor({ stations }));
  expect(concerns.map(({ id }) => id)).toEqual([
    'over:e',
    'no-adult:d',
    'wait:c',
    'wait:b',
    'wait:a',
  ]);
});

test('a tile shows the gravest of its concerns', () => {
  const concerns = concernsOf(
    floor({ stations: [alone('clay', { arrived: 20, ...waits(3, 12) })] }),
  );
  expect(concerns).toHaveLength(3);
  expect(worstByStation(concerns).get('clay')?.kind).toBe('over');
});

test('what the floor asks to look after is one concern of a kind a station', () => {
  const alert = { station: 'clay', code: 'C', place: 'Clay', sinceMs: NINE_MS };
  const alerts = [
    { ...alert, id: 'unseen/1', kind: 'unseen-change' as const },
    { ...alert, id: 'unseen/2', kind: 'unseen-change' as const },
    { ...alert, id: 'no-room/clay', kind: 'no-room' as const },
  ];
  expect(kinds(floor({ stations: [station('clay'), station('loom')], alerts }))).toEqual([
    ['no-room', 'look', 0],
    ['unseen', 'look', 2],
  ]);
});

test('many devices that go silent at one place are a concern, one or two are not', () => {
  const dots = ['1', '2', '3', '4', '5', '6'].map((id) => dot(id));
  const gone = (...ids: string[]) => new Map(ids.map((id) => [id, NINE_MS]));
  const now = { stations: [station('clay')], dots };
  expect(kinds(floor({ ...now, silent: gone('1', '2', '3') }))).toEqual([]);
  expect(kinds(floor({ ...now, silent: gone('1', '2', '3', '4') }))).toEqual([
    ['devices', 'look', 4],
  ]);
});

test('four devices of a large room are no cluster', () => {
  const dots = Array.from({ length: 12 }, (_, at) => dot(`${at}`));
  const silent = new Map(['0', '1', '2', '3'].map((id) => [id, NINE_MS]));
  expect(kinds(floor({ stations: [station('clay')], dots, silent }))).toEqual([]);
});
