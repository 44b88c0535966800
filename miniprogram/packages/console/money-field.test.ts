import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fenOf, wholeOf, yuanField } from './money-field'

test('what is shown of an amount is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (fen) =>
      expect(fenOf(yuanField(fen))).toBe(fen),
    ),
  )
})

test.each([
  ['58', 5800],
  ['58.8', 5880],
  ['¥58.80', 5880],
  ['0.01', 1],
  ['0', undefined],
  ['58.805', undefined],
  ['-1', undefined],
  ['', undefined],
  ['1e3', undefined],
])('%j is %s fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})

test('pieces are whole', () => {
  expect([wholeOf('12'), wholeOf('0'), wholeOf('1.5'), wholeOf(''), wholeOf('-2')]).toEqual([
    12,
    0,
    undefined,
    undefined,
    undefined,
  ])
})
