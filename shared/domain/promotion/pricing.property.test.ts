import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryBasket } from '../../../tests/fixtures/arbitrary-basket'
import { priceBasket } from './pricing'
import type { Basket, Pricing } from './promotion'
import { refundPoints, refundShareFen } from './refund'

const runs = { numRuns: 2000 }
const small = arbitraryBasket({ lines: 4, promotions: 5, coupons: 3 })
const large = arbitraryBasket({ lines: 6, promotions: 14, coupons: 5 })
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)

describe('whatever is in a basket', () => {
  test('the price adds up, line by line and reason by reason', () => {
    fc.assert(
      fc.property(large, (basket) => {
        const pricing = priceBasket(basket)
        const { adjustments, lines, goodsFen, deliveryFen, totalFen } = pricing
        const shared = adjustments.filter(({ shares }) => shares !== undefined)
        expect(shared.map(({ shares }) => sum(shares ?? []))).toEqual(
          shared.map(({ amountFen }) => amountFen),
        )
        expect(lines.map((line) => line.amountFen + sum(line.shares))).toEqual(
          lines.map(({ payableFen }) => payableFen),
        )
        expect(lines.map(({ shares }) => shares)).toEqual(
          lines.map((_, index) => adjustments.map(({ shares }) => shares?.[index] ?? 0)),
        )
        expect(totalFen).toBe(goodsFen + sum(adjustments.map(({ amountFen }) => amountFen)))
        expect(totalFen).toBe(sum(lines.map(({ payableFen }) => payableFen)) + deliveryFen)
        expect(sum(lines.map(({ points }) => points))).toBe(pricing.pointsUsed)
      }),
      runs,
    )
  })

  test('nothing is negative, and only delivery adds', () => {
    fc.assert(
      fc.property(large, (basket) => {
        const { adjustments, lines, deliveryFen, pointsUsed, savedFen } = priceBasket(basket)
        const amounts = lines.flatMap(({ payableFen, points }) => [payableFen, points])
        expect(Math.min(deliveryFen, pointsUsed, savedFen, ...amounts)).toBeGreaterThanOrEqual(0)
        const adding = adjustments.filter(({ amountFen }) => amountFen > 0)
        expect(adding.every(({ kind }) => kind === 'delivery')).toBe(true)
        const shares = adjustments.flatMap((adjustment) => adjustment.shares ?? [])
        expect(Math.max(0, ...shares)).toBe(0)
        expect(pointsUsed).toBeLessThanOrEqual(basket.points?.balance ?? 0)
      }),
      runs,
    )
  })

  test('the order of lines, promotions and coupons does not matter', () => {
    const shuffled = large.chain((basket) =>
      fc.record({
        basket: fc.constant(basket),
        lines: fc.shuffledSubarray(basket.lines, { minLength: basket.lines.length }),
        promotions: fc.shuffledSubarray(basket.promotions, {
          minLength: basket.promotions.length,
        }),
        coupons: fc.shuffledSubarray(basket.coupons, { minLength: basket.coupons.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ basket, ...orders }) => {
        expect(byKey(priceBasket({ ...basket, ...orders }))).toBe(byKey(priceBasket(basket)))
      }),
      runs,
    )
  })

  test('one promotion or coupon more never makes it dearer', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.boolean(), (basket, pick, isCoupon) => {
        const name = isCoupon ? 'coupons' : 'promotions'
        const all = basket[name]
        const without: Basket = {
          ...basket,
          [name]: all.filter((_, index) => index !== pick % all.length),
        }
        expect(priceBasket(basket).totalFen).toBeLessThanOrEqual(priceBasket(without).totalFen)
      }),
      { numRuns: 5000 },
    )
  })

  test('every coupon is used or has a reason', () => {
    fc.assert(
      fc.property(large, (basket) => {
        const { couponIds, hints } = priceBasket(basket)
        const named = [...couponIds, ...hints.unusedCoupons.map(({ couponId }) => couponId)]
        expect(named.sort()).toEqual(basket.coupons.map(({ id }) => id).sort())
      }),
      runs,
    )
  })

  test('refunds in any split sum to the fen', () => {
    fc.assert(
      fc.property(large, fc.infiniteStream(fc.integer({ min: 1, max: 3 })), (basket, sizes) => {
        const { lines } = priceBasket(basket)
        const shares = lines.map((line) => {
          const parts: { fen: number; points: number }[] = []
          for (let before = 0; before < line.quantity;) {
            const quantity = Math.min(sizes.next().value ?? 1, line.quantity - before)
            const fen = refundShareFen(line, before, quantity)
            parts.push({ fen, points: refundPoints(line, before, quantity) })
            before += quantity
          }
          return parts
        })
        const all = shares.flat().flatMap(({ fen, points }) => [fen, points])
        expect(Math.min(...all)).toBeGreaterThanOrEqual(0)
        expect(
          shares.map((parts) => [
            sum(parts.map(({ fen }) => fen)),
            sum(parts.map(({ points }) => points)),
          ]),
        ).toEqual(lines.map(({ payableFen, points }) => [payableFen, points]))
      }),
      runs,
    )
  })
})

/** A price as a text in which the order of its lines does not show. */
function byKey({ lines, adjustments, ...rest }: Pricing): string {
  const position = [...lines.keys()].sort((a, b) => (lines[a]!.key < lines[b]!.key ? -1 : 1))
  return JSON.stringify({
    ...rest,
    lines: position.map((index) => lines[index]),
    adjustments: adjustments.map((adjustment) => ({
      ...adjustment,
      shares: adjustment.shares && position.map((index) => adjustment.shares?.[index]),
    })),
  })
}
