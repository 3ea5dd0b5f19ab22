// The harness, built once and shown at an address that is always the same: a page of a few files opens
// in a fraction of the time one of many sources takes, and what says where it is looks always alike.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');
/** Nobody is asked for it: the browser gets every file of it from the folder. */
const ORIGIN = 'https://carillon.test';
const HARNESS = 'tests/harness/';
/** What the server makes for browsers without scripts; its own tests keep these pages. */
const LITE = resolve(ROOT, '../server/src/test/resources/lite');

export const test = base.extend<object, { built: string }>({
  built: [
    async ({}, use) => {
      const outDir = mkdtempSync(join(tmpdir(), 'carillon-harness-'));
      await build({
        root: ROOT,
        configFile: false,
        logLevel: 'error',
        plugins: [svelte()],
        build: {
          outDir,
          emptyOutDir: true,
          minify: false,
          target: 'es2022',
          rollupOptions: { input: join(ROOT, HARNESS, 'index.html') },
        },
      });
      await use(outDir);
      rmSync(outDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  baseURL: `${ORIGIN}/${HARNESS}`,
  page: async ({ page, built }, use) => {
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname, searchParams } = new URL(route.request().url());
      const lite = searchParams.get('lite');
      if (lite === null) return route.fulfill({ path: join(built, pathname) });
      // It asks for itself anew after a while, and not while it is looked at.
      const body = readFileSync(join(LITE, `${lite}.html`), 'utf8').replace(
        /<meta http-equiv.*/,
        '',
      );
      return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
    });
    await use(page);
  },
});
