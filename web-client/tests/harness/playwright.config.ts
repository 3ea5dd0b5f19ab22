// Looks at the screens over canned tables, served from the sources:
// `npx playwright test --config tests/harness/playwright.config.ts`.
import { defineConfig } from '@playwright/test';
import main from '../../playwright.config';

const PORT = 4199;

export default defineConfig({
  ...main,
  projects: [{ name: 'looks', testDir: '.', testMatch: '*.look.ts' }],
  outputDir: '../../test-results/looks',
  use: { ...main.use, baseURL: `http://127.0.0.1:${PORT}/tests/harness/` },
  webServer: {
    command: `npx vite --host 127.0.0.1 --strictPort --port ${PORT}`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}/tests/harness/index.html`,
    reuseExistingServer: !process.env['CI'],
  },
});
