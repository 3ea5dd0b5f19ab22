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

/** What lasts as long as a school's clock says, and asks little of the machine meanwhile. */
const WAITS = /drop\.spec/;

// Each file of walks starts the real program for itself (tests/walks/demo.ts); pictures are of canned
// screens, and stand in the documents. Of each kind one runs at a time: two walks on two cores would
// each take twice as long.
export default defineConfig({
  projects: [
    { name: 'waits', testDir: 'tests/walks', testMatch: WAITS, workers: 1 },
    { name: 'walks', testDir: 'tests/walks', testIgnore: WAITS, workers: 1 },
    {
      name: 'pictures',
      testDir: 'tests/pictures',
      workers: 1,
      snapshotPathTemplate: '../docs/screens/{arg}{ext}',
    },
  ],
  workers: 2,
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
