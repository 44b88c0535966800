import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { orderStates } from './order-state'
import { decidePayment } from './payment'
import type { PaidOrder, PaymentFact } from './payment'

const expected = { outTradeNo: 'Y1', memberId: 'anna', totalFen: 7000 }
const paid: PaymentFact = {
  outTradeNo: 'Y1',
  state: 'paid',
  transactionId: 'T1',
  payerId: 'anna',
  totalFen: 7000,
  paidAt: 1,
}
const pending: PaidOrder = { state: 'pendingPayment' }
const expired: PaidOrder = { state: 'cancelled', cancelledBy: 'system' }
const givenUp: PaidOrder = { state: 'cancelled', cancelledBy: 'member' }

test.each<[string, Partial<PaymentFact>, PaidOrder, string]>([
  ['paid as asked', {}, pending, 'pay'],
  ['paid after the time ran out', {}, expired, 'revive'],
  ['paid after the customer gave up', {}, givenUp, 'returnMoney'],
  ['one fen less', { totalFen: 6999 }, pending, 'mismatch'],
  ['one fen more', { totalFen: 7001 }, pending, 'mismatch'],
  ['no amount', { totalFen: undefined }, pending, 'mismatch'],
  ['somebody else paid', { payerId: 'bert' }, pending, 'mismatch'],
  ['nobody paid', { payerId: undefined }, pending, 'mismatch'],
  ['another payment', { outTradeNo: 'Y2' }, pending, 'mismatch'],
  ['no transaction', { transactionId: '' }, pending, 'mismatch'],
  ['forged and late', { totalFen: 1 }, expired, 'mismatch'],
  ['not paid', { state: 'unpaid' }, pending, 'wait'],
  ['not known', { state: 'unknown' }, pending, 'wait'],
  ['never opened', { state: 'absent' }, pending, 'wait'],
  ['refunded at WeChat', { state: 'refunded' }, pending, 'wait'],
  ['closed', { state: 'closed' }, pending, 'closed'],
  ['told again', {}, { state: 'paid' }, 'settled'],
  ['told after shipping', {}, { state: 'shipped' }, 'settled'],
  ['told while refunding', {}, { state: 'refunding' }, 'settled'],
])('%s', (_what, change, order, decision) => {
  expect(decidePayment({ ...paid, ...change }, expected, order)).toBe(decision)
})

test('nothing but exactly what was asked is ever taken for a payment', () => {
  fc.assert(
    fc.property(
      fc.record({
        outTradeNo: fc.constantFrom('Y1', 'Y2'),
        state: fc.constantFrom('paid', 'unpaid', 'closed', 'refunded', 'unknown'),
        transactionId: fc.constantFrom('T1', '', undefined),
        payerId: fc.constantFrom('anna', 'bert', undefined),
        totalFen: fc.constantFrom(7000, 1, -7000, NaN, undefined),
      }),
      fc.constantFrom(...orderStates),
      (fact, state) => {
        const decision = decidePayment(fact as PaymentFact, expected, { state })
        if (decision === 'pay' || decision === 'revive' || decision === 'returnMoney')
          expect(fact).toMatchObject({
            outTradeNo: 'Y1',
            state: 'paid',
            payerId: 'anna',
            totalFen: 7000,
          })
      },
    ),
  )
})
