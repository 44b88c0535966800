import { expect, test } from '@jest/globals'
import type { QuoteCoupon } from '../../../../shared/contract/quote'
import { cardsAfterTap, couponsAfterTap } from './choices'

const coupon = (
  id: string,
  isUsed: boolean,
  kind: 'goods' | 'delivery' = 'goods',
): QuoteCoupon => ({
  id,
  name: id,
  benefit: kind === 'goods' ? { kind: 'amountOff', offFen: 100 } : { kind: 'freeDelivery' },
  fromFen: 0,
  validUntil: 1,
  isUsed,
})

test('another coupon takes the place of the one of its kind', () => {
  const coupons = [coupon('a', true), coupon('b', false), coupon('d', true, 'delivery')]
  expect(couponsAfterTap(coupons, 'b')).toEqual(['d', 'b'])
})

test('a coupon that is tapped again is left out, the last one leaves none', () => {
  expect(couponsAfterTap([coupon('a', true), coupon('d', true, 'delivery')], 'a')).toEqual(['d'])
  expect(couponsAfterTap([coupon('a', true)], 'a')).toBe('none')
})

test('a gift card is tapped on and off', () => {
  expect(cardsAfterTap(['a'], 'b')).toEqual(['a', 'b'])
  expect(cardsAfterTap(['a', 'b'], 'a')).toEqual(['b'])
})
