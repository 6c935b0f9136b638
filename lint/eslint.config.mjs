import js from '@eslint/js';
import globals from 'globals';

export default [
  {
    files: ['**/*.js', '**/*.mjs'],
    ...js.configs.recommended,
    languageOptions: {ecmaVersion: 2023, sourceType: 'module', globals: {...globals.browser, Chart: 'readonly'}},
    rules: {
      ...js.configs.recommended.rules,
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': 'error',
      'no-implicit-globals': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      complexity: ['error', 12],
      'max-lines': ['error', 350]
    }
  },
  {files: ['src/test/js/*.mjs'], languageOptions: {globals: globals.node}}
];
