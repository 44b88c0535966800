import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { prorate, yuan } from './money'

const fen = fc.integer({ min: -100_000_000, max: 100_000_000 })
const weights = fc
  .array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 1, maxLength: 100 })
  .filter((list) => list.some((weight) => weight > 0))

describe('splitting money', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [1, 1], [1, 0]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [500, [0, 5, 0], [0, 500, 0]],
    [0, [0, 0], [0, 0]],
  ])('%p over %p is %p', (total, parts, expected) => {
    expect(prorate(total, parts)).toEqual(expected)
  })

  test('never loses or makes a fen', () => {
    fc.assert(
      fc.property(fen, weights, (total, parts) => {
        const split = prorate(total, parts)
        expect(split.reduce((sum, part) => sum + part, 0)).toBe(total)
      }),
    )
  })

  test('gives everyone their share, to within one fen', () => {
    fc.assert(
      fc.property(fen, weights, (total, parts) => {
        const sum = parts.reduce((all, part) => all + part, 0)
        for (const [index, part] of prorate(total, parts).entries())
          expect(Math.abs(part - (total * parts[index]!) / sum)).toBeLessThan(1)
      }),
    )
  })

  test('refuses what is no money', () => {
    expect(() => prorate(1.5, [1])).toThrow(RangeError)
    expect(() => prorate(1, [-1])).toThrow(RangeError)
    expect(() => prorate(1, [0])).toThrow('all weights are zero')
  })
})

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [12800, '128.00'],
  [-990, '-9.90'],
])('%p fen is written %p', (amount, text) => {
  expect(yuan(amount)).toBe(text)
})
