import { describe, expect, test } from 'vitest';
import { NewHands, TOGETHER_MS } from './new-hands';

const FREE = { free: true, live: true };
const ON_BREAK = { free: false, live: true };
const OFFLINE = { free: true, live: false };

/** A helper who has looked at an empty line. */
function helper() {
  const clock = { nowMs: 0 };
  let rings = 0;
  const ear = new NewHands(
    () => (rings += 1),
    () => clock.nowMs,
  );
  const hands = (...ids: string[]) => ids.map((id) => ({ id, urgent: false }));
  ear.look([], FREE);
  return { clock, ear, hands, rings: () => rings };
}

const TEN = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

describe('the sound of a new hand', () => {
  test('comes with the very first one of the day', () => {
    const { ear, hands, rings } = helper();
    ear.look(hands('a'), FREE);
    expect(rings()).toBe(1);
  });

  test('is one for ten asks in two seconds, and none for those who leave (B44)', () => {
    const { clock, ear, hands, rings } = helper();
    TEN.forEach((_, index) => {
      clock.nowMs = index * 200;
      ear.look(hands(...TEN.slice(0, index + 1)), FREE);
    });
    expect(rings()).toBe(1);
    clock.nowMs = 60_000;
    TEN.forEach((_, index) => ear.look(hands(...TEN.slice(index + 1)), FREE));
    expect(rings()).toBe(1);
  });

  test('is another one for a hand that goes up later', () => {
    const { clock, ear, hands, rings } = helper();
    ear.look(hands('a'), FREE);
    clock.nowMs = TOGETHER_MS;
    ear.look(hands('a', 'b'), FREE);
    expect(rings()).toBe(2);
  });

  test('is never swallowed when it is urgent', () => {
    const { clock, ear, hands, rings } = helper();
    ear.look(hands('a'), FREE);
    clock.nowMs = 500;
    ear.look([...hands('a'), { id: 'b', urgent: true }], FREE);
    expect(rings()).toBe(2);
    ear.look(
      ['a', 'b'].map((id) => ({ id, urgent: true })),
      FREE,
    );
    expect(rings()).toBe(3);
  });

  test('is not made up for after a break of an hour (B43)', () => {
    const { clock, ear, hands, rings } = helper();
    for (let i = 1; i <= TEN.length; i++) {
      clock.nowMs = i * 360_000;
      ear.look(hands(...TEN.slice(0, i)), ON_BREAK);
    }
    ear.look(hands(...TEN), FREE);
    expect(rings()).toBe(0);
    ear.look(hands(...TEN, 'k'), FREE);
    expect(rings()).toBe(1);
  });

  test('is not made up for when the tablet wakes an hour later (B43)', () => {
    const { clock, ear, hands, rings } = helper();
    ear.look([], OFFLINE);
    clock.nowMs = 3_600_000;
    ear.look(hands(...TEN), FREE);
    expect(rings()).toBe(0);
  });

  test('is not made for what stood in the line when she came', () => {
    let rings = 0;
    const ear = new NewHands(
      () => (rings += 1),
      () => 0,
    );
    ear.look([], OFFLINE);
    ear.look([{ id: 'a', urgent: true }], FREE);
    expect(rings).toBe(0);
  });
});
