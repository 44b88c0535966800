import { expect, test } from '@jest/globals'
import { isOpening, openingMs } from './opening'

const openedAt = 1000

test('the second half of a double tap finds the sheet still opening', () => {
  expect(isOpening(openedAt, openedAt)).toBe(true)
  expect(isOpening(openedAt, openedAt + openingMs - 1)).toBe(true)
})

test('a sheet that has come up can be closed', () => {
  expect(isOpening(openedAt, openedAt + openingMs)).toBe(false)
})

test('a clock that was put back does not keep the sheet open', () => {
  expect(isOpening(openedAt, openedAt - 60_000)).toBe(false)
})
