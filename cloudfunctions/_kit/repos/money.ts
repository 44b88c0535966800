import { command } from '../cloud'
import type { Page } from '../collection'
import { db } from '../db'
import type { AccountDocument } from '../documents/ledger'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../documents/order'

/** From and before, in epoch ms. */
export interface Period {
  from: number
  to: number
}

const within = ({ from, to }: Period) => command.gte(from).and(command.lt(to))

/** Orders that were paid in a period. */
export const pagePaidOrders = (
  period: Period,
  limit: number,
  cursor: string | undefined,
): Promise<Page<OrderDocument>> =>
  db.orders.page(
    {
      index: 'paid',
      where: { paidAt: within(period) },
      order: [
        ['paidAt', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )

/** Payments whose money nobody wanted any more, found in a period. */
export const pageReturnedPayments = (
  period: Period,
  limit: number,
  cursor: string | undefined,
): Promise<Page<PaymentDocument>> =>
  db.payments.page(
    {
      index: 'returned',
      where: { returnedAt: within(period) },
      order: [
        ['returnedAt', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )

/** Refunds whose money was back in a period. */
export const pageSettledRefunds = (
  period: Period,
  limit: number,
  cursor: string | undefined,
): Promise<Page<RefundDocument>> =>
  db.refunds.page(
    {
      index: 'refunded',
      where: { refundedAt: within(period) },
      order: [
        ['refundedAt', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )

/** Refunds in a state that were begun before an instant. */
export const pageRefundsInState = (
  state: RefundDocument['state'],
  before: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<RefundDocument>> =>
  db.refunds.page(
    {
      index: 'stateCreated',
      where: { state, createdAt: command.lt(before) },
      order: [
        ['createdAt', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )

/** Pending payments that should have been asked about before an instant. */
export const pageForgottenPayments = (
  before: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<PaymentDocument>> =>
  db.payments.page(
    {
      index: 'stateCheck',
      where: { state: 'pending', checkAt: command.lt(before) },
      order: [
        ['checkAt', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )

/** All refunds of these orders. */
export const listRefundsOf = (orderIds: readonly string[]): Promise<RefundDocument[]> =>
  db.refunds.find({ index: 'order', where: { orderId: command.in(orderIds) }, limit: 1000 })

/** Accounts that changed since an instant. */
export const pageChangedAccounts = (
  since: number,
  limit: number,
  cursor: string | undefined,
): Promise<Page<AccountDocument>> =>
  db.accounts.page(
    {
      index: 'updated',
      where: { updatedAt: command.gte(since) },
      order: [
        ['updatedAt', 1],
        ['_id', 1],
      ],
      limit,
    },
    cursor,
  )
