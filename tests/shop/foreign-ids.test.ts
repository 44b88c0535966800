import { beforeAll, describe, expect, test } from '@jest/globals'
import type { AccountDocument } from '../../cloudfunctions/_kit/documents/ledger'
import { contract } from '../../shared/contract'
import { fakeCloud } from '../fakes/wx-server-sdk'
import { openCompany } from './whole-life/company'
import type { Shop } from './shop'

/** What anna has, each by its id; bert knows all of them. */
interface Belongings {
  orderId: string
  outTradeNo: string
  addressId: string
  ownAddressId: string
  afterSaleId: string
  reviewId: string
  couponId: string
}

let shop: Shop
let hers: Belongings

const parcel = { carrier: 'SF', trackingNumber: 'SF1234567' } as const

beforeAll(async () => {
  shop = openCompany()
  fakeCloud.answer('openapi.security.msgSecCheck', { result: { suggest: 'pass' } })
  const { orderId, outTradeNo } = await shop.paidOrder('anna', 'spring-50', 2)
  await shop.call('packer', 'console.ship', { orderId, ...parcel })
  await shop.call('anna', 'order.confirmReceipt', { orderId })
  const { afterSaleId } = await shop.call('anna', 'care.requestAfterSale', {
    orderId,
    kind: 'returnRefund',
    reason: 'damaged',
    lines: [{ lineIndex: 0, quantity: 1 }],
  })
  const { reviewId } = await shop.call('anna', 'care.writeReview', {
    orderId,
    skuId: 'spring-50',
    score: 5,
    text: '好喝',
  })
  const { coupon } = await shop.call('anna', 'loyalty.claimCoupon', { couponId: 'seven-off' })
  const { addresses } = await shop.call('anna', 'member.listAddresses', {})
  hers = {
    orderId,
    outTradeNo,
    addressId: addresses[0]!.id,
    ownAddressId: await shop.address('bert'),
    afterSaleId,
    reviewId,
    couponId: coupon.id,
  }
})

const address = {
  name: '何女士',
  phone: '13800000027',
  province: '云南省',
  city: '大理州',
  district: '云山县',
  street: '松树坡路 12 号',
}
const wish = { kind: 'refundOnly', reason: 'damaged', lines: [{ lineIndex: 0, quantity: 1 }] }
const source = { kind: 'sku', skuId: 'white-1', quantity: 1 }

/** How bert reaches for what is hers, and what he is told. */
const attempts: Record<string, { with: (hers: Belongings) => object; told: string }> = {
  'order.quote': { with: ({ addressId }) => ({ source, addressId }), told: 'ADDRESS_NOT_FOUND' },
  'order.place': {
    with: ({ addressId }) => ({ source, addressId, signature: 'x' }),
    told: 'ADDRESS_NOT_FOUND',
  },
  'order.pay': { with: ({ outTradeNo }) => ({ outTradeNo }), told: 'ORDER_NOT_FOUND' },
  'order.confirmPayment': { with: ({ outTradeNo }) => ({ outTradeNo }), told: 'ORDER_NOT_FOUND' },
  'order.get': { with: ({ orderId }) => ({ orderId }), told: 'ORDER_NOT_FOUND' },
  'order.cancel': {
    with: ({ orderId }) => ({ orderId, reason: 'other' }),
    told: 'ORDER_NOT_FOUND',
  },
  'order.confirmReceipt': { with: ({ orderId }) => ({ orderId }), told: 'ORDER_NOT_FOUND' },
  'order.buyAgain': { with: ({ orderId }) => ({ orderId }), told: 'ORDER_NOT_FOUND' },
  'order.getAfter': { with: ({ orderId }) => ({ orderId }), told: 'ORDER_NOT_FOUND' },
  'order.remind': { with: ({ orderId }) => ({ orderId }), told: 'ORDER_NOT_FOUND' },
  'order.changeAddress': {
    with: ({ orderId, ownAddressId }) => ({ orderId, addressId: ownAddressId }),
    told: 'ORDER_NOT_FOUND',
  },
  'order.readInvoice': { with: ({ orderId }) => ({ orderId, from: 0 }), told: 'ORDER_NOT_FOUND' },
  'order.askInvoice': {
    with: ({ orderId }) => ({ orderId, kind: 'person', title: '何女士' }),
    told: 'ORDER_NOT_FOUND',
  },
  'member.saveAddress': {
    with: ({ addressId }) => ({ id: addressId, ...address }),
    told: 'ADDRESS_NOT_FOUND',
  },
  'member.removeAddress': { with: ({ addressId }) => ({ addressId }), told: 'ADDRESS_NOT_FOUND' },
  'loyalty.giveCoupon': { with: ({ couponId }) => ({ id: couponId }), told: 'COUPON_NOT_FOUND' },
  'loyalty.takeBackCoupon': {
    with: ({ couponId }) => ({ id: couponId }),
    told: 'COUPON_NOT_FOUND',
  },
  'loyalty.listEntries': {
    with: () => ({ account: { kind: 'giftcard', cardId: 'CARD-anna' } }),
    told: 'GIFTCARD_NOT_FOUND',
  },
  'care.getAfterSaleChoices': { with: ({ orderId }) => ({ orderId }), told: 'ORDER_NOT_FOUND' },
  'care.previewAfterSale': {
    with: ({ orderId }) => ({ orderId, ...wish }),
    told: 'ORDER_NOT_FOUND',
  },
  'care.requestAfterSale': {
    with: ({ orderId }) => ({ orderId, ...wish }),
    told: 'ORDER_NOT_FOUND',
  },
  'care.withdrawAfterSale': {
    with: ({ afterSaleId }) => ({ afterSaleId }),
    told: 'AFTER_SALE_NOT_FOUND',
  },
  'care.sendBack': {
    with: ({ afterSaleId }) => ({ afterSaleId, ...parcel }),
    told: 'AFTER_SALE_NOT_FOUND',
  },
  'care.appealAfterSale': {
    with: ({ afterSaleId }) => ({ afterSaleId, words: '请再看看' }),
    told: 'AFTER_SALE_NOT_FOUND',
  },
  'care.confirmExchange': {
    with: ({ afterSaleId }) => ({ afterSaleId }),
    told: 'AFTER_SALE_NOT_FOUND',
  },
  'care.getAfterSale': {
    with: ({ afterSaleId }) => ({ afterSaleId }),
    told: 'AFTER_SALE_NOT_FOUND',
  },
  'care.writeReview': {
    with: ({ orderId }) => ({ orderId, skuId: 'spring-50', score: 1 }),
    told: 'ORDER_NOT_FOUND',
  },
  'care.followUpReview': {
    with: ({ reviewId }) => ({ reviewId, text: '再说一句' }),
    told: 'REVIEW_NOT_FOUND',
  },
}

/** Ids that are everybody's: products, offers, groups to join, links and codes one was given. */
const open = new Set([
  'productId',
  'productIds',
  'couponId',
  'groupId',
  'questionId',
  'giftToken',
  'code',
  'storeId',
])
const isId = (name: string) => /(?:^id|Ids?|No)$/.test(name) && !open.has(name)

const inputNames = (input: unknown): string[] =>
  Object.keys((input as { entries?: object }).entries ?? {})

describe('what belongs to somebody else does not exist', () => {
  const named = Object.entries(contract)
    .filter(([, { access }]) => access === 'member')
    .filter(([, { input }]) => inputNames(input).some(isId))
    .map(([action]) => action)

  test('for every action that takes an id', () => {
    expect(named.filter((action) => !attempts[action])).toEqual([])
  })

  test.each(Object.entries(attempts))('%s', async (action, attempt) => {
    const before = JSON.stringify(shop.all('orders'))
    const reply = await shop.send('bert', action, attempt.with(hers))
    expect(reply).toMatchObject({ ok: false, error: { code: attempt.told } })
    expect(JSON.stringify(shop.all('orders'))).toBe(before)
  })

  test('nor can her gift card be spent', async () => {
    const quote = await shop.call('bert', 'order.quote', {
      source: { kind: 'sku', skuId: 'white-1', quantity: 1 },
      addressId: hers.ownAddressId,
      giftcardIds: ['CARD-anna'],
    })
    expect(quote.means.giftcardFen).toBe(0)
    expect(shop.one<AccountDocument>('accounts', 'giftcard:CARD-anna').amount).toBe(2_500)
  })

  test('nor her coupon be used', async () => {
    const quote = await shop.call('bert', 'order.quote', {
      source: { kind: 'sku', skuId: 'white-1', quantity: 1 },
      addressId: hers.ownAddressId,
      coupons: [hers.couponId],
    })
    expect(quote.adjustments.filter(({ kind }) => kind === 'coupon')).toEqual([])
  })

  test('but she herself finds it', async () => {
    for (const [action, attempt] of Object.entries(attempts)) {
      const reply = await shop.send('anna', action, attempt.with(hers))
      expect([action, (reply.error as { code: string } | undefined)?.code]).not.toEqual([
        action,
        attempt.told,
      ])
    }
  })
})
