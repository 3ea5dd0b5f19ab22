import { expect, test } from 'vitest';
import { wayOn } from './way';

const walls = [{ x: 0, y: 0, w: 20, h: 10 }];

test('the way leads from where she was to the sign, and its arrow stops before it', () => {
  const way = wayOn(walls, { x: 2, y: 5 }, { x: 18, y: 5 });
  expect(way?.line?.path.startsWith('M2.00 5.00Q')).toBe(true);
  expect(way?.line?.tip.x).toBeLessThan(18);
  expect(way?.line?.tip.x).toBeGreaterThan(12);
  expect(way?.box.w).toBeGreaterThan(20);
});

test('who is there already, or came from nowhere, sees the place without a line', () => {
  expect(wayOn(walls, { x: 18, y: 5 }, { x: 18, y: 5 })?.line).toBeUndefined();
  const first = wayOn(walls, undefined, { x: 18, y: 5 });
  expect(first).toMatchObject({ to: { x: 18, y: 5 } });
  expect(first?.line).toBeUndefined();
});

test('without walls or a place there is nothing to draw', () => {
  expect(wayOn([], { x: 2, y: 5 }, { x: 18, y: 5 })).toBeUndefined();
  expect(wayOn(walls, { x: 2, y: 5 }, undefined)).toBeUndefined();
});
