// What programs let one suppose: that it is a guess, why, whose; one tap takes it away.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { MINUTE_MS, NINE_MS } from '../../../tests/harness/rows';
import Guesses from './Guesses.svelte';

const guess = {
  ...{ id: 'practice/e-2', student: { id: 's1', name: 'Mira K.' }, code: 'R3' },
  ...{ place: 'Reading corner', rule: 'spinning' as const, about: 'Fractions' },
  ...{ evidence: [{ name: 'opportunities', count: 12 }], source: 'Practice Hall' },
  ...{ atMs: NINE_MS, untilMs: NINE_MS + 10 * MINUTE_MS },
};
const zone = 'America/Phoenix';

test('a guess says that it is one, why and whose, and is folded until somebody looks', () => {
  const stuck = { ...guess, id: 'x', rule: 'stuck' as const, about: 'slow' };
  render(Guesses, { guesses: [guess, stuck], zone, dismissing: () => false });
  const box = screen.getByTestId<HTMLDetailsElement>('guesses');
  expect(box.open).toBe(false);
  const said = box.textContent.replaceAll(/\s+/g, ' ');
  expect(said).toContain('2 guesses, not asked for');
  expect(said).toContain('R3 Mira K. may go in circles: 12 tasks on Fractions');
  expect(said).toContain('A guess by Practice Hall, 9:00 AM');
  expect(said).toContain('slow: opportunities 12');
  expect(screen.queryByTestId('guess-dismiss')).toBeNull();
});

test('one tap takes it away, by a name a screen reader can tell', async () => {
  const ondismiss = vi.fn();
  render(Guesses, { guesses: [guess], zone, dismissing: () => false, ondismiss });
  const button = screen.getByTestId('guess-dismiss');
  expect(button.getAttribute('aria-label')).toContain('Mira K.');
  await fireEvent.click(button);
  expect(ondismiss).toHaveBeenCalledWith('practice/e-2');
});
