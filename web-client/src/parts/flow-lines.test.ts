import { expect, test } from 'vitest';
import { placeLines } from './flow-lines';
import { Fit } from './floor-map';

const fit = new Fit({ x: 0, y: 0, w: 20, h: 10 }, 2_016, 1_016);

test('a line goes from one room to the other, and the way back does not lie on it', () => {
  const [one, other] = [
    { x: 0, y: 0, w: 4, h: 4 },
    { x: 10, y: 0, w: 4, h: 4 },
  ];
  const [there, back] = placeLines(
    [
      { id: 'a b', from: one, to: other, open: 8 },
      { id: 'b a', from: other, to: one, open: 2 },
    ],
    fit,
  );
  expect(there?.label.x).toBe(back?.label.x);
  expect(there?.label.y).not.toBe(back?.label.y);
  expect(there?.widthPx).toBeGreaterThan(back?.widthPx ?? 0);
});
