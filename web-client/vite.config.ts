import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { pages } from './build-pages.ts';

const EVERYWHERE =
  /src\/(parts\/(Icon|Badge|LookMark|AlertMark|badge-shapes|freshness|FreshnessChip)|text\/(plural|ordinal|times|floor-times)\.ts|store\/lacks|screens\/(hand-bell|keep-awake)|wire\/(views|shape|frames))/;

export default defineConfig({
  plugins: [svelte(), svelteTesting(), pages()],
  build: {
    target: 'es2022',
    sourcemap: false,
    rollupOptions: {
      input: {
        index: resolve(import.meta.dirname, 'index.html'),
        sw: resolve(import.meta.dirname, 'src/offline/sw.ts'),
      },
      output: {
        // A worker answers for the folder it lies in, and keeps its name over every build.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // What nearly every screen shows or reads is one file: small ones cost more to ask for than
        // they weigh.
        codeSplitting: { groups: [{ name: 'base', test: EVERYWHERE }] },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['tests/speech.ts'],
    // Files share one world and tidy up after themselves: a world for each takes four times as long.
    isolate: false,
  },
});
