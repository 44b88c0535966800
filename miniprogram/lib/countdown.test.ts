import { expect, test } from '@jest/globals'
import { timeLeft } from './countdown'

const second = 1000
const hour = 3600 * second

test.each([
  [9 * second, 0, '00:00:09'],
  [1, 0, '00:00:01'],
  [hour + 61 * second, 0, '01:01:01'],
  [26 * hour, 0, '26:00:00'],
  [50 * hour, 2, '02:00:00'],
])('%d ms are %d days and %s', (left, days, clock) => {
  expect(timeLeft(5000 + left, 5000)).toEqual({ days, clock })
})

test.each([0, -1, -hour])('%d ms are over', (left) => {
  expect(timeLeft(5000 + left, 5000)).toBeUndefined()
})
