import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import App from './App.svelte';

test('the page says what it is waiting for while it finds out where to go', () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  render(App);
  expect(screen.getByRole('heading').textContent).toBe('Carillon');
  expect(screen.getByRole('status').textContent).toContain('Connecting');
  expect(document.documentElement.lang).toBe('en');
});
