import { expect, test } from '@jest/globals'
import type { MyCoupon } from '../../../../shared/contract/loyalty'
import { messages } from '../../../../shared/messages/messages'
import { toMyCouponRow } from './my-coupons-view'

const now = Date.parse('2026-03-22T09:41:00+08:00')
const coupon: MyCoupon = {
  id: 'c:mia:1',
  name: '春茶券',
  benefit: { kind: 'amountOff', offFen: 1000 },
  fromFen: 0,
  scope: [],
  stacksWithPromotions: true,
  state: 'open',
  canGive: true,
  validFrom: now,
  validUntil: now + 10 * 86_400_000,
}
const row = (change: Partial<MyCoupon>) =>
  toMyCouponRow({ ...coupon, ...change }, now, messages['zh-CN'])

test.each([
  [{}, { step: 'use', button: '去用', other: '送朋友', faded: false, urgent: false }],
  [{ canGive: false }, { other: '' }],
  [{ validUntil: now + 3_600_000 }, { urgent: true, note: '今天 10:41 前有效' }],
  [
    { state: 'held', orderId: 'o' },
    { step: 'seeOrder', urgent: true },
  ],
  [
    { state: 'waiting', giftToken: 't' },
    { step: 'send', button: '发给朋友', other: '收回' },
  ],
  [
    { state: 'used', orderId: 'o' },
    { step: 'seeOrder', faded: true },
  ],
  [{ state: 'given' }, { step: 'none', button: '', faded: true, note: '已送给朋友' }],
  [{ state: 'expired' }, { step: 'none', faded: true, note: '已过期' }],
] as [Partial<MyCoupon>, object][])('%j', (change, expected) => {
  expect(row(change)).toMatchObject(expected)
})
