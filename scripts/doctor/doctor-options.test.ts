import { expect, test } from '@jest/globals'
import { readDoctorOptions } from './doctor-options'

test('without words nothing online is looked at, and everything else is', () => {
  expect(readDoctorOptions([])).toEqual({
    env: undefined,
    as: undefined,
    users: 1000,
    orders: 300,
    sizes: true,
    onlyOnline: false,
    json: false,
  })
})

test.each([
  [['--env='], '--env takes an environment.'],
  [['--as', 'production'], '--as needs --env.'],
  [['--only-online'], '--only-online needs --env.'],
  [['--users', 'many'], '"many" is no number.'],
  [['--evn', 'dev'], 'npm run doctor -- [--env ENV_ID'],
])('%j is a mistake', (words, told) => {
  expect(() => readDoctorOptions(words)).toThrow(told)
})

test('an environment that npm kept for itself is missed: the report would be about this folder only', () => {
  expect(() => readDoctorOptions([], { npm_config_env: 'production' })).toThrow(
    'npm has kept --env for itself: write -- before the options.',
  )
  expect(readDoctorOptions([], { npm_config_json: 'true' }).json).toBe(false)
})
