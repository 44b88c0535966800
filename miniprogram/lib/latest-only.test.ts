import { expect, test } from '@jest/globals'
import { latestOnly } from './latest-only'

function recorder() {
  const started: string[] = []
  const finish: (() => void)[] = []
  const run = latestOnly((value: string) => {
    started.push(value)
    return new Promise<void>((resolve) => finish.push(resolve))
  })
  const finishNext = async () => {
    finish.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { started, run, finishNext }
}

test('starts at once when nothing runs', () => {
  const { started, run } = recorder()
  run('白')
  expect(started).toEqual(['白'])
})

test('of the values that come meanwhile only the last one runs', async () => {
  const { started, run, finishNext } = recorder()
  run('a')
  run('ab')
  run('abc')
  expect(started).toEqual(['a'])
  await finishNext()
  expect(started).toEqual(['a', 'abc'])
  await finishNext()
  run('d')
  expect(started).toEqual(['a', 'abc', 'd'])
})
