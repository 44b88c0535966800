import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { discountByStaff, mostStaffDiscount, staffDiscountOf } from './staff-discount'
import type { OpenPrice } from './staff-discount'

type Price = OpenPrice<
  { payableFen: number },
  { kind: string; amountFen: number; shares?: number[] }
>

const price = fc
  .record({
    payables: fc.array(fc.nat(50_000), { minLength: 1, maxLength: 6 }),
    deliveryFen: fc.nat(2_000),
    otherFen: fc.nat(60_000),
  })
  .map(({ payables, deliveryFen, otherFen }): Price => {
    const totalFen = payables.reduce((sum, fen) => sum + fen, deliveryFen)
    return {
      lines: payables.map((payableFen) => ({ payableFen })),
      adjustments: [{ kind: 'delivery', amountFen: deliveryFen }],
      totalFen,
      means: { wechatFen: Math.max(1, totalFen - otherFen) },
    }
  })

const sumOf = ({ lines }: Pick<Price, 'lines'>) =>
  lines.reduce((sum, { payableFen }) => sum + payableFen, 0)

test('any discounts one after the other keep every sum to the fen, and the last one counts', () => {
  fc.assert(
    fc.property(price, fc.array(fc.nat(80_000), { maxLength: 5 }), (start, discounts) => {
      let current = start
      let given = 0
      for (const discountFen of discounts) {
        const mostFen = mostStaffDiscount(current)
        const result = discountByStaff(current, discountFen)
        expect(result.ok).toBe(discountFen <= mostFen)
        if (!result.ok) continue
        given = discountFen
        const { lines, adjustments, totalFen, wechatFen } = result.value
        current = { lines, adjustments, totalFen, means: { wechatFen } }
      }
      expect(staffDiscountOf(current.adjustments)).toBe(given)
      expect(sumOf(current)).toBe(sumOf(start) - given)
      expect(current.totalFen).toBe(start.totalFen - given)
      expect(current.means.wechatFen).toBe(start.means.wechatFen - given)
      for (const { payableFen } of current.lines) expect(payableFen).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('one fen stays to be paid, and goods never cost less than nothing', () => {
  const open: Price = {
    lines: [{ payableFen: 1_000 }],
    adjustments: [],
    totalFen: 1_500,
    means: { wechatFen: 700 },
  }
  expect(mostStaffDiscount(open)).toBe(699)
  expect(discountByStaff(open, 700)).toEqual({
    ok: false,
    code: 'DISCOUNT_TOO_MUCH',
    detail: { mostFen: 699 },
  })
  expect(mostStaffDiscount({ ...open, means: { wechatFen: 1_500 } })).toBe(1_000)
})
