import { defineConfig } from '@playwright/test';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Each file of walks starts the real program for itself (tests/walks/demo.ts); pictures are of canned
// screens, and stand in the documents.
export default defineConfig({
  projects: [
    { name: 'walks', testDir: 'tests/walks' },
    {
      name: 'pictures',
      testDir: 'tests/pictures',
      fullyParallel: true,
      snapshotPathTemplate: '../docs/screens/{arg}{ext}',
    },
  ],
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  forbidOnly: Boolean(process.env['CI']),
  use: {
    launchOptions: {
      executablePath: process.env['CARILLON_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ARGS,
    },
  },
});
