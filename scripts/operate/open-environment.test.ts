import { expect, test } from '@jest/globals'
import { runDoctor } from '../doctor/run-doctor'
import { openEnvironment } from './open-environment'

const refusal = 'No file in environments/ gives the id prodution. Is it one of'

test('a backup and a migration go nowhere by an id that no file gives', async () => {
  await expect(openEnvironment({ env: 'prodution', as: undefined }, {})).rejects.toThrow(refusal)
})

test('with the file to go by, it is the keys that are missing', async () => {
  const opening = openEnvironment({ env: 'shop-1g2h3', as: 'staging' }, {})
  await expect(opening).rejects.toThrow('TENCENT_SECRET_ID')
})

test.each([
  [['--env', 'prodution'], refusal],
  [['--env', 'shop-1g2h3', '--as', 'stagnig'], '--as stagnig: that is none of'],
  [['--env', 'shop-1g2h3', '--as', 'staging'], 'TENCENT_SECRET_ID'],
])('the doctor says the same of %j', async (words, told) => {
  const lines: string[] = []
  const say = (line: string) => lines.push(line)
  expect(await runDoctor([...words, '--only-online'], { variables: {}, say })).toBe(1)
  expect(lines.join('\n')).toContain(told)
})

test('the doctor looks for no file without an environment', async () => {
  const lines: string[] = []
  await runDoctor(['--as', 'staging'], { variables: {}, say: (line) => lines.push(line) })
  expect(lines.join('\n')).toContain('--as needs --env.')
})
