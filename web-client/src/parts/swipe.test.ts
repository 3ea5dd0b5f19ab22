import { afterEach, expect, test, vi } from 'vitest';
import { swipe } from './swipe';

afterEach(() => {
  delete document.documentElement.dataset['motion'];
});

/** A finger comes down, is drawn there, and goes. */
function draw(dx: number, dy: number, pointerType = 'touch') {
  const row = document.createElement('li');
  const [right, left] = [vi.fn(), vi.fn()];
  swipe({ right, left })(row);
  const steps: [string, number][] = [
    ['pointerdown', 0],
    ['pointermove', 0.5],
    ['pointermove', 1],
    ['pointerup', 1],
  ];
  for (const [type, part] of steps) {
    const at = { clientX: 200 + dx * part, clientY: 100 + dy * part };
    row.dispatchEvent(new PointerEvent(type, { ...at, pointerType, pointerId: 1 }));
  }
  return { right: right.mock.calls.length, left: left.mock.calls.length, row };
}

test('drawn to the right and to the left it does the one and the other', () => {
  expect(draw(120, 4)).toMatchObject({ right: 1, left: 0 });
  expect(draw(-120, 4)).toMatchObject({ right: 0, left: 1 });
});

test('a short stroke, scrolling, and a mouse do nothing, and the row is where it was', () => {
  for (const { right, left, row } of [draw(60, 0), draw(120, 200), draw(120, 0, 'mouse')]) {
    expect([right, left]).toEqual([0, 0]);
    expect(row.style.transform).toBe('');
  }
});

test('for whoever wants less motion it is off', () => {
  document.documentElement.dataset['motion'] = 'less';
  expect(draw(200, 0)).toMatchObject({ right: 0, left: 0 });
});
