import { expect, test } from '@jest/globals'
import type { CouponOffer } from '../../../../shared/contract/loyalty'
import { messages } from '../../../../shared/messages/messages'
import { toOfferRow } from './coupons-view'

const now = Date.parse('2026-03-22T09:41:00+08:00')
const offer: CouponOffer = {
  couponId: 'c',
  name: '春茶券',
  benefit: { kind: 'amountOff', offFen: 1000 },
  fromFen: 5000,
  scope: ['茶', '点心', '杯子'],
  stacksWithPromotions: false,
  state: 'open',
  left: 300,
  total: 500,
  mine: 0,
  endsAt: now + 86_400_000,
  validUntil: Date.parse('2026-03-23T18:00:00+08:00'),
}
const row = (change: Partial<CouponOffer> = {}, language: 'zh-CN' | 'en' = 'zh-CN') =>
  toOfferRow({ ...offer, ...change }, now, messages[language])

test('a coupon says what it is worth, what for and until when', () => {
  expect(row()).toMatchObject({
    ticket: {
      sign: '¥',
      big: '10',
      name: '春茶券',
      line: '满 ¥50 可用，仅限茶、点心等 3 样，不与其他优惠同享',
    },
    note: '明天 18:00 前有效',
    urgent: false,
    button: '领取',
    canClaim: true,
    isPlain: false,
  })
})

test('what is left is said when it is little', () => {
  expect(row({ left: 7 })).toMatchObject({ note: '还剩 7 张，共 500 张', urgent: true })
  expect(row({ left: 20 })).toMatchObject({ note: '还剩 20 张，共 500 张', urgent: true })
  expect(row({ left: 21 })).toMatchObject({ note: '明天 18:00 前有效', urgent: false })
  expect(row({ left: 7, state: 'had' }).urgent).toBe(false)
  expect(row({ left: 21, validDays: 7 }).note).toContain('7')
})

test.each([
  [{ state: 'gone', mine: 1 }, true],
  [{ state: 'newcomersOnly', mine: 1 }, true],
  [{ state: 'had' }, true],
  [{ state: 'had', mine: 1 }, false],
  [{}, false],
] as [Partial<CouponOffer>, boolean][])('%j is faded: %s', (change, faded) => {
  expect(row(change).faded).toBe(faded)
})

test('what cannot be had says why and is no button', () => {
  expect(row({ state: 'gone', left: 0 }).isPlain).toBe(true)
  expect(row({ state: 'had', mine: 1 }).isPlain).toBe(false)
})

test.each([
  [{ state: 'had', mine: 1 }, '去用', false],
  [{ state: 'had' }, '已领', true],
  [{ state: 'gone' }, '领完了', true],
  [{ state: 'newcomersOnly' }, '第一单专享', true],
  [{ mine: 1 }, '再领一张', false],
] as [Partial<CouponOffer>, string, boolean][])('%j says %s', (change, button, faded) => {
  expect(row(change)).toMatchObject({ button, faded })
})

test('other benefits have their own words, in both languages', () => {
  expect(row({ benefit: { kind: 'percentOff', percentOff: 15 }, fromFen: 0 }).ticket).toMatchObject(
    {
      sign: '',
      big: '8.5 折',
    },
  )
  expect(row({ benefit: { kind: 'percentOff', percentOff: 15 } }, 'en').ticket.big).toBe('15% off')
  expect(row({ benefit: { kind: 'freeDelivery' } }, 'en').ticket.big).toBe('Free delivery')
})
