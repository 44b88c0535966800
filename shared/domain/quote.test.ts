import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lineAmountFen, signatureOf, totalsOf } from './quote'
import type { PricedLine } from './quote'

const delivery = { feeFen: 1200, freeFromFen: 9900 }
const line = fc.record({
  skuId: fc.string({ minLength: 1, maxLength: 12 }),
  quantity: fc.integer({ min: 1, max: 99 }),
  priceFen: fc.integer({ min: 1, max: 100_000_000 }),
})
const lines = fc.uniqueArray(line, { selector: ({ skuId }) => skuId, maxLength: 100 })
const sign = (list: readonly PricedLine[]) => signatureOf(list, totalsOf(list, delivery))

describe('totals', () => {
  test.each([
    [9899, 1200, 11099, 1],
    [9900, 0, 9900, 0],
    [1, 1200, 1201, 9899],
  ])('goods of %p fen are delivered for %p', (priceFen, deliveryFen, totalFen, missingFen) => {
    const totals = totalsOf([{ skuId: 'a', quantity: 1, priceFen }], delivery)
    expect(totals).toMatchObject({ deliveryFen, totalFen })
    expect(totals.freeDelivery).toEqual({ thresholdFen: 9900, missingFen })
  })

  test('nothing costs nothing', () => {
    expect(totalsOf([], delivery)).toMatchObject({ count: 0, deliveryFen: 0, totalFen: 0 })
  })

  test('are the sum of their lines and adjustments, at every price and quantity', () => {
    fc.assert(
      fc.property(lines, (list) => {
        const totals = totalsOf(list, delivery)
        const goods = list.reduce((sum, each) => sum + lineAmountFen(each), 0)
        const adjusted = totals.adjustments.reduce((sum, { amountFen }) => sum + amountFen, 0)
        expect(totals.goodsFen).toBe(goods)
        expect(totals.totalFen).toBe(goods + adjusted)
        expect(totals.deliveryFen).toBe(adjusted)
        expect(Number.isSafeInteger(totals.totalFen)).toBe(true)
      }),
    )
  })

  test('count as saved only what is really less than before', () => {
    const saved = (wasFen?: number) =>
      totalsOf([{ skuId: 'a', quantity: 3, priceFen: 500, wasFen }], delivery).savedFen
    expect([saved(700), saved(400), saved(undefined)]).toEqual([600, 0, 0])
  })
})

describe('a signature', () => {
  test('does not care about the order of lines', () => {
    fc.assert(fc.property(lines, (list) => expect(sign([...list].reverse())).toBe(sign(list))))
  })

  test('changes with every price, quantity, line and fee', () => {
    const base: PricedLine[] = [
      { skuId: 'a', quantity: 1, priceFen: 500 },
      { skuId: 'b', quantity: 2, priceFen: 700 },
    ]
    const others: PricedLine[][] = [
      [{ ...base[0]!, priceFen: 501 }, base[1]!],
      [{ ...base[0]!, quantity: 2 }, base[1]!],
      [{ ...base[0]!, skuId: 'c' }, base[1]!],
      [base[0]!],
      [],
    ]
    const dearer = signatureOf(base, totalsOf(base, { ...delivery, feeFen: 1300 }))
    const all = [sign(base), dearer, ...others.map(sign)]
    expect(new Set(all).size).toBe(all.length)
    expect(sign(base)).toMatch(/^q1-[0-9a-z]{11}$/)
  })
})
