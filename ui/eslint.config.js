import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const tauri = {
  group: ['@tauri-apps/*'],
  message: 'Only src/host/tauri.ts speaks to Tauri; everything else goes through the Host interface.',
};
// Folders without a feature.ts are no screens of their own: several features are made of them.
const otherFeature = {
  regex: '^\\.\\./(?!\\.\\.|registry|engagements/|evidence/|exception-links/|grid/|imports/|site/|workpapers/|years/)',
  message: 'A feature does not reach into another one; share through components, state or the command table.',
};

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'public/', 'src/gen/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-imports': ['error', { patterns: [tauri] }],
      // TypeScript checks names; the rule does not know its globals.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The hash router is our own; there is no SvelteKit to resolve links.
      'svelte/no-navigation-without-resolve': 'off',
      // Sets and maps that are replaced rather than mutated are reactive already.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['src/features/*/*'],
    rules: { 'no-restricted-imports': ['error', { patterns: [tauri, otherFeature] }] },
  },
  { files: ['src/host/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
);
