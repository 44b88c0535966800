import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { arbitraryBasket } from '../../../tests/fixtures/arbitrary-basket'
import { priceDelivery } from './delivery'
import { fromDearToCheap, offeredBy, planOf } from './plan'
import { priceBasket } from './pricing'
import type { Basket } from './promotion'
import { isInForce } from './scope'
import type { Plan } from './settle'
import { leftFenAfter } from './settle'
import type { PriceSource } from './unit-price'
import { piecesOf, priceSourcesOf } from './unit-price'
import { couponUses, finish } from './ways'

/** Every way to give each line to one of its exclusive discounts. */
function* everyAssignment(plan: Plan, owners: number[] = []): Generator<number[]> {
  const line = owners.length
  if (line === plan.openFen.length) {
    yield owners
    return
  }
  const choices = [...plan.exclusives.keys()].filter((index) =>
    plan.exclusives[index]!.pieces.some((pieces) => pieces.line === line),
  )
  for (const choice of choices.length > 0 ? choices : [-1])
    yield* everyAssignment(plan, [...owners, choice])
}

const everySet = (sources: PriceSource[]): PriceSource[][] =>
  sources.reduce<PriceSource[][]>(
    (sets, source) => [...sets, ...sets.map((set) => [...set, source])],
    [[]],
  )

/** The least total of all admissible ways, found without any cleverness. */
function leastTotal(basket: Basket): number {
  const promotions = basket.promotions.filter((each) => isInForce(each, basket))
  const { lines, coupons } = basket
  const totals = everySet(priceSourcesOf(basket, lines, promotions)).flatMap((sources) => {
    const pieces = fromDearToCheap(piecesOf(lines, sources))
    const sumOf = (line: number, isOpen: boolean): number =>
      pieces
        .filter((each) => each.line === line && each.isOpen === isOpen)
        .reduce((sum, { quantity, unitFen }) => sum + quantity * unitFen, 0)
    const closedFen = lines.reduce((sum, _, line) => sum + sumOf(line, false), 0)
    const openFen = lines.map((_, line) => sumOf(line, true))
    const { deliveryFen } = priceDelivery(basket, lines, pieces, promotions, coupons)
    const scene = { basket, lines, promotions, coupons }
    return couponUses(scene, pieces).flatMap((use) => {
      const plan = planOf(openFen, offeredBy(promotions, lines, pieces), use)
      return [...everyAssignment(plan)].map((owners) => {
        const goodsFen = closedFen + leftFenAfter(plan, owners)
        return finish(basket, goodsFen).payableFen + deliveryFen
      })
    })
  })
  return Math.min(...totals)
}

test('nothing is cheaper than what the search finds', () => {
  fc.assert(
    fc.property(arbitraryBasket({ lines: 4, promotions: 5, coupons: 3 }), (basket) => {
      expect(priceBasket(basket).totalFen).toBe(leastTotal(basket))
    }),
    { numRuns: 3000 },
  )
})
