import tseslint from 'typescript-eslint';

/** Size budgets (docs/development.md). Tables of data are long because their subject is. */
const budgets = {
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 10],
  'max-depth': ['error', 3],
  'max-params': ['error', 3],
};

const restrictedSyntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="RegExp"]',
    message:
      'Write the expression out, or search the text yourself: scripts/check-expressions.mjs checks literals.',
  },
];

/** Where VS Code makes icons, links, and commands of a text. */
const interpretingApis = {
  selector:
    "MemberExpression[object.property.name='window'][property.name=/^(show\\w+Message|setStatusBarMessage|\\w+QuickPick|\\w+InputBox|withProgress)$/]",
  message: 'Use src/platform/window.ts: a name in the text may hold links and icons.',
};

const tablesOfData = [
  'src/core/azure-facts/**',
  'src/requirements/**',
  'src/messages/**',
  'src/sandbox/sample/**',
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.cache/', 'test-results/', 'test/fixtures/'] },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
      'no-else-return': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'webview-ui/tsconfig.json', 'test/e2e/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'webview-ui/**/*.ts'],
    rules: {
      ...budgets,
      'no-restricted-syntax': ['error', ...restrictedSyntax, interpretingApis],
      'no-restricted-globals': ['error', { name: 'console', message: 'Use the Log that is handed in.' }],
      'no-restricted-properties': [
        'error',
        { property: 'openExternal', message: 'Use openUrl: the browser may be on another machine.' },
        { property: 'writeText', message: 'Use copyText: what is copied may be pasted into a terminal.' },
        { property: 'appendText', message: 'Use markdownText: appendText lets addresses become links.' },
      ],
    },
  },
  {
    files: ['src/platform/{window,quick-ui}.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax] },
  },
  { files: ['src/platform/documents.ts', 'webview-ui/dev/**'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/platform/open-url.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/cli/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: tablesOfData, rules: { 'max-lines': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      complexity: budgets.complexity,
      'max-depth': budgets['max-depth'],
      // A test reads a place in an answer it has just pinned; a wrong `!` fails the test, as it should.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
