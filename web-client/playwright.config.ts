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

/** It waits two minutes for a bell, and leaves the machine to the others meanwhile. */
const LONG_WAIT = 'drop.spec.ts';

// Each file of walks starts the real program for itself (tests/walks/demo.ts); pictures are of canned
// screens, and stand in the documents. One walk at a time: the time on their floors is real. Pictures
// have a clock of their own, and are taken while the walk that mostly waits has the machine.
export default defineConfig({
  projects: [
    { name: 'waits', testDir: 'tests/walks', testMatch: LONG_WAIT, workers: 1 },
    { name: 'walks', testDir: 'tests/walks', testIgnore: LONG_WAIT, workers: 1 },
    {
      name: 'pictures',
      testDir: 'tests/pictures',
      fullyParallel: true,
      workers: process.env['CARILLON_SCREENS'] === 'all' ? 2 : 1,
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
