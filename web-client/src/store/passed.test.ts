import { describe, expect, test } from 'vitest';
import { Passed } from './passed';

const BOUNDARIES = [{ atMs: 20_000 }, { atMs: 10_000 }];

describe('a corrected clock', () => {
  test('goes back, and never back across a boundary', () => {
    const passed = new Passed();
    expect(passed.show(9_900, 1, BOUNDARIES)).toBe(9_900);
    expect(passed.show(9_600, 1, BOUNDARIES)).toBe(9_600);
    expect(passed.show(10_100, 1, BOUNDARIES)).toBe(10_100);
    expect(passed.show(9_800, 1, BOUNDARIES)).toBe(10_000);
    expect(passed.show(10_050, 1, BOUNDARIES)).toBe(10_050);
    expect(passed.show(10_300, 1, BOUNDARIES)).toBe(10_300);
  });

  test('shows the truth when it was far off, or turned', () => {
    const passed = new Passed();
    passed.show(16_000, 1, BOUNDARIES);
    expect(passed.show(9_000, 1, BOUNDARIES)).toBe(9_000);
    passed.show(10_500, 1, BOUNDARIES);
    passed.forget();
    expect(passed.show(9_500, 1, BOUNDARIES)).toBe(9_500);
  });
});
