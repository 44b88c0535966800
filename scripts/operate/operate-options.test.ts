import { expect, test } from '@jest/globals'
import { UsageError } from '../deploy/deploy-error'
import { readOperateOptions } from './operate-options'

const usage = 'how to write it'
const read = (words: string[], variables: Record<string, string> = {}) =>
  readOperateOptions(words, { usage, takes: ['dry'] }, variables)

test('a dry run is one', () => {
  expect(read(['--env', 'production', '--dry'])).toMatchObject({
    place: { kind: 'remote', env: 'production', as: undefined },
    isDry: true,
  })
})

test.each([
  ['npm_config_dry_run', 'migrate --dry -- --env production'],
  ['npm_config_env', 'migrate --env production'],
  ['npm_config_data', 'migrate -- --local --data DIR, without the two dashes'],
])('what npm has kept for itself (%s) stops it: npm run %s', (variable) => {
  expect(() => read(['--env', 'production'], { [variable]: 'true' })).toThrow(UsageError)
  expect(() => read(['--env', 'production'], { [variable]: 'true' })).toThrow('write -- before')
})

test('what npm says of itself stops nothing', () => {
  const variables = { npm_config_local_prefix: '/home', npm_config_user_agent: 'npm' }
  expect(read(['--env', 'production'], variables).isDry).toBe(false)
})

test.each([
  [['--env', 'x', '--timeout', '1'], 'There is no --timeout here.'],
  [['--env', 'x', 'folder'], 'What is folder?'],
  [['--env', 'x', '--data', 'y'], '--data is about --local only.'],
  [['--local', '--as', 'production'], '--as is about --env only.'],
  [['--env', 'x', '--local'], 'Say where'],
  [[], 'Say where'],
])('%j is a mistake', (words, told) => {
  expect(() => read(words)).toThrow(told)
})
