import {
  balanceOrders,
  balanceRefunds,
  balanceReturned,
  noMoney,
} from '../../shared/domain/balance-day'
import type { BookedOrder, MoneyByMeans } from '../../shared/domain/balance-day'
import { dayMs, minuteMs } from '../_kit/clock'
import type { Page } from '../_kit/collection'
import { db } from '../_kit/db'
import type { AccountDocument, MoneyDifference, MoneyStage } from '../_kit/documents/ledger'
import type { OrderDocument, RefundDocument } from '../_kit/documents/order'
import {
  listRefundsOf,
  pageChangedAccounts,
  pageForgottenPayments,
  pagePaidOrders,
  pageRefundsInState,
  pageReturnedPayments,
  pageSettledRefunds,
} from '../_kit/repos/money'
import { pageEntries } from '../_kit/repos/accounts'
import type { Period } from '../_kit/repos/money'

/** What one batch of a stage adds to the day. */
export interface Finding {
  orders: number
  received: MoneyByMeans
  refunded: MoneyByMeans
  differences: MoneyDifference[]
  cursor?: string
}

interface Batch {
  period: Period
  now: number
  cursor: string | undefined
}

/** WeChat Pay gives money back within three working days. */
const refundPatienceMs = 7 * dayMs
/** The timer asks every few minutes. */
const paymentPatienceMs = 60 * minuteMs

const documents = 50
/** Each one brings all its entries. */
const accounts = 10
const entries = 1000

/** One batch of each stage; without a cursor in its finding the stage is done. */
export const moneyBatches: Record<MoneyStage, (batch: Batch) => Promise<Finding>> = {
  orders: async ({ period, cursor }) => {
    const page = await pagePaidOrders(period, documents, cursor)
    const { received, differences } = await balancePage(page.documents)
    return { ...nothing(page), orders: page.documents.length, received, differences }
  },
  returnedPayments: async ({ period, cursor }) => {
    const page = await pageReturnedPayments(period, documents, cursor)
    const { received, differences } = balanceReturned(
      page.documents.map(({ _id: id, refundedFen }) => ({ id, refundedFen })),
      await listRefundsOf([...new Set(page.documents.map(({ orderId }) => orderId))]),
    )
    return { ...nothing(page), received, differences }
  },
  refunds: async ({ period, cursor }) => {
    const page = await pageSettledRefunds(period, documents, cursor)
    const { refunded, differences } = balanceRefunds(
      page.documents.map((refund) => ({ ...refund, id: refund._id })),
    )
    return { ...nothing(page), refunded, differences }
  },
  openRefunds: async ({ now, cursor }) =>
    openRefunds(await pageRefundsInState('asked', now - refundPatienceMs, documents, cursor)),
  stuckRefunds: async ({ now, cursor }) =>
    openRefunds(await pageRefundsInState('stuck', now, documents, cursor)),
  openPayments: async ({ now, cursor }) => {
    const page = await pageForgottenPayments(now - paymentPatienceMs, documents, cursor)
    const differences = page.documents.map(({ _id, totalFen }) =>
      found('paymentOpen', _id, 0, totalFen),
    )
    return { ...nothing(page), differences }
  },
  accounts: async ({ period, cursor }) => {
    const page = await pageChangedAccounts(period.from, accounts, cursor)
    const differences: MoneyDifference[] = []
    for (const account of page.documents) {
      const sum = await sumOf(account)
      if (sum !== undefined && sum.entries !== sum.amount)
        differences.push(found('accountSum', account._id, sum.entries, sum.amount))
    }
    return { ...nothing(page), differences }
  },
}

const nothing = ({ cursor }: Page<unknown>): Finding => ({
  orders: 0,
  received: noMoney,
  refunded: noMoney,
  differences: [],
  ...(cursor === undefined ? {} : { cursor }),
})

const found = (
  kind: MoneyDifference['kind'],
  reference: string,
  expectedFen: number,
  foundFen: number,
): MoneyDifference => ({ kind, reference, expectedFen, foundFen })

const openRefunds = (page: Page<RefundDocument>): Finding => ({
  ...nothing(page),
  differences: page.documents.map(({ _id, refundFen }) => found('refundOpen', _id, refundFen, 0)),
})

async function balancePage(orders: readonly OrderDocument[]) {
  if (orders.length === 0) return balanceOrders([])
  const [payments, refunds] = await Promise.all([
    db.payments.getMany(orders.map(({ outTradeNo }) => outTradeNo)),
    listRefundsOf(orders.map(({ _id }) => _id)),
  ])
  return balanceOrders(
    orders.map((order) => ({
      order: toBooked(order),
      payment: payments.get(order.outTradeNo),
      refunds: refunds
        .filter((refund) => refund.outTradeNo === order.outTradeNo)
        .map((refund) => ({ ...refund, id: refund._id })),
    })),
  )
}

/** Of an order that was given up before its money came, only what came at WeChat Pay is its own. */
function toBooked({ _id: id, totalFen, refundedFen, means, timeline }: OrderDocument): BookedOrder {
  const isLate = timeline.some(({ event }) => event === 'returnLatePayment')
  if (!isLate) return { id, totalFen, refundedFen, means }
  const { wechatFen } = means
  return { id, totalFen: wechatFen, refundedFen, means: { ...means, balanceFen: 0, giftcards: [] } }
}

/**
 * What an account has and what its entries sum to, at one moment; undefined when it keeps changing
 * meanwhile, for then its next change brings it here again.
 */
async function sumOf(
  account: AccountDocument,
): Promise<{ amount: number; entries: number } | undefined> {
  let sum = 0
  let cursor: string | undefined
  do {
    const page = await pageEntries(account._id, entries, cursor)
    for (const { change } of page.documents) sum += change
    cursor = page.cursor
  } while (cursor !== undefined)
  if (sum === account.amount) return { amount: account.amount, entries: sum }
  const after = await db.accounts.get(account._id)
  return after?.amount === account.amount ? { amount: account.amount, entries: sum } : undefined
}
