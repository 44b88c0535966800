import { describe, expect, test } from '@jest/globals'
import { refundDeliveryFen, refundPoints, refundShareFen } from './refund'

describe('giving back a part', () => {
  test('carries the rounding along', () => {
    const line = { payableFen: 100, quantity: 3 }
    expect([0, 1, 2].map((before) => refundShareFen(line, before, 1))).toEqual([33, 33, 34])
    expect(refundShareFen(line, 1, 2)).toBe(67)
    expect(refundPoints({ points: 5, quantity: 2 }, 0, 1)).toBe(2)
  })

  test.each([
    [0, 4],
    [3, 1],
    [-1, 1],
    [0, 0.5],
  ])('refuses what was not bought: after %p another %p', (before, quantity) => {
    expect(() => refundShareFen({ payableFen: 100, quantity: 3 }, before, quantity)).toThrow(
      RangeError,
    )
  })

  const order = { deliveryFen: 800, pieces: 3, isShipped: false, isShopAtFault: false }
  test.each([
    ['not all pieces', { alreadyRefunded: 0, quantity: 2 }, 0],
    ['the last pieces', { alreadyRefunded: 1, quantity: 2 }, 800],
    ['all at once', { alreadyRefunded: 0, quantity: 3 }, 800],
    ['nothing more', { alreadyRefunded: 3, quantity: 0 }, 0],
    ['shipped', { alreadyRefunded: 0, quantity: 3, isShipped: true }, 0],
    [
      'shipped by mistake',
      { alreadyRefunded: 0, quantity: 3, isShipped: true, isShopAtFault: true },
      800,
    ],
  ])('delivery: %s', (_, change, expected) => {
    expect(refundDeliveryFen({ ...order, ...change })).toBe(expected)
  })
})
