import path from 'node:path'
import { expect, test } from '@jest/globals'
import { UsageError } from '../deploy/deploy-error'
import { readStartOptions } from './start-options'

test('without options it takes the usual port, opens a browser and keeps the data', () => {
  expect(readStartOptions([])).toEqual({
    port: 5173,
    opensBrowser: true,
    dataDirectory: path.resolve(__dirname, '..', '..', '.local'),
    reset: false,
  })
})

test('every option is read', () => {
  const words = ['--port', '4100', '--no-open', '--data', '/tmp/x', '--reset']
  expect(readStartOptions(words)).toEqual({
    port: 4100,
    opensBrowser: false,
    dataDirectory: path.resolve('/tmp/x'),
    reset: true,
  })
})

test.each([['abc'], ['-1'], ['65536'], ['80.5'], ['']])('the port %p is refused', (port) => {
  expect(() => readStartOptions([`--port=${port}`])).toThrow(UsageError)
})

test('what npm has kept for itself is missed', () => {
  expect(() => readStartOptions([], { npm_config_data: '/tmp/x' })).toThrow('write -- before')
  expect(() => readStartOptions([], { npm_config_open: '' })).toThrow('npm has kept --open')
})

test('an unknown option is refused with the usage', () => {
  expect(() => readStartOptions(['--prot', '1'])).toThrow(/--no-open/)
})
