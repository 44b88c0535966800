import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { earnedPoints, unearnedPoints } from './earned-points'

const rule = { perYuan: 100, mostPercent: 50, earnPerYuan: 2 }

test('whole points for what was paid, never less than none', () => {
  expect([0, 49, 50, 5_880, -100].map((fen) => earnedPoints(rule, fen))).toEqual([0, 0, 1, 117, 0])
})

test.each([
  [117, 5_880, 2_940, 58],
  [100, 10_000, 1, 0],
  [100, 10_000, 9_999, 99],
  [100, 10_000, 10_000, 100],
  [100, 10_000, 20_000, 100],
  [7, 0, 1, 7],
])('of %i points for %i fen, %i fen that go back take %i', (earned, keptFen, refundFen, gone) => {
  expect(unearnedPoints(earned, keptFen, refundFen)).toBe(gone)
})

test('whatever goes back in whatever parts, the last fen takes the last point', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(fc.nat(5_000)), (paidFen, parts) => {
      let points = earnedPoints(rule, paidFen)
      let keptFen = paidFen
      for (const part of [...parts, paidFen]) {
        const refundFen = Math.min(part, keptFen)
        const gone = unearnedPoints(points, keptFen, refundFen)
        expect(gone).toBeGreaterThanOrEqual(0)
        expect(gone).toBeLessThanOrEqual(points)
        points -= gone
        keptFen -= refundFen
      }
      expect(points).toBe(0)
    }),
  )
})
