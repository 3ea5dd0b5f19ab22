// The harness, served from the sources at a free port for as long as a worker of the tests lives.
import { resolve } from 'node:path';
import { test as base } from '@playwright/test';
import { createServer } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

export const test = base.extend<object, { harness: string }>({
  harness: [
    async ({}, use) => {
      const server = await createServer({
        root: ROOT,
        logLevel: 'error',
        server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
      });
      await server.listen();
      const address = server.resolvedUrls?.local[0];
      if (address === undefined) throw new Error('the sources are served nowhere');
      await use(`${address}tests/harness/`);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ harness }, use) => use(harness),
});
