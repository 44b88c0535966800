const transform = {
  '^.+\\.(ts|js)$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    },
  ],
}

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // Nearly all that is imported is TypeScript: looking for it first saves most look-ups.
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  transform,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.local/'],
}

const rooms = 'shared,cloudfunctions,local,miniprogram,scripts'

const onFakes = {
  ...common,
  moduleNameMapper: {
    '^wx-server-sdk$': '<rootDir>/tests/fakes/wx-server-sdk/index.ts',
    '^@cloudbase/node-sdk$': '<rootDir>/tests/fakes/wx-server-sdk/node-sdk.ts',
  },
}

/** Tests that draw many cases at random: too slow for the quick half. */
const random = '/(?:fuzz|random-[\\w-]+|whole-life|[\\w-]+\\.property)\\.test\\.ts$'

/** @type {import('jest').Config} */
module.exports = {
  // Tests wait for conditions, not for a time: only a hang ends one, never a busy machine.
  testTimeout: 300_000,
  projects: [
    {
      ...onFakes,
      displayName: 'unit',
      setupFilesAfterEnv: ['<rootDir>/tests/harness/unit-timeout.ts'],
      testMatch: [
        `<rootDir>/{${rooms}}/**/*.test.ts`,
        '<rootDir>/tests/{persistence,fakes,shop}/**/*.test.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', random],
    },
    { ...onFakes, displayName: 'random', testRegex: random },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
    },
  ],
}
