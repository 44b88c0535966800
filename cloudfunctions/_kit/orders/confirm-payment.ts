import { decidePayment } from '../../../shared/domain/payment'
import type { PaymentDecision, PaymentFact } from '../../../shared/domain/payment'
import type { Promotion } from '../../../shared/domain/promotion/promotion'
import { companySettings } from '../company'
import { logProblem } from '../log'
import type { OrderDocument, PaymentDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { retakeOffers } from '../loyalty/order-offers'
import { runningPromotions } from '../loyalty/running-promotions'
import { newEntry } from '../outbox/entry'
import { runFresh } from '../outbox/run'
import type { Run } from '../outbox/run'
import { payments } from '../payment/payment'
import { transaction } from '../transaction'
import type { Transaction } from '../transaction'
import { applyEvent } from './apply-event'
import { markPaid } from './mark-paid'
import type { Paid } from './mark-paid'
import { spend } from './spend'
import { startRefund } from './start-refund'
import { takeStock } from './stock'
import { isSuperseded, returnSuperseded } from './superseded-payment'

export type PaymentOutcome = 'paid' | 'pending' | 'closed' | 'refunding'

/** WeChat Pay does not answer; nothing is known and nothing was changed. */
export class PaymentUnavailable extends Error {
  override readonly name = 'PaymentUnavailable'
}

/** Leaves a transaction whose writes must not stay: the goods cannot be taken again. */
class GoodsGone extends Error {}

/**
 * Asks WeChat Pay what became of a payment and does what follows from it, once, whoever asks and
 * however often. Throws when WeChat Pay does not answer.
 */
export async function confirmPayment(payment: PaymentDocument, run: Run): Promise<PaymentOutcome> {
  const settled = outcomeOf(payment)
  if (settled) return settled
  const fact = await ask(payment._id)
  if (fact.state === 'closed') return 'closed'
  if (fact.state !== 'paid') {
    const isUnpaid = fact.state === 'unpaid' || fact.state === 'absent'
    return isUnpaid && payment.expiresAt <= run.now ? 'closed' : 'pending'
  }
  const { outcome, entries } = await settle(payment, fact, run.now)
  await runFresh(entries, run)
  return outcome
}

async function ask(outTradeNo: string): Promise<PaymentFact> {
  try {
    return await payments.query(outTradeNo)
  } catch (error) {
    throw new PaymentUnavailable(`queryOrder ${outTradeNo}`, { cause: error })
  }
}

function outcomeOf({ state }: PaymentDocument): PaymentOutcome | undefined {
  if (state === 'pending') return undefined
  // A closed one may still turn out to be paid; only a query knows.
  if (state === 'closed') return undefined
  return state === 'paid' ? 'paid' : 'refunding'
}

interface Settlement {
  outcome: PaymentOutcome
  entries: OutboxDocument[]
}

async function settle(
  payment: PaymentDocument,
  fact: PaymentFact,
  at: number,
): Promise<Settlement> {
  // Read before the transaction, so that nothing but the database is waited for inside.
  const hasTemplate = (await companySettings()).templates.orderPaid !== undefined
  const promotions = await runningPromotions(at)
  const attempt = (mayRevive: boolean) =>
    transaction(async (tx): Promise<Settlement> => {
      const order = await tx.orders.get(payment.orderId)
      if (!order) throw new Error(`payment ${payment._id} has no order`)
      if (isSuperseded(payment, order))
        return { outcome: 'refunding', entries: await returnSuperseded(tx, payment, fact, at) }
      const expected = { ...payment, outTradeNo: payment._id }
      const decision = decidePayment(fact, expected, order)
      return carryOut(tx, decision === 'revive' && !mayRevive ? 'returnMoney' : decision, {
        payment,
        order,
        fact,
        at,
        hasTemplate,
        promotions,
      })
    })
  try {
    return await attempt(true)
  } catch (error) {
    if (!(error instanceof GoodsGone)) throw error
    return attempt(false)
  }
}

interface Confirmed {
  payment: PaymentDocument
  order: OrderDocument
  fact: PaymentFact
  at: number
  hasTemplate: boolean
  promotions: readonly Promotion[]
}

async function carryOut(
  tx: Transaction,
  decision: PaymentDecision,
  confirmed: Confirmed,
): Promise<Settlement> {
  const { payment, order, fact } = confirmed
  switch (decision) {
    case 'pay':
      return markPaid(tx, order, 'pay', paidBy(confirmed))
    case 'revive':
      return revive(tx, confirmed)
    case 'returnMoney':
      return returnMoney(tx, confirmed)
    case 'settled': {
      const isReturned = order.state === 'refunding' || order.state === 'refunded'
      return { outcome: isReturned ? 'refunding' : 'paid', entries: [] }
    }
    case 'mismatch':
      logProblem('paymentMismatch', {
        outTradeNo: order.outTradeNo,
        expectedFen: payment.totalFen,
        paidFen: fact.totalFen,
        isPayer: fact.payerId === order.memberId,
      })
      return { outcome: 'pending', entries: [] }
    case 'closed':
      return { outcome: 'closed', entries: [] }
    case 'wait':
      return { outcome: 'pending', entries: [] }
  }
}

const paidBy = ({ fact, at, hasTemplate }: Confirmed): Paid => ({
  at,
  transactionId: fact.transactionId,
  paidAt: fact.paidAt,
  hasTemplate,
})

/** Takes everything again that the order had when it was given up. */
async function revive(tx: Transaction, confirmed: Confirmed): Promise<Settlement> {
  const { order, at, promotions } = confirmed
  if (order.groupId !== undefined) throw new GoodsGone()
  const { shortage, turned } = await takeStock(tx, order.lines)
  if (shortage) throw new GoodsGone()
  if (!(await retakeOffers(tx, order, promotions, at))) throw new GoodsGone()
  if (!(await spend(tx, order, at, 'again'))) throw new GoodsGone()
  const refreshes = turned.map((productId) =>
    newEntry({ kind: 'refreshOffer', productId }, order.memberId, at),
  )
  if (refreshes.length > 0) await tx.outbox.insert(...refreshes)
  const { outcome, entries } = await markPaid(tx, order, 'revive', paidBy(confirmed))
  return { outcome, entries: [...refreshes, ...entries] }
}

async function returnMoney(tx: Transaction, { order, fact, at }: Confirmed): Promise<Settlement> {
  await applyEvent(tx, order, 'returnLatePayment', { at, by: 'system' }, { paidAt: at })
  await tx.payments.update(order.outTradeNo, {
    transactionId: fact.transactionId!,
    paidAt: fact.paidAt ?? at,
  })
  const wish = { cause: 'returnLatePayment', what: 'rest', isStockBack: false } as const
  const { entries } = await startRefund(tx, order, wish, at)
  return { outcome: 'refunding', entries }
}
