import tseslint from 'typescript-eslint'

/** Refuses imports of other rooms; `types` may still be imported as types. */
const rooms = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
})
const never = (regex, message) => ({ regex, message })
const typesOnly = (regex, message) => ({ regex, message, allowTypeImports: true })

const outside = (...names) => `(^|/)\\.\\./(?:.*/)?(?:${names.join('|')})(/|$)`
const sdk = never('^wx-server-sdk$', 'Only _kit/cloud.ts talks to the SDK.')

const functionNames = '(?:catalog|order|member|loyalty|care|console|paynotify|push|tick)'

export default tseslint.config(
  { ignores: ['dist', '.cache', '.local', 'node_modules', 'coverage'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      eqeqeq: 'error',
      'no-control-regex': 'error',
      'no-console': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports' },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
    },
  },
  {
    files: ['shared/domain/**/*.ts', 'shared/messages/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      ...rooms(
        never(
          outside('miniprogram', 'cloudfunctions', 'local', 'scripts', 'tests'),
          'Rules and texts stand alone.',
        ),
        typesOnly(outside('contract'), 'Rules and texts take only types from the contract.'),
        never('^[^.]', 'Rules and texts need no packages.'),
      ),
      'no-restricted-globals': ['error', 'wx', 'process', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Rules have no randomness: pass it in.' },
        { object: 'Date', property: 'now', message: 'Rules have no clock: pass the instant in.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Rules have no clock: pass the instant in.',
        },
      ],
    },
  },
  {
    files: ['shared/contract/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: rooms(
      never(
        outside('miniprogram', 'cloudfunctions', 'local', 'scripts', 'tests'),
        'The contract knows shared only.',
      ),
      never('^(?!valibot$)[^.]', 'The contract needs valibot only.'),
    ),
  },
  {
    files: ['miniprogram/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: rooms(
      never(
        outside('cloudfunctions', 'local', 'scripts', 'tests'),
        'Pages know lib, components and shared.',
      ),
      typesOnly(outside('shared/contract'), 'Pages take only types from the contract.'),
    ),
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    ignores: ['**/*.test.ts', 'cloudfunctions/_kit/cloud.ts'],
    rules: rooms(
      never(outside('miniprogram', 'local', 'scripts', 'tests'), 'Functions know shared and _kit.'),
      never(`^\\.\\./(?:\\.\\./)?${functionNames}(/|$)`, 'One function never imports another.'),
      sdk,
    ),
  },
  {
    // Folders of the kit may be named as a function is: `_kit/loyalty` is beside `_kit/orders`.
    files: ['cloudfunctions/_kit/*/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: rooms(
      never(outside('miniprogram', 'local', 'scripts', 'tests'), 'Functions know shared and _kit.'),
      never(`^\\.\\./\\.\\./${functionNames}(/|$)`, 'The kit knows no function.'),
      sdk,
    ),
  },
  {
    files: ['local/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: rooms(
      never(
        outside('miniprogram', 'cloudfunctions', 'shared', 'scripts', 'tests'),
        'The local cloud and phone know nothing of the shop: they load built output by path.',
      ),
    ),
  },
  {
    // Rules that need types cost most of the time; tests and drawings are run, which tells as much.
    files: ['**/*.test.ts', 'tests/**/*.ts', 'scripts/demo/**/*.ts', 'scripts/icons/**/*.ts'],
    ...tseslint.configs.disableTypeChecked,
  },
)
