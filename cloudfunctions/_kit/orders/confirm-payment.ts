import { decidePayment } from '../../../shared/domain/payment'
import type { PaymentDecision, PaymentFact } from '../../../shared/domain/payment'
import { shipByOf } from '../../../shared/domain/ship-by'
import { minuteMs } from '../clock'
import { companySettings } from '../company'
import type { OrderDocument, PaymentDocument } from '../documents/order'
import type { OutboxDocument } from '../documents/outbox'
import { newEntry } from '../outbox/entry'
import { runFresh } from '../outbox/run'
import type { Run } from '../outbox/run'
import { payments } from '../payment/payment'
import { transaction } from '../transaction'
import type { Transaction } from '../transaction'
import { applyEvent } from './apply-event'
import { paidFacts } from './message-facts'
import { startRefund } from './start-refund'
import { takeStock } from './stock'

export type PaymentOutcome = 'paid' | 'pending' | 'closed' | 'refunding'

/** How long the news that an order is paid is news. */
const paidNewsMs = 30 * minuteMs

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
  const attempt = (mayRevive: boolean) =>
    transaction(async (tx): Promise<Settlement> => {
      const order = await tx.orders.get(payment.orderId)
      if (!order) throw new Error(`payment ${payment._id} has no order`)
      const expected = { ...payment, outTradeNo: payment._id }
      const decision = decidePayment(fact, expected, order)
      return carryOut(tx, decision === 'revive' && !mayRevive ? 'returnMoney' : decision, {
        order,
        fact,
        at,
        hasTemplate,
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
  order: OrderDocument
  fact: PaymentFact
  at: number
  hasTemplate: boolean
}

async function carryOut(
  tx: Transaction,
  decision: PaymentDecision,
  confirmed: Confirmed,
): Promise<Settlement> {
  const { order, fact } = confirmed
  switch (decision) {
    case 'pay':
      return markPaid(tx, 'pay', confirmed, [])
    case 'revive': {
      const { shortage, turned } = await takeStock(tx, order.lines)
      if (shortage) throw new GoodsGone()
      return markPaid(tx, 'revive', confirmed, turned)
    }
    case 'returnMoney':
      return returnMoney(tx, confirmed)
    case 'settled': {
      const isReturned = order.state === 'refunding' || order.state === 'refunded'
      return { outcome: isReturned ? 'refunding' : 'paid', entries: [] }
    }
    case 'mismatch':
      console.error(
        JSON.stringify({
          event: 'paymentMismatch',
          outTradeNo: order.outTradeNo,
          expectedFen: order.totalFen,
          paidFen: fact.totalFen,
          isPayer: fact.payerId === order.memberId,
        }),
      )
      return { outcome: 'pending', entries: [] }
    case 'closed':
      return { outcome: 'closed', entries: [] }
    case 'wait':
      return { outcome: 'pending', entries: [] }
  }
}

async function markPaid(
  tx: Transaction,
  event: 'pay' | 'revive',
  { order, fact, at, hasTemplate }: Confirmed,
  turned: readonly string[],
): Promise<Settlement> {
  await applyEvent(tx, order, event, { at, by: 'system' }, { paidAt: at, dueAt: shipByOf(at) })
  await tx.payments.update(order.outTradeNo, {
    state: 'paid',
    transactionId: fact.transactionId!,
    paidAt: fact.paidAt ?? at,
  })
  const entries = turned.map((productId) =>
    newEntry({ kind: 'refreshOffer', productId }, order.memberId, at),
  )
  if (hasTemplate)
    entries.push(
      newEntry(
        {
          kind: 'message',
          message: 'orderPaid',
          orderId: order._id,
          facts: paidFacts(order, at),
          validUntil: at + paidNewsMs,
        },
        order.memberId,
        at,
      ),
    )
  if (entries.length > 0) await tx.outbox.insert(...entries)
  return { outcome: 'paid', entries }
}

async function returnMoney(tx: Transaction, { order, fact, at }: Confirmed): Promise<Settlement> {
  await applyEvent(tx, order, 'returnLatePayment', { at, by: 'system' }, { paidAt: at })
  await tx.payments.update(order.outTradeNo, {
    transactionId: fact.transactionId!,
    paidAt: fact.paidAt ?? at,
  })
  const entry = await startRefund(tx, order, 'returnLatePayment', at)
  await tx.outbox.insert(entry)
  return { outcome: 'refunding', entries: [entry] }
}
