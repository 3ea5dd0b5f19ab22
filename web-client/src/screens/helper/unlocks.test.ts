// Tests that wait for a teacher's OK.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { TeamUnlock } from '../../wire/views';
import Unlocks from './Unlocks.svelte';

function asked(id: string): TeamUnlock {
  return {
    ...{ id, student: { id, name: id }, assessment: 'a', title: 'Fractions', state: 'asked' },
    ...{ code: 'C1', place: 'Centre', askedAtMs: 1, minutes: 25 },
    windows: [window('10:21', '10:46', true), window('10:56', '11:21', false)],
  };
}

function window(startBy: string, end: string, now: boolean): TeamUnlock['windows'][number] {
  return { startByMs: clock(startBy), endMs: clock(end), now, stands: false };
}

/** On a Monday in Phoenix. */
function clock(time: string): number {
  return Date.parse(`2026-09-14T${time}:00-07:00`);
}

function said(unlock: TeamUnlock, at: string): string {
  const { container } = shown([unlock], clock(at));
  return (container.querySelector('li p')?.textContent ?? '').replaceAll('\u00a0', ' ');
}

function shown(unlocks: readonly TeamUnlock[], nowMs = clock('10:12')) {
  const approved: string[] = [];
  const props = {
    ...{
      unlocks,
      nowMs,
      zone: 'America/Phoenix',
      answering: () => false,
      onrefuse: () => undefined,
    },
    onapprove: (id: string) => void approved.push(id),
  };
  return { approved, ...render(Unlocks, { props }) };
}

test('five are approved with two clicks (T3)', async () => {
  const { approved } = shown(['u1', 'u2', 'u3', 'u4', 'u5'].map(asked));
  await fireEvent.click(screen.getByTestId('approve-all'));
  expect(approved).toEqual([]);
  expect(screen.getByTestId('approve-all').textContent).toContain('these 5');
  await fireEvent.click(screen.getByTestId('approve-all'));
  expect(approved).toEqual(['u1', 'u2', 'u3', 'u4', 'u5']);
});

test('who asks between the two clicks is looked at', async () => {
  const { approved, rerender } = shown([asked('u1'), asked('u2')]);
  await fireEvent.click(screen.getByTestId('approve-all'));
  await rerender({ unlocks: [asked('u1'), asked('u2'), asked('u3')] });
  await fireEvent.click(screen.getByTestId('approve-all'));
  expect(approved).toEqual(['u1', 'u2']);
});

test('one is one click (T1), and there is nothing to approve together', async () => {
  const { approved } = shown([asked('u1')]);
  expect(screen.queryByTestId('approve-all')).toBeNull();
  await fireEvent.click(screen.getByTestId('approve'));
  expect(approved).toEqual(['u1']);
});

test('by when it has to be begun is counted back from the bell (T1)', () => {
  const until = 'start by 10:21 AM, needs about 25 min, block ends 10:46 AM';
  expect(said(asked('u1'), '10:12')).toContain(until);
  const approved = { ...asked('u1'), state: 'approved', untilMs: clock('10:21') } as const;
  expect(said(approved, '10:12')).toContain(until);
});

test('once this block is too short the next one it fits in is said, and then that none is left', () => {
  const later = 'in a later block: start by 10:56 AM';
  expect(said(asked('u1'), '10:21')).toContain(later);
  expect(said(asked('u1'), '10:57')).toContain('needs about 25 min, no block left is long enough');
});

test('a paused day lets no window pass', () => {
  const windows = asked('u1').windows.map((each) => ({ ...each, stands: true }));
  expect(said({ ...asked('u1'), windows }, '10:40')).toContain('start by 10:21 AM');
});

test('what was not begun in time asks again, and says so (T2)', () => {
  const again = { ...asked('u1'), relockedAtMs: clock('10:21') };
  const { container } = shown([again], clock('10:22'));
  expect(container.textContent).toContain('asked again, not started by 10:21');
  expect(screen.getByTestId('approve')).toBeTruthy();
});

test('what became of it stands in the same card', () => {
  const done = { ...asked('u1'), state: 'submitted', windows: [], atMs: clock('10:40') } as const;
  expect(said(done, '10:42')).toContain('handed in, 10:40 AM');
  expect(said({ ...done, failures: 2 }, '10:42')).toContain('2 tries not passed');
});
