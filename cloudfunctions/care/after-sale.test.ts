import { beforeEach, describe, expect, test } from '@jest/globals'
import type { AfterSaleDocument } from '../_kit/documents/care'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../_kit/documents/order'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const parcel = { carrier: 'SF', trackingNumber: 'SF-7654321' } as const

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
})

const orderOf = (id: string) => shop.one<OrderDocument>('orders', id)
const caseOf = (id: string) => shop.one<AfterSaleDocument>('aftersales', id)
const stateOf = (id: string) => caseOf(id).state
const linesOf = (quantity = 1) => [{ lineIndex: 0, quantity }]

/** An order of so many pieces that anna has received. */
async function received(quantity = 2, skuId = 'spring-50') {
  const placed = await shop.paidOrder('anna', skuId, quantity)
  await shop.call('packer', 'console.ship', { orderId: placed.orderId, ...parcel })
  await shop.call('anna', 'order.confirmReceipt', { orderId: placed.orderId })
  return placed
}

type Kind = AfterSaleDocument['kind']
async function asked(orderId: string, kind: Kind = 'returnRefund', quantity = 1) {
  const { afterSaleId } = await shop.call('anna', 'care.requestAfterSale', {
    orderId,
    kind,
    reason: 'damaged',
    lines: linesOf(quantity),
  })
  return afterSaleId
}

describe('a return', () => {
  test('gives the money of its pieces back when the goods are accepted', async () => {
    const { orderId, outTradeNo } = await received()
    const stock = shop.stockOf('spring-50')
    const preview = await shop.call('anna', 'care.previewAfterSale', {
      orderId,
      kind: 'returnRefund',
      reason: 'damaged',
      lines: linesOf(),
    })
    expect(preview).toMatchObject({ refundFen: 5800, deliveryFen: 0 })
    const afterSaleId = await asked(orderId)
    expect(
      await shop.call('clerk', 'console.approveAfterSale', { afterSaleId, answer: '请寄回' }),
    ).toEqual({ state: 'returning' })
    await shop.call('anna', 'care.sendBack', { afterSaleId, ...parcel })
    expect(
      await shop.call('clerk', 'console.acceptReturn', { afterSaleId, isStockBack: true }),
    ).toEqual({ state: 'refunding' })
    expect(stateOf(afterSaleId)).toBe('refunded')
    expect(shop.pay.refunds.get(caseOf(afterSaleId).outRefundNo!)?.refundFee).toBe(5800)
    expect(shop.stockOf('spring-50')).toBe(stock + 1)
    expect(orderOf(orderId)).toMatchObject({ state: 'completed', refundedFen: 5800 })
    expect(orderOf(orderId).lines[0]).toMatchObject({ refunded: 1, asked: 0 })
    expect(shop.one<PaymentDocument>('payments', outTradeNo)).toMatchObject({ refundedFen: 5800 })
  })

  test('of the last pieces refunds the order with its delivery', async () => {
    const { orderId } = await received(1)
    const { totalFen } = orderOf(orderId)
    const afterSaleId = await asked(orderId, 'refundOnly')
    await shop.call('manager', 'console.approveAfterSale', { afterSaleId })
    expect(caseOf(afterSaleId).refundFen).toBe(totalFen)
    expect(stateOf(afterSaleId)).toBe('refunded')
    expect(orderOf(orderId)).toMatchObject({ state: 'refunded', refundedFen: totalFen })
  })

  test('leaves the stock alone when the goods cannot be sold again', async () => {
    const { orderId } = await received()
    const stock = shop.stockOf('spring-50')
    const afterSaleId = await asked(orderId)
    await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
    await shop.call('anna', 'care.sendBack', { afterSaleId, ...parcel })
    await shop.call('clerk', 'console.acceptReturn', { afterSaleId })
    expect(shop.stockOf('spring-50')).toBe(stock)
  })

  test('of pieces that have not left is money only', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
    const wish = { orderId, reason: 'changedMind', lines: linesOf() } as const
    expect(
      await shop.refusal('anna', 'care.requestAfterSale', { ...wish, kind: 'exchange' }),
    ).toEqual({ code: 'AFTER_SALE_NOT_ALLOWED' })
    const choices = await shop.call('anna', 'care.getAfterSaleChoices', { orderId })
    expect(choices.lines).toMatchObject([{ available: 2, kinds: ['refundOnly'] }])
    await shop.call('anna', 'care.requestAfterSale', { ...wish, kind: 'refundOnly' })
  })
})

test('what is given back before it leaves does not keep the rest from being on its way', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
  await shop.call('packer', 'console.ship', {
    orderId,
    ...parcel,
    lines: [{ lineIndex: 0, quantity: 1 }],
  })
  expect(orderOf(orderId).state).toBe('paid')
  const afterSaleId = await asked(orderId, 'refundOnly')
  await shop.call('clerk', 'console.approveAfterSale', { afterSaleId, isStockBack: true })
  expect(orderOf(orderId)).toMatchObject({ state: 'shipped', dueAt: Date.now() + 10 * dayMs })
  const told = fakeCloud.callsOf('openapi.wxa.sec.order.uploadShippingInfo')
  expect(told.at(-1)?.parameters).toMatchObject({ is_all_delivered: true })
  await shop.call('anna', 'order.confirmReceipt', { orderId })
})

test('what comes back of one parcel does not keep the next one from leaving whole', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 3)
  const one = { orderId, ...parcel, lines: linesOf(1) }
  await shop.call('packer', 'console.ship', one)
  const wish = { orderId, kind: 'returnRefund', reason: 'damaged', lines: linesOf(2) } as const
  expect(await shop.refusal('anna', 'care.requestAfterSale', wish)).toEqual({
    code: 'AFTER_SALE_PIECES',
  })
  const afterSaleId = await asked(orderId)
  await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
  await shop.call('anna', 'care.sendBack', { afterSaleId, ...parcel })
  await shop.call('clerk', 'console.acceptReturn', { afterSaleId })
  expect(orderOf(orderId)).toMatchObject({ state: 'paid', lines: [{ refunded: 1 }] })
  await shop.call('packer', 'console.ship', { orderId, ...parcel, lines: linesOf(2) })
  expect(orderOf(orderId)).toMatchObject({ state: 'shipped', lines: [{ shipped: 3 }] })
})

test('pieces that never left are for sale again also when nobody of the staff decides', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 3)
  await shop.call('packer', 'console.ship', { orderId, ...parcel, lines: linesOf(1) })
  const stock = shop.stockOf('spring-50')
  await asked(orderId, 'refundOnly', 3)
  shop.advance(49 * hourMs)
  await shop.tick()
  expect(orderOf(orderId).state).toBe('refunded')
  expect(shop.stockOf('spring-50')).toBe(stock + 2)
})

test('an order has no more cases than WeChat Pay takes refunds of it', async () => {
  const { orderId } = await received(3)
  for (let time = 0; time < 60; time += 1) {
    const afterSaleId = await asked(orderId)
    await shop.call('anna', 'care.withdrawAfterSale', { afterSaleId })
  }
  expect(orderOf(orderId).caseCount).toBe(0)
  await asked(orderId)
  shop.put('orders', [{ ...orderOf(orderId), caseCount: 48 }])
  await asked(orderId)
  const wish = { orderId, kind: 'refundOnly', reason: 'damaged', lines: linesOf() } as const
  expect(await shop.refusal('anna', 'care.requestAfterSale', wish)).toEqual({
    code: 'AFTER_SALE_LIMIT',
  })
})

describe('an exchange', () => {
  test('sends the same again, off the stock, and ends when it arrived', async () => {
    const { orderId } = await received()
    const stock = shop.stockOf('spring-50')
    const afterSaleId = await asked(orderId, 'exchange')
    await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
    await shop.call('anna', 'care.sendBack', { afterSaleId, ...parcel })
    await shop.call('clerk', 'console.sendExchange', { afterSaleId, ...parcel })
    expect(shop.stockOf('spring-50')).toBe(stock - 1)
    expect((await shop.call('anna', 'care.getAfterSale', { afterSaleId })).actions).toEqual([
      'confirmExchange',
    ])
    await shop.call('anna', 'care.confirmExchange', { afterSaleId })
    expect(stateOf(afterSaleId)).toBe('exchanged')
    expect(orderOf(orderId).lines[0]).toMatchObject({ refunded: 0, asked: 0 })
    expect(shop.all<RefundDocument>('refunds')).toEqual([])
  })

  test('waits when the goods are sold out', async () => {
    const { orderId } = await received(1, 'white-1')
    const afterSaleId = await asked(orderId, 'exchange')
    await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
    await shop.call('anna', 'care.sendBack', { afterSaleId, ...parcel })
    const refusal = await shop.refusal('clerk', 'console.sendExchange', { afterSaleId, ...parcel })
    expect(refusal.code).toBe('SOLD_OUT')
    expect(stateOf(afterSaleId)).toBe('returnSent')
  })
})

describe('who may do what', () => {
  test('other people’s orders and cases do not exist', async () => {
    const { orderId } = await received()
    const afterSaleId = await asked(orderId)
    expect(
      await shop.refusal('bert', 'care.requestAfterSale', {
        orderId,
        kind: 'refundOnly',
        reason: 'damaged',
        lines: linesOf(),
      }),
    ).toEqual({ code: 'ORDER_NOT_FOUND' })
    for (const [action, input] of [
      ['care.getAfterSale', { afterSaleId }],
      ['care.withdrawAfterSale', { afterSaleId }],
      ['care.sendBack', { afterSaleId, ...parcel }],
      ['care.appealAfterSale', { afterSaleId, words: '不同意' }],
      ['care.confirmExchange', { afterSaleId }],
    ] as const)
      expect(await shop.refusal('bert', action, input as never)).toEqual({
        code: 'AFTER_SALE_NOT_FOUND',
      })
    expect((await shop.call('bert', 'care.listAfterSales', {})).cases).toEqual([])
  })

  test('an appeal is decided by owner and manager only, for the customer or against', async () => {
    const { orderId } = await received()
    const afterSaleId = await asked(orderId, 'refundOnly')
    await shop.call('clerk', 'console.refuseAfterSale', { afterSaleId, answer: '照片里看不出' })
    await shop.call('anna', 'care.appealAfterSale', { afterSaleId, words: '盒子是破的' })
    const decision = { afterSaleId, decision: 'refund', answer: '退给客人' } as const
    for (const role of ['clerk', 'packer', 'service'])
      expect(await shop.refusal(role, 'console.decideAfterSale', decision)).toEqual({
        code: 'FORBIDDEN',
      })
    // The clerk who refused cannot change his mind about an appeal either.
    expect(await shop.refusal('clerk', 'console.approveAfterSale', { afterSaleId })).toEqual({
      code: 'AFTER_SALE_CHANGED',
      detail: { state: 'arbitration' },
    })
    const seenBy = async (role: string) =>
      (await shop.call(role, 'console.getAfterSale', { afterSaleId })).decisions
    expect([await seenBy('clerk'), await seenBy('manager')]).toEqual([[], ['decide']])
    await shop.call('manager', 'console.decideAfterSale', decision)
    expect(stateOf(afterSaleId)).toBe('refunded')
  })
})

describe('never twice', () => {
  test('no piece is in two open cases, and is free again when one is withdrawn', async () => {
    const { orderId } = await received(2)
    const first = await asked(orderId, 'refundOnly', 2)
    const again = { orderId, kind: 'refundOnly', reason: 'damaged', lines: linesOf() } as const
    expect(await shop.refusal('anna', 'care.requestAfterSale', again)).toEqual({
      code: 'AFTER_SALE_PIECES',
    })
    await shop.call('anna', 'care.withdrawAfterSale', { afterSaleId: first })
    await shop.call('anna', 'care.requestAfterSale', again)
  })

  test('two requests at once for the last piece make one case', async () => {
    const { orderId } = await received(1)
    const wish = { orderId, kind: 'refundOnly', reason: 'damaged', lines: linesOf() }
    const replies = await Promise.all(
      [1, 2, 3].map(() => shop.send('anna', 'care.requestAfterSale', wish)),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(shop.all('aftersales')).toHaveLength(1)
  })

  test('two clerks who approve the same case refund it once', async () => {
    const { orderId } = await received()
    const afterSaleId = await asked(orderId, 'refundOnly')
    const replies = await Promise.all(
      ['clerk', 'manager', 'owner'].map((role) =>
        shop.send(role, 'console.approveAfterSale', { afterSaleId }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(shop.all('refunds')).toHaveLength(1)
    expect(orderOf(orderId)).toMatchObject({ refundedFen: 5800 })
  })

  test('withdrawing against approving: one of the two happened', async () => {
    const { orderId } = await received()
    const afterSaleId = await asked(orderId, 'refundOnly')
    const [withdrawn, approved] = await Promise.all([
      shop.send('anna', 'care.withdrawAfterSale', { afterSaleId }),
      shop.send('clerk', 'console.approveAfterSale', { afterSaleId }),
    ])
    expect([withdrawn.ok, approved.ok].filter(Boolean)).toHaveLength(1)
    expect(shop.all('refunds')).toHaveLength(approved.ok ? 1 : 0)
  })

  test('a cancel against a request: one of the two happened', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
    const [cancelled, requested] = await Promise.all([
      shop.send('anna', 'order.cancel', { orderId, reason: 'changedMind' }),
      shop.send('anna', 'care.requestAfterSale', {
        orderId,
        kind: 'refundOnly',
        reason: 'changedMind',
        lines: linesOf(),
      }),
    ])
    expect([cancelled.ok, requested.ok].filter(Boolean)).toHaveLength(1)
    expect(orderOf(orderId).lines[0]!.refunded).toBe(cancelled.ok ? 2 : 0)
  })

  test('an order with an open case cannot be cancelled as a whole', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
    await asked(orderId, 'refundOnly')
    expect(await shop.refusal('anna', 'order.cancel', { orderId, reason: 'changedMind' })).toEqual({
      code: 'AFTER_SALE_OPEN',
    })
  })
})

describe('the deadlines', () => {
  test('silence of the shop is a yes', async () => {
    const { orderId } = await received()
    const money = await asked(orderId, 'refundOnly')
    const goods = await asked(orderId, 'returnRefund')
    shop.advance(48 * hourMs - 1)
    await shop.tick()
    expect([stateOf(money), stateOf(goods)]).toEqual(['requested', 'requested'])
    shop.advance(1)
    await shop.tick()
    expect([stateOf(money), stateOf(goods)]).toEqual(['refunded', 'returning'])
  })

  test('silence of the customer is a no, and the pieces are free', async () => {
    const { orderId } = await received()
    const afterSaleId = await asked(orderId)
    await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
    shop.advance(7 * dayMs)
    await shop.tick()
    expect(stateOf(afterSaleId)).toBe('closed')
    expect(orderOf(orderId).lines[0]!.asked).toBe(0)
  })

  test('goods that were sent back are paid for after ten days without a word', async () => {
    const { orderId } = await received()
    const afterSaleId = await asked(orderId)
    await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
    await shop.call('anna', 'care.sendBack', { afterSaleId, ...parcel })
    shop.advance(10 * dayMs)
    await Promise.all([shop.tick(), shop.tick()])
    expect(stateOf(afterSaleId)).toBe('refunded')
    expect(shop.all('refunds')).toHaveLength(1)
  })

  test('one case that cannot be moved does not keep the others from it', async () => {
    const { orderId } = await received()
    const broken = await asked(orderId, 'refundOnly')
    const sound = await asked(orderId, 'refundOnly')
    shop.put('aftersales', [{ ...caseOf(broken), orderId: 'gone' }])
    shop.advance(48 * hourMs)
    await shop.tick()
    expect(stateOf(sound)).toBe('refunded')
    expect(shop.errors.join()).toContain('"moveAfterSale:requested"')
  })

  test('are what the console counts', async () => {
    const { orderId } = await received()
    await asked(orderId, 'refundOnly')
    expect(await shop.call('service', 'console.countAfterSales', {})).toEqual({
      due: 1,
      returns: 0,
      appeals: 0,
      late: 0,
    })
    shop.advance(30 * hourMs)
    const counts = await shop.call('service', 'console.countAfterSales', {})
    expect(counts.late).toBe(1)
    const { cases } = await shop.call('service', 'console.listAfterSales', { tab: 'due' })
    expect(cases).toMatchObject([{ orderId, state: 'requested', customer: { name: '何女士' } }])
  })
})
