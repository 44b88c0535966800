import { afterEach, expect, jest, test } from '@jest/globals'
import { cached } from './cached'

afterEach(() => {
  jest.restoreAllMocks()
})
const at = (time: number) => jest.spyOn(Date, 'now').mockReturnValue(time)

test('a value is kept for its time and shared by those who ask meanwhile', async () => {
  let loads = 0
  const read = cached(1000, async () => (loads += 1))
  at(0)
  expect(await Promise.all([read(), read()])).toEqual([1, 1])
  at(999)
  expect(await read()).toBe(1)
  at(1000)
  expect(await read()).toBe(2)
})

test('a failed load is not kept', async () => {
  at(0)
  const answers = [Promise.reject(new Error('away')), Promise.resolve('here')]
  const read = cached(1000, () => answers.shift()!)
  await expect(read()).rejects.toThrow('away')
  expect(await read()).toBe('here')
})

test('a clock that is put back does not keep a value for ever', async () => {
  let loads = 0
  const read = cached(1000, async () => (loads += 1))
  at(1_000_000)
  await read()
  at(0)
  expect(await read()).toBe(2)
})
