import { expect, test } from 'vitest';
import { block, MINUTE_MS, NINE_MS } from '../../../tests/harness/rows';
import { leaderEn } from '../../text/floor-en';
import { leaderEs } from '../../text/floor-es';
import { leaderFrCA } from '../../text/floor-fr-CA';
import type { Moved } from '../../wire/frames';
import { previewOf, previewSentence } from './preview';

const lunch = block(3, { id: 'main/lunch', name: 'Lunch', kind: 'meal', anchorStart: true });
const blocks = new Map([block(0), block(1), block(2), lunch, block(4)].map((one) => [one.id, one]));
const NOW_MS = NINE_MS + 10 * MINUTE_MS;

/** Blocks 1 and 2 end later and 2 and 3 start later; lunch stays where it is. */
const moved: Moved = {
  version: 8,
  students: 240,
  moved: [
    { block: 'main/b2', edge: 'start', fromMs: block(1).startMs, toMs: block(1).startMs + 300_000 },
    { block: 'main/b1', edge: 'end', fromMs: block(0).endMs, toMs: block(0).endMs + 300_000 },
    { block: 'main/b2', edge: 'end', fromMs: block(1).endMs, toMs: block(1).endMs + 120_000 },
    { block: 'main/b3', edge: 'start', fromMs: block(2).startMs, toMs: block(2).startMs + 120_000 },
  ],
};

test('the end of a block and the start of the next are one bell', () => {
  expect(previewOf(moved, blocks, 7, NOW_MS).bells).toBe(2);
});

test('the edges stand in the order of the day, an end before a start', () => {
  const { edges } = previewOf(moved, blocks, 7, NOW_MS);
  expect(edges.map(({ id }) => id)).toEqual([
    'main/b1 end',
    'main/b2 start',
    'main/b2 end',
    'main/b3 start',
  ]);
});

test('the anchor that keeps its time is named', () => {
  expect(previewOf(moved, blocks, 7, NOW_MS).stays?.name).toBe('Lunch');
});

test('the preview keeps the version it was made from, which the command expects', () => {
  expect(previewOf(moved, blocks, 7, NOW_MS).version).toBe(7);
});

test('the sentence, in three languages', () => {
  const preview = previewOf(moved, blocks, 7, NOW_MS);
  expect(previewSentence(preview, leaderEn)).toBe('2 bells move, Lunch stays, 240 students.');
  expect(previewSentence(preview, leaderEs)).toBe(
    'Se mueven 2 timbres, Lunch no cambia, 240 estudiantes.',
  );
  expect(previewSentence(preview, leaderFrCA)).toBe(
    '2 cloches bougent, Lunch ne bouge pas, 240 élèves.',
  );
});

test('a pause moves nothing and says so', () => {
  const preview = previewOf({ version: 8, moved: [], students: 240 }, blocks, 7, NOW_MS);
  expect(previewSentence(preview, leaderEn)).toBe('No bell moves, 240 students.');
});

test('an edge of a block this screen does not know is left out', () => {
  const stray: Moved = {
    version: 8,
    students: 1,
    moved: [{ block: 'other/b1', edge: 'end', fromMs: 1, toMs: 2 }],
  };
  expect(previewOf(stray, blocks, 7, NOW_MS).edges).toEqual([]);
});

test('turns in rooms that follow are named, and are no bells of the school', () => {
  const turn = block(0, { id: 'room-4/b1/t1', schedule: 'room-4/b1', name: 'Turn 1' });
  const inside: Moved = {
    ...moved,
    turns: [{ block: turn.id, edge: 'end', fromMs: turn.endMs, toMs: turn.endMs + 60_000 }],
  };
  const preview = previewOf(inside, new Map([...blocks, [turn.id, turn]]), 7, NOW_MS);
  expect(preview.turns.map(({ id }) => id)).toEqual(['room-4/b1/t1 end']);
  expect(previewSentence(preview, leaderEn)).toBe(
    '2 bells move, Lunch stays, turns in rooms follow, 240 students.',
  );
});
