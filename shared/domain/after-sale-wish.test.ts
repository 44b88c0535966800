import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { askableQuantity, checkWish, kindsOf, refundAmount, withAsked } from './after-sale-wish'
import type { AskableLine, AskableOrder } from './after-sale-wish'
import { orderStates } from './order-state'

const dayMs = 86_400_000
const line = (change: Partial<AskableLine> = {}): AskableLine => ({
  quantity: 3,
  payableFen: 1000,
  points: 10,
  shipped: 3,
  refunded: 0,
  ...change,
})
const order = (change: Partial<AskableOrder> = {}): AskableOrder => ({
  state: 'completed',
  deliveryFen: 1200,
  receivedAt: 0,
  lines: [line()],
  ...change,
})
const wish = (quantity = 1, reason: 'changedMind' | 'damaged' = 'damaged') => ({
  kind: 'returnRefund' as const,
  reason,
  lines: [{ lineIndex: 0, quantity }],
})

describe('what may be asked', () => {
  test.each(orderStates)('of an order that is %s', (state) => {
    const shown = (change: Partial<AskableLine>) => kindsOf(order({ state }), line(change))
    const all = ['refundOnly', 'returnRefund', 'exchange']
    const expected: Partial<Record<typeof state, [unsent: string[], sent: string[]]>> = {
      paid: [['refundOnly'], all],
      ready: [['refundOnly'], ['refundOnly']],
      shipped: [all, all],
      completed: [all, all],
    }
    expect([shown({ shipped: 0 }), shown({})]).toEqual(expected[state] ?? [[], []])
  })

  test('a gift is only changed for a sound one', () => {
    const gift = order({ lines: [line({ isGift: true, payableFen: 0 })] })
    expect(kindsOf(gift, gift.lines[0]!)).toEqual(['exchange'])
    expect(checkWish(gift, { ...wish(), kind: 'exchange' }, 0).ok).toBe(true)
    expect(checkWish(gift, { ...wish(1, 'changedMind'), kind: 'exchange' }, 0)).toMatchObject({
      code: 'AFTER_SALE_NOT_ALLOWED',
    })
  })

  test.each([
    ['changedMind', 7],
    ['damaged', 15],
  ] as const)('because of %s within %i days of receipt', (reason, days) => {
    expect(checkWish(order(), wish(1, reason), days * dayMs).ok).toBe(true)
    expect(checkWish(order(), wish(1, reason), days * dayMs + 1)).toMatchObject({
      code: 'AFTER_SALE_TOO_LATE',
    })
  })

  test.each([
    [line(), 4],
    [line({ refunded: 2 }), 2],
    [line({ asked: 3 }), 1],
    [line({ refunded: 1, asked: 1 }), 2],
  ])('no more pieces than are left', (sold, quantity) => {
    expect(checkWish(order({ lines: [sold] }), wish(quantity), 0)).toMatchObject({
      code: 'AFTER_SALE_PIECES',
    })
  })

  test('no line twice, none that is not there, and not nothing', () => {
    for (const lines of [
      [],
      [{ lineIndex: 9, quantity: 1 }],
      [
        { lineIndex: 0, quantity: 1 },
        { lineIndex: 0, quantity: 1 },
      ],
    ])
      expect(checkWish(order(), { ...wish(), lines }, 0).ok).toBe(false)
  })
})

describe('the money', () => {
  test('of parts sums to what was paid, whatever the parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.nat(1_000_000),
        fc.nat(10_000),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 99 }),
        (quantity, payableFen, points, isShipped, parts) => {
          const sold = line({ quantity, payableFen, points, shipped: isShipped ? quantity : 0 })
          let money = 0
          let given = 0
          for (const part of [...parts, quantity]) {
            const take = Math.min(part, sold.quantity - sold.refunded)
            if (take === 0) continue
            const back = refundAmount(order({ lines: [sold] }), {
              reason: 'changedMind',
              lines: [{ lineIndex: 0, quantity: take }],
            })
            expect(back.refundFen).toBeGreaterThanOrEqual(0)
            money += back.refundFen
            given += back.points
            sold.refunded += take
          }
          // Delivery was used when the goods have left: it goes back only when they have not.
          expect(money).toBe(payableFen + (isShipped ? 0 : 1200))
          expect(given).toBe(points)
        },
      ),
    )
  })

  test('for delivery goes back with the last piece when the shop is to blame', () => {
    const last = order({ lines: [line({ refunded: 2 })] })
    expect(refundAmount(last, wish(1, 'damaged')).deliveryFen).toBe(1200)
    expect(refundAmount(last, wish(1, 'changedMind')).deliveryFen).toBe(0)
    expect(refundAmount(order(), wish(1, 'damaged')).deliveryFen).toBe(0)
  })

  test('for delivery does not wait for gifts', () => {
    const withGift = order({
      lines: [line({ quantity: 1 }), line({ isGift: true, payableFen: 0, points: 0 })],
    })
    expect(refundAmount(withGift, wish(1, 'damaged')).deliveryFen).toBe(1200)
  })
})

test('pieces that are asked for are spoken for until they are free again', () => {
  const lines = [line(), line()]
  const asked = withAsked(lines, [{ lineIndex: 1, quantity: 2 }], 1)
  expect(asked.map(askableQuantity)).toEqual([3, 1])
  expect(withAsked(asked, [{ lineIndex: 1, quantity: 2 }], -1).map(askableQuantity)).toEqual([3, 3])
})
