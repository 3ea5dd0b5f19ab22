// What becomes of badges when the network goes in the middle of them.
import { afterEach, expect, test, vi } from 'vitest';
import { NewBadges } from './new-badges.svelte';

const STUDENTS = Array.from({ length: 70 }, (_, at) => `s${at}`);

function server(answers: (asked: string[]) => boolean): string[][] {
  const calls: string[][] = [];
  vi.stubGlobal('fetch', (_: string, request: { body: string }) => {
    const { students } = JSON.parse(request.body) as { students: string[] };
    calls.push(students);
    if (!answers(students)) return Promise.reject(new TypeError('no network'));
    const badges = students.map((student) => ({ student, token: `of ${student}` }));
    return Promise.resolve(new Response(JSON.stringify({ badges })));
  });
  return calls;
}

afterEach(() => vi.unstubAllGlobals());

test('all of them are made, no more than thirty at once', async () => {
  const calls = server(() => true);
  const badges = new NewBadges();
  await badges.make(STUDENTS);
  expect(calls.map(({ length }) => length)).toEqual([30, 30, 10]);
  expect(badges.made).toHaveLength(70);
  expect(badges.failed).toBe(false);
});

test('those made before the network went are kept, and only the others are made again', async () => {
  let up = false;
  const calls = server((students) => up || students.includes('s0'));
  const badges = new NewBadges();
  await badges.make(STUDENTS);
  expect(badges.failed).toBe(true);
  expect(badges.made).toHaveLength(30);
  up = true;
  calls.length = 0;
  await badges.make(STUDENTS);
  expect(calls.flat()).not.toContain('s0');
  expect(badges.made).toHaveLength(70);
});

test('asking again after all went well makes new ones for everybody', async () => {
  const calls = server(() => true);
  const badges = new NewBadges();
  await badges.make(['s1']);
  await badges.make(['s1', 's2']);
  expect(calls).toEqual([['s1'], ['s1', 's2']]);
});
