import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Who may import whom: screens → parts, store; store → socket, bell, wire; socket, bell → wire.
const noImports = (folders, except = '') => ({
  patterns: [{ regex: `(^|/)(${folders})/${except}`, message: 'An arrow that is not drawn.' }],
});
const arrows = (files, folders) => ({
  files: [`src/${files}/**/*.ts`, `src/${files}/**/*.svelte`],
  rules: { 'no-restricted-imports': ['error', noImports(folders)] },
});

export default ts.config(
  { ignores: ['dist/', 'target/', 'test-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      'no-undef': 'off', // TypeScript knows better.
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      // Tables are replaced as a whole and held in $state.raw: a Map that reacts by itself would do
      // it twice.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    files: ['*.config.{js,ts}', 'tests/**'],
    languageOptions: { globals: { ...globals.node } },
    // Playwright reads which fixtures are used from the pattern, an empty one too.
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  arrows('wire', 'socket|store|parts|screens'),
  arrows('socket', 'store|parts|screens'),
  arrows('bell', 'socket|store|parts|screens'),
  arrows('store', 'parts|screens'),
  arrows('parts', 'socket|store|screens'),
  arrows('screens', 'socket|student|helper|teacher|leader'),
);
