import { afterEach, expect, test } from 'vitest';
import type { Dot } from '../../wire/views';
import { addressOf, isListed, Levels, tally } from './levels.svelte';

afterEach(() => history.replaceState(null, '', location.pathname));

const dot = (id: string, arrival: Dot['arrival']): Dot => ({ id, station: 'clay', arrival });

test('students are counted by what their dots show', () => {
  const dots = [dot('1', 'arrived'), dot('2', 'staying'), dot('3', 'late'), dot('4', 'excused')];
  expect(tally(dots)).toEqual({ here: 2, due: 0, late: 1, missing: 0, elsewhere: 0, away: 1 });
});

test('whoever is away is not waited for', () => {
  expect(isListed('unsettled', 'missing')).toBe(true);
  expect(isListed('unsettled', 'arrived')).toBe(false);
  expect(isListed('unsettled', 'excused')).toBe(false);
});

test('a leader goes down into a room and a list of it, and up again', () => {
  const levels = new Levels(true);
  levels.show('studio');
  levels.list('late');
  expect(location.hash).toBe('#room=studio&state=late');
  expect(levels.up()).toBe(true);
  expect([levels.room, levels.state]).toEqual(['studio', undefined]);
  expect(levels.up()).toBe(true);
  expect(location.hash).toBe('');
  expect(levels.up()).toBe(false);
});

test('a student is a number of the day in the address, and one level below a list', () => {
  const levels = new Levels(true);
  levels.list('late');
  levels.see({ dot: '17', date: '2026-09-14' });
  expect(location.hash).toBe('#state=late&dot=17&day=2026-09-14');
  expect(new Levels(true).student).toEqual({ dot: '17', date: '2026-09-14' });
  levels.up();
  expect([levels.student, levels.state]).toEqual([undefined, 'late']);
});

test('a station is a level of its own', () => {
  const levels = new Levels(true);
  levels.show('studio');
  levels.at('clay');
  expect(location.hash).toBe('#room=studio&station=clay');
  levels.list('late');
  expect(levels.station).toBeUndefined();
});

test('an address leads to where it was taken from', () => {
  history.replaceState(null, '', '#room=studio&state=unsettled');
  const levels = new Levels(true);
  expect([levels.room, levels.state]).toEqual(['studio', 'unsettled']);
  history.replaceState(null, '', '#state=nothing');
  expect(new Levels(true).state).toBeUndefined();
});

test('a seat, a block and a call have addresses of their own, and lead back to where one was', () => {
  const levels = new Levels(true);
  levels.show('studio');
  for (const of of ['seat', 'block', 'hand'] as const) {
    levels.point({ of, id: 'main/b3' });
    expect(location.hash).toBe(`#room=studio&${of}=main%2Fb3`);
    expect(new Levels(true).spot).toEqual({ of, id: 'main/b3' });
    expect(levels.up()).toBe(true);
    expect(location.hash).toBe('#room=studio');
  }
  expect(addressOf({ of: 'seat', id: 'centre/12' })).toBe(
    `${location.origin}/leader#seat=centre%2F12`,
  );
});

test('whoever goes to another level is at no seat any more', () => {
  const levels = new Levels(true);
  levels.point({ of: 'seat', id: 'centre/12' });
  levels.at('clay');
  expect(location.hash).toBe('#station=clay');
});

test('a pane among others leaves the address alone', () => {
  const levels = new Levels(false);
  levels.show('studio');
  expect(levels.room).toBe('studio');
  expect(location.hash).toBe('');
});
