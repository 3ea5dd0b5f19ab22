// Why a program has brought something here, in one line.
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import WhyLine from './WhyLine.svelte';

const told = { source: 'Practice Hall', evidence: [] };

test('a hand raised in a program says in which and where', () => {
  render(WhyLine, { why: { ...told, what: 'hand', about: 'Unit 3 Q5' } });
  expect(screen.getByTestId('why').textContent).toBe(
    'from Practice Hall: asked for help in Unit 3 Q5',
  );
});

test('a program that does not say where is believed all the same', () => {
  render(WhyLine, { why: { ...told, what: 'hand' } });
  expect(screen.getByTestId('why').textContent).toBe('from Practice Hall: asked for help');
});

test('a hand that was held up for her says after how many failed tries', () => {
  const evidence = [{ name: 'failures', count: 2 }];
  render(WhyLine, { why: { ...told, what: 'blocked', about: 'Fractions', evidence } });
  expect(screen.getByTestId('why').textContent).toBe(
    'from Practice Hall: 2 failed tries at Fractions',
  );
});

test('a test that was reached is named', () => {
  render(WhyLine, { why: { ...told, what: 'test', about: 'the test of Unit 3' } });
  expect(screen.getByTestId('why').textContent).toBe(
    'from Practice Hall: reached the test of Unit 3',
  );
});
