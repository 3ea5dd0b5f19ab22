import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { MINUTE_MS, NINE_MS } from '../../../tests/harness/rows';
import FlexLines from './FlexLines.svelte';

test('a station says who waits in order, who is offered a seat, and who was to make room', () => {
  const badge = { letter: 'M', colour: 3, shape: 4 };
  const line = {
    ...{ id: 'maker', room: 'open', code: 'M', place: 'Maker table', badge },
    ...{ seats: 8, there: 8, free: 0, waiting: 2, offered: 1 },
    line: [
      { id: 'jun', name: 'Jun P.', offerUntilMs: NINE_MS + MINUTE_MS },
      { id: 'ada', name: 'Ada L.' },
    ],
    stays: [
      { id: 'mira', name: 'Mira K.', untilMs: NINE_MS - MINUTE_MS },
      { id: 'noah', name: 'Noah B.', untilMs: NINE_MS + 9 * MINUTE_MS },
    ],
  };
  render(FlexLines, { lines: [line], nowMs: NINE_MS, zone: 'America/Phoenix' });
  const said = screen.getByTestId('flex-maker').textContent.replaceAll(/\s+/g, ' ');
  expect(said).toContain('8 of 8 seats taken 2 wait');
  expect(said).toMatch(/Jun P\. is offered a seat until 9:01 AM\s*Ada L\./);
  expect(said).toContain('Mira K. was to make room at 8:59 AM');
  expect(said).toContain('Noah B. to make room at 9:09 AM');
});
