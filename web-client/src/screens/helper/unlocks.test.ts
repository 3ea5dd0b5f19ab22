// Tests that wait for a teacher's OK.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { TeamUnlock } from '../../wire/views';
import Unlocks from './Unlocks.svelte';

function asked(id: string): TeamUnlock {
  return {
    ...{ id, student: { id, name: id }, assessment: 'a', title: 'Fractions', state: 'asked' },
    ...{ code: 'C1', place: 'Centre', askedAtMs: 1 },
  };
}

function shown(unlocks: readonly TeamUnlock[]) {
  const approved: string[] = [];
  const props = {
    ...{ unlocks, zone: 'America/Phoenix', answering: () => false, onrefuse: () => undefined },
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
