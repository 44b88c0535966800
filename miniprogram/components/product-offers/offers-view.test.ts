import { expect, test } from '@jest/globals'
import { messages } from '../../../shared/messages/messages'
import { toFlashPrices, toGroupButtons, toOffersView } from './offers-view'
import type { ProductOffers } from './offers-view'

const t = messages['zh-CN']
const now = Date.parse('2026-03-22T09:41:00+08:00')
const hour = 3_600_000
const coupon: ProductOffers['coupons'][number] = {
  couponId: 'c',
  name: '春茶券',
  benefit: { kind: 'amountOff', offFen: 2000 },
  fromFen: 20_000,
  scope: ['茶'],
  stacksWithPromotions: true,
  state: 'open',
  left: 10,
  total: 10,
  mine: 0,
  endsAt: now + hour,
  validUntil: now + hour,
}
const item = {
  productId: 'p',
  skuId: 's',
  name: '茉莉银针',
  options: '',
  picture: '',
  plate: 'tea',
  priceFen: 7800,
} as const
const offers: ProductOffers = {
  now,
  coupons: [coupon],
  promotions: [
    {
      promotionId: 'season',
      name: '春茶季',
      rule: { kind: 'amountOff', tiers: [{ fromFen: 19_900, offFen: 3000 }] },
      audience: 'all',
      endsAt: now + hour,
    },
  ],
  flashSale: {
    promotionId: 'f',
    name: '花香三日',
    startsAt: now,
    endsAt: now + hour,
    items: [{ ...item, flashFen: 5900, left: 4, total: 30, perMember: 2, mayBuy: 2 }],
  },
  groupBuy: {
    promotionId: 'g',
    name: '一起喝',
    size: 3,
    lastsMs: hour,
    endsAt: now + hour,
    items: [{ skuId: 's', groupFen: 5400, priceFen: 6800 }],
  },
  groups: [
    {
      groupId: 'o',
      starter: { initial: '', nickname: '', isStarter: true, isMe: false },
      placesLeft: 2,
      expiresAt: now + hour,
      isMine: false,
    },
  ],
}

test('everything a product is offered with, in words', () => {
  expect(toOffersView(offers, 's', t)).toMatchObject({
    flash: { name: '花香三日', until: now + hour, note: '还有 4 件，每人 2 件' },
    couponChips: [{ text: '满 ¥200 减 ¥20' }],
    tickets: [{ button: '领取', canClaim: true }],
    lines: [{ kind: '春茶季', text: '满 ¥199 减 ¥30', until: '今天 10:41 前有效' }],
    groups: [{ name: '一位朋友', missing: '还差 2 人', button: '去凑' }],
  })
})

test('a sale and a group-buy are about the SKUs they name', () => {
  expect(toOffersView(offers, 'other', t).flash).toBeNull()
  expect(toFlashPrices(offers)).toEqual({ s: 5900 })
})

test('a group can be started from any SKU, and begins where it is sold together', () => {
  const buttons = { promotionId: 'g', skuId: 's', prices: { s: 5400 }, together: '开团 ¥54' }
  const of = (skuId: string, priceFen: number) =>
    toGroupButtons(offers, { skuId, priceFen }, t.groupBuy)
  expect(of('s', 6800)).toEqual({ ...buttons, alone: '单买 ¥68' })
  expect(of('other', 12_800)).toEqual({ ...buttons, alone: '单买 ¥128' })
  const { groupBuy: _, ...none } = offers
  expect(toGroupButtons(none, { skuId: 's', priceFen: 6800 }, t.groupBuy)).toBeNull()
})

test('a sale that is over for this member has no price for them', () => {
  const saleWith = (change: object): ProductOffers => ({
    ...offers,
    flashSale: {
      ...offers.flashSale!,
      items: offers.flashSale!.items.map((one) => ({ ...one, ...change })),
    },
  })
  expect(toFlashPrices(saleWith({ left: 0 }))).toEqual({})
  expect(toFlashPrices(saleWith({ mayBuy: 0 }))).toEqual({})
})

test('a coupon that is gone is no reason to open the sheet', () => {
  const gone = { ...offers, coupons: [{ ...coupon, state: 'gone' as const }] }
  expect(toOffersView(gone, 's', t)).toMatchObject({ couponChips: [], tickets: [{ faded: true }] })
})
