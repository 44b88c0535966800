import { beforeEach, describe, expect, test } from '@jest/globals'
import type { AccountDocument, MoneyDayDocument } from '../_kit/documents/ledger'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../_kit/documents/order'
import { startOfShanghaiDay } from '../../shared/domain/shanghai-time'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'
import { checkMoney } from './check-money'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
})

const days = () => shop.all<MoneyDayDocument>('moneydays')
/** Goes to an hour of the next night. */
const toNight = (hour: number) => shop.setNow(startOfShanghaiDay(Date.now(), 1) + hour * hourMs)
const differences = () => days().flatMap((day) => day.differences)

function account(change: Partial<AccountDocument> = {}) {
  const document: AccountDocument = {
    _id: 'balance:anna',
    kind: 'balance',
    memberId: 'anna',
    amount: 0,
    updatedAt: Date.now(),
    ...change,
  }
  shop.put('accounts', [document])
}

/** Paid with ten yuan of the balance, the rest at WeChat Pay. */
async function mixedOrder() {
  account({ amount: 1000 })
  shop.put('ledger', [
    {
      _id: 'balance:anna#grant:1',
      accountId: 'balance:anna',
      kind: 'balance',
      change: 1000,
      after: 1000,
      cause: 'grant',
      reference: '1',
      at: Date.now(),
    } as { _id: string },
  ])
  const addressId = await shop.address('anna')
  const asked = {
    source: { kind: 'sku', skuId: 'spring-50', quantity: 1 },
    addressId,
    useBalance: true,
  } as const
  const { signature } = await shop.call('anna', 'order.quote', asked)
  const placed = await shop.call('anna', 'order.place', { ...asked, signature })
  await shop.call('anna', 'order.pay', { outTradeNo: placed.outTradeNo })
  shop.pay.pay(placed.outTradeNo, 'anna')
  await shop.call('anna', 'order.confirmPayment', { outTradeNo: placed.outTradeNo })
  return placed
}

describe('the nightly check of the money', () => {
  test('counts what came for a price that was changed meanwhile, as it counts what went back', async () => {
    const { orderId, outTradeNo } = await shop.order('anna', 'spring-50')
    await shop.call('anna', 'order.pay', { outTradeNo })
    const discounted = await shop.call('manager', 'console.discountOrder', {
      orderId,
      discountFen: 500,
      reason: '老客人',
    })
    shop.pay.pay(outTradeNo, 'anna')
    await shop.notify({ returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo })
    await shop.call('anna', 'order.pay', { outTradeNo: discounted.outTradeNo })
    shop.pay.pay(discounted.outTradeNo, 'anna')
    await shop.call('anna', 'order.confirmPayment', { outTradeNo: discounted.outTradeNo })
    toNight(3)
    await shop.tick()
    expect(days()).toMatchObject([
      {
        orders: 1,
        receivedFen: { wechat: 7000 + 6500 },
        refundedFen: { wechat: 7000 },
        differences: [],
      },
    ])
  })

  test('adds up the day by means, and finds nothing where all is right', async () => {
    await shop.paidOrder('bert', 'white-1')
    const { orderId } = await mixedOrder()
    await shop.call('anna', 'order.cancel', { orderId, reason: 'other' })
    toNight(3)
    await shop.tick()
    expect(days()).toMatchObject([
      {
        orders: 2,
        receivedFen: { wechat: 4200 + 6000, balance: 1000, giftcard: 0 },
        refundedFen: { wechat: 6000, balance: 1000, giftcard: 0 },
        differences: [],
      },
    ])
    expect(days()[0]).not.toHaveProperty('progress')
    expect(shop.errors.filter((line) => line.includes('moneyDifference'))).toEqual([])
  })

  test('waits for the night, and runs once in it', async () => {
    await shop.paidOrder('bert', 'white-1')
    toNight(2)
    await shop.tick()
    expect(days()).toEqual([])
    toNight(-21)
    await shop.tick()
    const first = days()
    shop.advance(hourMs)
    await shop.tick()
    expect(days()).toEqual(first)
    expect(first).toHaveLength(1)
  })

  test('two timers count every batch once', async () => {
    await shop.paidOrder('bert', 'white-1')
    await shop.paidOrder('anna', 'spring-50')
    toNight(4)
    await Promise.all([shop.tick(), shop.tick(), shop.tick()])
    await shop.tick()
    expect(days()).toMatchObject([{ orders: 2, receivedFen: { wechat: 4200 + 7000 } }])
  })

  test('goes on where its time was over', async () => {
    await shop.paidOrder('bert', 'white-1')
    toNight(4)
    const run = (batches: number) => {
      let asked = 0
      const isOver = () => (asked += 1) > batches
      return checkMoney({ envId: 'fake-env', now: Date.now(), isOver })
    }
    expect(await run(1)).toBe(1)
    expect(days()[0]?.progress).toEqual({ stage: 'returnedPayments', step: 1 })
    expect(await run(2)).toBe(2)
    expect(await run(99)).toBe(4)
    expect(days()).toMatchObject([{ orders: 1, receivedFen: { wechat: 4200 } }])
    expect(days()[0]).not.toHaveProperty('progress')
  })

  test('makes up for a night that was missed', async () => {
    toNight(4)
    await shop.tick()
    await shop.paidOrder('bert', 'white-1')
    toNight(30)
    await shop.tick()
    expect(days().map(({ orders }) => orders)).toEqual([0, 1, 0])
  })

  test('finds what does not agree, and says it in the log', async () => {
    const placed = await mixedOrder()
    const order = shop.one<OrderDocument>('orders', placed.orderId)
    const payment = shop.one<PaymentDocument>('payments', placed.outTradeNo)
    shop.put('orders', [{ ...order, refundedFen: 1 }])
    shop.put('payments', [{ ...payment, totalFen: 5999 }])
    account({ amount: 77 })
    toNight(4)
    await shop.tick()
    expect(differences()).toEqual([
      { kind: 'paymentAmount', reference: order._id, expectedFen: 6000, foundFen: 5999 },
      { kind: 'refundSum', reference: order._id, expectedFen: 1, foundFen: 0 },
      { kind: 'accountSum', reference: 'balance:anna', expectedFen: 0, foundFen: 77 },
    ])
    expect(shop.errors.filter((line) => line.includes('moneyDifference'))).toHaveLength(3)
  })

  test('finds refunds that never end and payments that nobody asks about', async () => {
    shop.pay.refundState = 'PROCESSING'
    const { orderId, outTradeNo } = await mixedOrder()
    await shop.call('anna', 'order.cancel', { orderId, reason: 'other' })
    const stuck = shop.one<RefundDocument>('refunds', `${outTradeNo}-R`)
    shop.put('refunds', [
      { ...stuck, createdAt: Date.now() - 8 * dayMs },
      { ...stuck, _id: 'other', state: 'stuck' },
    ])
    const forgotten = await shop.order('bert', 'white-1')
    toNight(4)
    await checkMoney({ envId: 'fake-env', now: Date.now() })
    expect(differences().map(({ kind, reference }) => [kind, reference])).toEqual(
      expect.arrayContaining([
        ['refundOpen', `${outTradeNo}-R`],
        ['refundOpen', 'other'],
        ['paymentOpen', forgotten.outTradeNo],
      ]),
    )
  })
})
