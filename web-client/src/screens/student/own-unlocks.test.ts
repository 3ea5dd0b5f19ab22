// The tests a student may ask to open.
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import OwnUnlocks from './OwnUnlocks.svelte';
import { ownTests } from './own-time';

test('what she had no time left for is asked again for her, and told kindly (T2)', () => {
  const row = {
    ...{ id: 'u1', assessment: 'a', title: 'Fractions', state: 'asked' as const },
    ...{ relockedAtMs: 2, atMs: 1 },
  };
  const nothing = () => undefined;
  const props = {
    ...{ tests: ownTests([], [row]), zone: undefined, young: false, acting: false },
    ...{ onask: nothing, onopen: nothing, onsubmit: nothing },
  };
  render(OwnUnlocks, { props });
  const said = screen.getByTestId('own-unlocks').textContent;
  expect(said).toContain('There was no time left for it. We asked your teacher again.');
  expect(said).not.toMatch(/late|fail|expired/iu);
  expect(screen.queryByTestId('unlock-ask')).toBeNull();
});
