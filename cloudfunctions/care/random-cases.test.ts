import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { afterSaleKinds, afterSaleReasons, isOpenAfterSale } from '../../shared/domain/after-sale'
import type { AfterSaleDocument } from '../_kit/documents/care'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../_kit/documents/order'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const parcel = { carrier: 'SF', trackingNumber: 'SF-7654321' } as const
const dayMs = 86_400_000
const answer = '好的'
const stock = 10

const caseSteps = [
  ['anna', 'care.withdrawAfterSale', {}],
  ['anna', 'care.sendBack', parcel],
  ['anna', 'care.appealAfterSale', { words: answer }],
  ['anna', 'care.confirmExchange', {}],
  ['clerk', 'console.approveAfterSale', { isStockBack: false }],
  ['manager', 'console.approveAfterSale', { isStockBack: true }],
  ['clerk', 'console.refuseAfterSale', { answer }],
  ['clerk', 'console.acceptReturn', { isStockBack: true }],
  ['clerk', 'console.sendExchange', parcel],
  ['owner', 'console.decideAfterSale', { decision: 'refund', answer }],
  ['owner', 'console.decideAfterSale', { decision: 'return', answer }],
  ['owner', 'console.decideAfterSale', { decision: 'close', answer }],
] as const

const step = fc.oneof(
  fc.record({
    what: fc.constant('ask' as const),
    kind: fc.constantFrom(...afterSaleKinds),
    reason: fc.constantFrom(...afterSaleReasons),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    what: fc.constant('case' as const),
    which: fc.nat(5),
    move: fc.constantFrom(...caseSteps),
    again: fc.constantFrom(...caseSteps),
  }),
  fc.record({
    what: fc.constantFrom('ship' as const, 'receive' as const, 'cancel' as const),
  }),
  fc.record({ what: fc.constant('wait' as const), days: fc.constantFrom(1, 3, 8) }),
)

test('whatever is asked, decided and left undone, money and pieces stay true', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(step, { minLength: 6, maxLength: 18 }),
      async (quantity, steps) => {
        const shop = new Shop()
        fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
        const { orderId, outTradeNo } = await shop.paidOrder('anna', 'spring-50', quantity)
        const cases = () => shop.all<AfterSaleDocument>('aftersales')
        for (const one of steps) {
          if (one.what === 'ask') {
            const { kind, reason } = one
            const lines = [{ lineIndex: 0, quantity: one.quantity }]
            await shop.send('anna', 'care.requestAfterSale', { orderId, kind, reason, lines })
          } else if (one.what === 'case') {
            const afterSaleId = cases()[one.which]?._id
            // Two people at once: whoever is second finds it changed.
            if (afterSaleId)
              await Promise.all(
                [one.move, one.again].map(([user, action, input]) =>
                  shop.send(user, action, { afterSaleId, ...input }),
                ),
              )
          } else if (one.what === 'ship')
            await shop.send('packer', 'console.ship', { orderId, ...parcel })
          else if (one.what === 'receive')
            await shop.send('anna', 'order.confirmReceipt', { orderId })
          else if (one.what === 'cancel')
            await shop.send('anna', 'order.cancel', { orderId, reason: 'other' })
          else if (one.what === 'wait') {
            shop.advance(one.days * dayMs)
            await shop.tick()
          }
          check(shop, orderId, outTradeNo)
        }
        expect(shop.errors).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

function check(shop: Shop, orderId: string, outTradeNo: string): void {
  const order = shop.one<OrderDocument>('orders', orderId)
  const [line] = order.lines
  const refunds = shop.all<RefundDocument>('refunds')
  const cases = shop.all<AfterSaleDocument>('aftersales')
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const piecesOf = (some: AfterSaleDocument[]) =>
    sum(some.flatMap(({ lines }) => lines.map(({ quantity }) => quantity)))

  // What went back is what the refunds say, and never more than was paid.
  expect(sum(refunds.map(({ refundFen }) => refundFen))).toBe(order.refundedFen)
  expect(order.refundedFen).toBeLessThanOrEqual(order.totalFen)
  const payment = shop.one<PaymentDocument>('payments', outTradeNo)
  expect(payment.refundedFen).toBe(sum(refunds.map(({ wechatFen }) => wechatFen)))
  expect(sum([...shop.pay.refunds.values()].map(({ refundFee }) => refundFee))).toBe(
    payment.refundedFen,
  )
  // No piece is spoken for twice, and none that has gone back.
  expect(line!.asked ?? 0).toBe(piecesOf(cases.filter(({ state }) => isOpenAfterSale(state))))
  expect(line!.refunded + (line!.asked ?? 0)).toBeLessThanOrEqual(line!.quantity)
  // Each case was paid back at most once.
  const paidCases = refunds.flatMap(({ afterSaleId }) => afterSaleId ?? [])
  expect(new Set(paidCases).size).toBe(paidCases.length)
  // Stock never grows beyond what there was.
  expect(shop.stockOf('spring-50')).toBeLessThanOrEqual(stock)
  expect(shop.stockOf('spring-50')).toBeGreaterThanOrEqual(0)
}
