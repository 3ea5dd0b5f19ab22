// The harness, built once and served at a free port for as long as a worker of the tests lives: a page
// of a few files opens in a fraction of the time one of many sources takes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

export const test = base.extend<object, { harness: string }>({
  harness: [
    async ({}, use) => {
      const outDir = mkdtempSync(join(tmpdir(), 'carillon-harness-'));
      const house = { root: ROOT, configFile: false, logLevel: 'error' } as const;
      await build({
        ...house,
        plugins: [svelte()],
        build: {
          outDir,
          emptyOutDir: true,
          minify: false,
          target: 'es2022',
          rollupOptions: { input: join(ROOT, 'tests/harness/index.html') },
        },
      });
      const server = await preview({
        ...house,
        build: { outDir },
        preview: { host: '127.0.0.1', port: 0 },
      });
      const address = server.resolvedUrls?.local[0];
      if (address === undefined) throw new Error('the screens are served nowhere');
      await use(`${address}tests/harness/`);
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ harness }, use) => use(harness),
});
