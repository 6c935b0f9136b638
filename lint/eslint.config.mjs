import js from '@eslint/js';
import globals from 'globals';

export default [
  {ignores: ['lint/modeler/client.js']},
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
      'max-lines': ['error', 350],
      // What people read stands in pages.properties.
      'no-restricted-syntax': [
        'error',
        ...[
          'Literal[value=/^[A-Z][a-z]+( |$)/]',
          'Literal[value=/[a-z]{2} [a-z]{2,} [a-z]{2}/]',
          ':not(Property[key.name="class"]) > TemplateLiteral > TemplateElement[value.raw=/[a-z]{2} [a-z]{2}/]'
        ].map(selector => ({selector, message: 'A phrase: put it into pages.properties, and say(key).'}))
      ]
    }
  },
  {files: ['src/test/js/*.mjs', 'lint/**/*.mjs'], languageOptions: {globals: globals.node}, rules: {'no-restricted-syntax': 'off'}},
  // The names of the web applications are their own.
  {files: ['**/app/*/scripts/config.js'], rules: {'no-restricted-syntax': 'off'}}
];
