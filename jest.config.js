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
  transform,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.local/'],
}

const rooms = 'shared,cloudfunctions,local,miniprogram,scripts'

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        `<rootDir>/{${rooms}}/**/*.test.ts`,
        '<rootDir>/tests/{persistence,fakes}/**/*.test.ts',
      ],
      moduleNameMapper: {
        '^wx-server-sdk$': '<rootDir>/tests/fakes/wx-server-sdk/index.ts',
        '^@cloudbase/node-sdk$': '<rootDir>/tests/fakes/wx-server-sdk/node-sdk.ts',
      },
    },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/harness/patience.ts'],
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/harness/patience.ts'],
    },
  ],
}
