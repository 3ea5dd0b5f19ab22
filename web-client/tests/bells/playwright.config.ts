import base from '../../playwright.config';
import { defineConfig } from '@playwright/test';

// Measures; takes minutes and says little on a busy machine, so it is no part of the tests.
export default defineConfig({
  ...base,
  workers: 1,
  projects: [{ name: 'bells', testDir: '.', testMatch: 'measure.ts' }],
  timeout: 15 * 60_000,
  reporter: 'line',
});
