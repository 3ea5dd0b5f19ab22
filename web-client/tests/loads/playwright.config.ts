import { defineConfig } from '@playwright/test';
import base from '../../playwright.config';

// Measures; says little on a busy machine, so it is no part of the tests.
export default defineConfig({
  ...base,
  workers: 1,
  projects: [{ name: 'loads', testDir: '.', testMatch: 'measure.ts' }],
  timeout: 10 * 60_000,
  reporter: 'line',
});
