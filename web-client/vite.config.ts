import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { pages } from './build-pages.ts';

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
