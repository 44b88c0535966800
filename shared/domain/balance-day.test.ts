import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addMoney, balanceOrders, balanceRefunds } from './balance-day'
import type { BookedOrder, BookedPayment, BookedRefund, noMoney } from './balance-day'
import { refundMeans } from './refund'

const fen = fc.nat(100_000)

/** Books that are right: an order, its payment, and some of it given back. */
const rightBooks = fc
  .record({
    id: fc.uuid(),
    wechatFen: fen,
    balanceFen: fen,
    cards: fc.array(fen, { maxLength: 3 }),
    parts: fc.array(fen, { maxLength: 4 }),
  })
  .map(({ id, wechatFen, balanceFen, cards, parts }) => {
    const giftcards = cards.map((one, index) => ({ cardId: `c${index}`, fen: one }))
    const means = { wechatFen, balanceFen, giftcards }
    const totalFen = cards.reduce((sum, one) => sum + one, wechatFen + balanceFen)
    let refundedFen = 0
    const refunds: BookedRefund[] = []
    for (const wish of parts) {
      const refundFen = Math.min(wish, totalFen - refundedFen)
      refunds.push({
        id: `${id}-${refunds.length}`,
        refundFen,
        ...refundMeans(means, refundedFen, refundFen)!,
      })
      refundedFen += refundFen
    }
    const order: BookedOrder = { id, totalFen, refundedFen, means }
    const back = refunds.reduce((sum, refund) => sum + refund.wechatFen, 0)
    const payment: BookedPayment = { state: 'paid', totalFen: wechatFen, refundedFen: back }
    return { order, payment, refunds }
  })
const total = ({ wechat, balance, giftcard }: typeof noMoney) => wechat + balance + giftcard

test('money in is what the paid orders cost, money back what the refunds say', () => {
  fc.assert(
    fc.property(fc.array(rightBooks, { maxLength: 10 }), (books) => {
      const { received, differences } = balanceOrders(books)
      expect(differences).toEqual([])
      expect(total(received)).toBe(books.reduce((sum, { order }) => sum + order.totalFen, 0))
      const { refunded, ...rest } = balanceRefunds(books.flatMap(({ refunds }) => refunds))
      expect(rest.differences).toEqual([])
      expect(total(refunded)).toBe(books.reduce((sum, { order }) => sum + order.refundedFen, 0))
      expect(total(refunded)).toBeLessThanOrEqual(total(received))
    }),
  )
})

test('batches sum to the same as all at once', () => {
  fc.assert(
    fc.property(fc.array(rightBooks), fc.nat(10), (books, at) => {
      const parts = [books.slice(0, at), books.slice(at)].map(
        (part) => balanceOrders(part).received,
      )
      expect(addMoney(parts[0]!, parts[1]!)).toEqual(balanceOrders(books).received)
    }),
  )
})

const order: BookedOrder = {
  id: 'o',
  totalFen: 100,
  refundedFen: 30,
  means: { wechatFen: 80, balanceFen: 20, giftcards: [] },
}
const payment: BookedPayment = { state: 'paid', totalFen: 80, refundedFen: 30 }
const refund: BookedRefund = {
  id: 'r',
  refundFen: 30,
  wechatFen: 30,
  balanceFen: 0,
  giftcards: [],
}

test.each([
  ['orderWithoutPayment', { payment: undefined }, 100, 0],
  ['orderWithoutPayment', { payment: { ...payment, state: 'pending' as const } }, 100, 0],
  ['paymentAmount', { payment: { ...payment, totalFen: 79 } }, 80, 79],
  ['meansSum', { order: { ...order, totalFen: 101 } }, 101, 100],
  ['refundSum', { order: { ...order, refundedFen: 29 } }, 29, 30],
  ['refundSum', { payment: { ...payment, refundedFen: 31 } }, 31, 30],
])('%s is found', (kind, change, expectedFen, foundFen) => {
  const { differences } = balanceOrders([{ order, payment, refunds: [refund], ...change }])
  expect(differences).toEqual([{ kind, reference: 'o', expectedFen, foundFen }])
})

test('refunds above what was paid are found, by the order and by the payment', () => {
  const much = { ...refund, refundFen: 101, wechatFen: 81, balanceFen: 20 }
  const { differences } = balanceOrders([{ order, payment, refunds: [much] }])
  expect(differences).toContainEqual({
    kind: 'refundAboveOrder',
    reference: 'o',
    expectedFen: 100,
    foundFen: 101,
  })
  expect(differences).toContainEqual({
    kind: 'refundAbovePayment',
    reference: 'o',
    expectedFen: 80,
    foundFen: 81,
  })
})

test('a refund that is not the sum of its parts is found', () => {
  expect(balanceRefunds([{ ...refund, wechatFen: 29 }]).differences).toEqual([
    { kind: 'refundMeansSum', reference: 'r', expectedFen: 30, foundFen: 29 },
  ])
})
