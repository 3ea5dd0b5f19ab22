// Which way a page takes when a filter closes some.
import { beforeEach, describe, expect, test } from 'vitest';
import { Transports } from './transports';

const MINUTE_MS = 60_000;
let nowMs = 0;
const clock = () => nowMs;

beforeEach(() => {
  nowMs = 0;
  sessionStorage.clear();
});

function afterFailures(count: number): Transports {
  sessionStorage.clear();
  const transports = new Transports(sessionStorage, clock);
  for (let done = 0; done < count; done += 1) {
    transports.choose();
    transports.failed();
  }
  return transports;
}

describe('a way that brings nothing', () => {
  test('is left for the next only when it did so twice in a row', () => {
    expect(afterFailures(1).choose()).toBe('websocket');
    expect(afterFailures(2).choose()).toBe('events');
    expect(afterFailures(4).choose()).toBe('polls');
    expect(afterFailures(6).choose()).toBe('websocket');
    const transports = afterFailures(1);
    transports.worked();
    transports.failed();
    expect(transports.choose()).toBe('websocket');
  });

  test('is remembered as long as the tab lives', () => {
    afterFailures(4);
    expect(new Transports(sessionStorage, clock).choose()).toBe('polls');
    sessionStorage.clear();
    expect(new Transports(sessionStorage, clock).choose()).toBe('websocket');
  });
});

describe('a better way', () => {
  test('is tried again after five minutes, then ever more seldom', () => {
    const transports = afterFailures(2);
    expect(transports.betterInMs()).toBe(5 * MINUTE_MS);
    nowMs += 5 * MINUTE_MS;
    expect(transports.choose()).toBe('websocket');
    transports.failed();
    expect(transports.choose()).toBe('events');
    expect(transports.betterInMs()).toBe(10 * MINUTE_MS);
  });

  test('is kept when it brings something again', () => {
    const transports = afterFailures(2);
    nowMs += 5 * MINUTE_MS;
    transports.choose();
    transports.worked();
    expect(transports.choose()).toBe('websocket');
    expect(transports.betterInMs()).toBe(Infinity);
    expect(sessionStorage).toHaveLength(0);
  });
});
