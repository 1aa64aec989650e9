// @ts-check
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist/',
      '.astro/',
      '.cache/',
      'node_modules/',
      'public/',
      'tests/output/',
      '.published/',
      'upload/',
      '**/*.astro/*.ts',
    ],
  },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  astro.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A command may return a number or nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
      'no-console': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[arguments.length=0] > MemberExpression[property.name=/^toLocale/]',
          message: 'Name the language: the machine’s own differs from one to the next.',
        },
        {
          selector: 'CallExpression[arguments.length=1] > MemberExpression[property.name="localeCompare"]',
          message: 'Name the language: the machine’s own differs from one to the next.',
        },
        {
          selector: 'NewExpression[arguments.length=0] > MemberExpression[object.name="Intl"]',
          message: 'Name the language: the machine’s own differs from one to the next.',
        },
      ],
      'prefer-const': 'error',
    },
  },
);
