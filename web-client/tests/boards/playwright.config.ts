// How a board holds out for a school day: `npm run measure-boards`.
import { defineConfig } from '@playwright/test';
import looks from '../harness/playwright.config';

export default defineConfig({
  ...looks,
  workers: 1,
  projects: [{ name: 'boards', testDir: '.', testMatch: '*.measure.ts' }],
  timeout: 15 * 60_000,
  outputDir: '../../test-results/boards',
});
