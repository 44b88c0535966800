import { beforeEach, describe, expect, test } from '@jest/globals'
import type { InputOf, OutputOf } from '../../shared/contract/define'
import type { AppContract } from '../../shared/contract'
import type { AccountDocument, LedgerEntryDocument } from '../_kit/documents/ledger'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../_kit/documents/order'
import { settings } from '../../tests/shop/catalogue'
import { Shop, roundTrips } from '../../tests/shop/shop'

const minuteMs = 60_000
const dayMs = 86_400_000

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  shop.put('settings', [{ ...settings, points: { perYuan: 100, mostPercent: 50, earnPerYuan: 1 } }])
})

type Wishes = Partial<InputOf<AppContract['order.place']>>

const orderOf = (id: string) => shop.one<OrderDocument>('orders', id)
const amountOf = (id: string) => shop.one<AccountDocument>('accounts', id).amount
const account = (id: string, amount: number, rest: Partial<AccountDocument> = {}) => {
  const [kind, owner] = id.split(':') as [AccountDocument['kind'], string]
  const memberId = rest.memberId ?? owner
  shop.put('accounts', [{ _id: id, kind, amount, updatedAt: Date.now(), ...rest, memberId }])
  const entry: LedgerEntryDocument = {
    _id: `${id}#grant:first`,
    accountId: id,
    memberId,
    kind,
    change: amount,
    after: amount,
    cause: 'grant',
    reference: 'first',
    at: Date.now(),
  }
  shop.put('ledger', [entry])
}

/** Every account is the sum of its entries. */
function expectBooks(): void {
  for (const { _id, amount } of shop.all<AccountDocument>('accounts')) {
    const entries = shop
      .all<LedgerEntryDocument>('ledger')
      .filter(({ accountId }) => accountId === _id)
    expect(entries.reduce((sum, { change }) => sum + change, 0)).toBe(amount)
    expect(amount).toBeGreaterThanOrEqual(0)
  }
}

async function place(wishes: Wishes, skuId = 'spring-50', quantity = 1, user = 'anna') {
  const addressId = await shop.address(user)
  const { note: _note, invoice: _invoice, giftNote: _giftNote, ...choices } = wishes
  const source = { kind: 'sku', skuId, quantity } as const
  const quote = await shop.call(user, 'order.quote', { source, addressId, ...choices })
  const placed = await shop.call(user, 'order.place', {
    source,
    addressId,
    ...wishes,
    signature: quote.signature,
  })
  return { quote, placed }
}

async function payAtWechat(placed: OutputOf<AppContract['order.place']>, user = 'anna') {
  const { outTradeNo } = placed
  await shop.call(user, 'order.pay', { outTradeNo })
  shop.pay.pay(outTradeNo, user)
  return shop.call(user, 'order.confirmPayment', { outTradeNo })
}

describe('paying with the company’s own money', () => {
  test('the balance pays what it can, WeChat Pay the rest', async () => {
    account('balance:anna', 3000)
    const { quote, placed } = await place({ useBalance: true })
    expect(quote.means).toEqual({ wechatFen: 4000, balanceFen: 3000, giftcardFen: 0 })
    expect(placed).toMatchObject({ totalFen: 7000, payableFen: 4000, isPaid: false })
    expect(amountOf('balance:anna')).toBe(0)
    expect(shop.one<PaymentDocument>('payments', placed.outTradeNo).totalFen).toBe(4000)
    expect(await payAtWechat(placed)).toMatchObject({ outcome: 'paid' })
    expect(orderOf(placed.orderId).state).toBe('paid')
    expectBooks()
  })

  test('with nothing left for WeChat Pay the order is paid at once, and only once', async () => {
    account('balance:anna', 10_000)
    const { placed } = await place({ useBalance: true })
    expect(placed).toMatchObject({ payableFen: 0, isPaid: true })
    expect(orderOf(placed.orderId)).toMatchObject({ state: 'paid', paidAt: Date.now() })
    const { outTradeNo, orderId } = placed
    expect(await shop.refusal('anna', 'order.pay', { outTradeNo })).toEqual({
      code: 'ORDER_ALREADY_PAID',
      detail: { orderId },
    })
    expect(await shop.call('anna', 'order.confirmPayment', { outTradeNo })).toEqual({
      orderId,
      outcome: 'paid',
    })
    shop.advance(30 * minuteMs)
    await shop.tick()
    expect(orderOf(orderId).timeline.map(({ event }) => event)).toEqual(['place', 'pay'])
    expect(amountOf('balance:anna')).toBe(3000)
  })

  test('gift cards that expire first are spent first; one that is over is not', async () => {
    const soon = Date.now() + dayMs
    account('giftcard:LATER', 5000, { memberId: 'anna', expiresAt: soon + dayMs })
    account('giftcard:SOON', 2000, { memberId: 'anna', expiresAt: soon })
    account('giftcard:OVER', 9000, { memberId: 'anna', expiresAt: Date.now() - 1 })
    const { quote, placed } = await place({ giftcardIds: ['LATER', 'SOON', 'OVER'] })
    expect(quote.giftcards.map(({ cardId, usedFen }) => [cardId, usedFen])).toEqual([
      ['SOON', 2000],
      ['LATER', 5000],
    ])
    expect(placed.isPaid).toBe(true)
    expect(amountOf('giftcard:OVER')).toBe(9000)
    expectBooks()
  })

  test('somebody else’s card is no card', async () => {
    account('giftcard:HERS', 5000, { memberId: 'bert' })
    const { quote } = await place({ giftcardIds: ['HERS'] })
    expect(quote.means.giftcardFen).toBe(0)
    expect(amountOf('giftcard:HERS')).toBe(5000)
  })

  test('points are used only when wanted, up to their part of the goods', async () => {
    account('points:anna', 100_000)
    const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
    const without = await shop.call('anna', 'order.quote', { source })
    expect(without.points).toEqual({
      balance: 100_000,
      points: 2900,
      offFen: 2900,
      isUsed: false,
    })
    expect(without.totalFen).toBe(7000)
    const { placed } = await place({ usePoints: true })
    expect(placed.totalFen).toBe(4100)
    expect(amountOf('points:anna')).toBe(97_100)
    expect(orderOf(placed.orderId)).toMatchObject({ points: 2900, lines: [{ points: 2900 }] })
  })

  test('two orders at once never spend one balance twice', async () => {
    account('balance:anna', 7000)
    const addressId = await shop.address('anna')
    const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
    const quote = await shop.call('anna', 'order.quote', { source, addressId, useBalance: true })
    const input = { source, addressId, useBalance: true, signature: quote.signature }
    const replies = await Promise.all([1, 2, 3].map(() => shop.send('anna', 'order.place', input)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    for (const { error } of replies.filter(({ ok }) => !ok))
      expect(error).toMatchObject({
        code: 'PRICE_CHANGED',
        detail: { means: { wechatFen: 7000, balanceFen: 0 } },
      })
    expect(shop.stockOf('spring-50')).toBe(9)
    expectBooks()
  })

  test('a lost answer asked for again is the same order, and nothing is spent twice', async () => {
    account('balance:anna', 10_000)
    const addressId = await shop.address('anna')
    const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
    const quote = await shop.call('anna', 'order.quote', { source, addressId, useBalance: true })
    const input = { source, addressId, useBalance: true, signature: quote.signature }
    const first = await shop.call('anna', 'order.place', input, { once: 'own-money-1' })
    expect(await shop.call('anna', 'order.place', input, { once: 'own-money-1' })).toEqual(first)
    expect(amountOf('balance:anna')).toBe(3000)
  })

  test('more than WeChat Pay takes at once is refused before anything is held', async () => {
    await shop.changeSku('spring-50', { priceFen: 100_000_001 })
    const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
    expect(await shop.refusal('anna', 'order.quote', { source })).toEqual({
      code: 'TOTAL_NOT_PAYABLE',
      detail: { limitFen: 100_000_000 },
    })
  })

  test('an order without any of it costs no more calls than before', async () => {
    const addressId = await shop.address('anna')
    const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
    const { signature } = await shop.call('anna', 'order.quote', { source, addressId })
    const trips = await roundTrips(() =>
      shop.call('anna', 'order.place', { source, addressId, signature }),
    )
    expect(trips).toHaveLength(9)
  })
})

describe('what comes to nothing is given back', () => {
  async function placedWithAll() {
    account('balance:anna', 1000)
    account('points:anna', 1000)
    account('giftcard:CARD', 1000, { memberId: 'anna' })
    return place({ useBalance: true, usePoints: true, giftcardIds: ['CARD'] })
  }
  const expectAllBack = () => {
    expect(['balance:anna', 'points:anna', 'giftcard:CARD'].map(amountOf)).toEqual([
      1000, 1000, 1000,
    ])
    expectBooks()
  }

  test('when the customer gives it up', async () => {
    const { placed } = await placedWithAll()
    expect(placed).toMatchObject({ totalFen: 6000, payableFen: 4000 })
    expect(['balance:anna', 'points:anna', 'giftcard:CARD'].map(amountOf)).toEqual([0, 0, 0])
    await shop.call('anna', 'order.cancel', { orderId: placed.orderId, reason: 'other' })
    expectAllBack()
  })

  test('when the time runs out, once, however many timers run', async () => {
    await placedWithAll()
    shop.advance(15 * minuteMs)
    await Promise.all([shop.tick(), shop.tick()])
    await shop.tick()
    expectAllBack()
  })

  test('money that comes late takes all of it again', async () => {
    const { placed } = await placedWithAll()
    await shop.call('anna', 'order.pay', { outTradeNo: placed.outTradeNo })
    shop.advance(15 * minuteMs)
    await shop.tick()
    expectAllBack()
    shop.pay.pay(placed.outTradeNo, 'anna')
    await shop.notify({ outTradeNo: placed.outTradeNo })
    expect(orderOf(placed.orderId).state).toBe('paid')
    expect(['balance:anna', 'points:anna', 'giftcard:CARD'].map(amountOf)).toEqual([0, 0, 0])
    expectBooks()
  })

  test('and when it cannot be taken again, only what came late goes back', async () => {
    const { placed } = await placedWithAll()
    await shop.call('anna', 'order.pay', { outTradeNo: placed.outTradeNo })
    shop.advance(15 * minuteMs)
    await shop.tick()
    const other = await place({ useBalance: true })
    expect(amountOf('balance:anna')).toBe(0)
    shop.pay.pay(placed.outTradeNo, 'anna')
    await shop.notify({ outTradeNo: placed.outTradeNo })
    expect(orderOf(placed.orderId).state).toBe('refunded')
    expect(shop.all<RefundDocument>('refunds')).toMatchObject([
      { refundFen: 4000, wechatFen: 4000, balanceFen: 0, points: 0 },
    ])
    expect(amountOf('points:anna')).toBe(1000)
    expect(orderOf(other.placed.orderId).state).toBe('pendingPayment')
    expectBooks()
  })

  test('a paid order that is cancelled goes back by the means it came', async () => {
    const { placed } = await placedWithAll()
    await payAtWechat(placed)
    await shop.call('anna', 'order.cancel', { orderId: placed.orderId, reason: 'other' })
    expect(orderOf(placed.orderId).state).toBe('refunded')
    expect(shop.pay.refunds.get(`${placed.outTradeNo}-R`)?.refundFee).toBe(4000)
    expectAllBack()
    expect(shop.stockOf('spring-50')).toBe(10)
  })
})

test('an order that was received earns points, and loses them with what goes back', async () => {
  const { placed } = await place({}, 'spring-50', 2)
  await payAtWechat(placed)
  await shop.call('packer', 'console.ship', {
    orderId: placed.orderId,
    carrier: 'SF',
    trackingNumber: 'SF1234567',
  })
  await shop.call('anna', 'order.confirmReceipt', { orderId: placed.orderId })
  expect(amountOf('points:anna')).toBe(116)
  expect(orderOf(placed.orderId)).toMatchObject({ state: 'completed', earned: 116 })
  expectBooks()
})
