/** What the books of one day's orders say; all in integer fen. */
export interface BookedOrder {
  id: string
  totalFen: number
  refundedFen: number
  means: { wechatFen: number; balanceFen: number; giftcards: readonly { fen: number }[] }
}

/** The payment an order names; absent when there is none. */
export interface BookedPayment {
  state: 'pending' | 'paid' | 'closed' | 'refunding' | 'refunded'
  totalFen: number
  refundedFen: number
}

/** One refund that was begun, settled or not. */
export interface BookedRefund {
  id: string
  refundFen: number
  wechatFen: number
  balanceFen: number
  giftcards: readonly { fen: number }[]
}

export interface MoneyByMeans {
  wechat: number
  balance: number
  giftcard: number
}

export type MoneyProblem =
  | 'orderWithoutPayment'
  | 'paymentAmount'
  | 'meansSum'
  | 'refundAboveOrder'
  | 'refundAbovePayment'
  | 'refundSum'
  | 'refundMeansSum'

export interface Difference {
  kind: MoneyProblem
  reference: string
  expectedFen: number
  foundFen: number
}

export const noMoney: MoneyByMeans = { wechat: 0, balance: 0, giftcard: 0 }

export const addMoney = (a: MoneyByMeans, b: MoneyByMeans): MoneyByMeans => ({
  wechat: a.wechat + b.wechat,
  balance: a.balance + b.balance,
  giftcard: a.giftcard + b.giftcard,
})

const sum = (parts: readonly { fen: number }[]): number =>
  parts.reduce((total, { fen }) => total + fen, 0)

const totalOf = ({ wechat, balance, giftcard }: MoneyByMeans): number => wechat + balance + giftcard

/** What came in, or went back, by means. */
const byMeans = (parts: {
  wechatFen: number
  balanceFen: number
  giftcards: readonly { fen: number }[]
}): MoneyByMeans => ({
  wechat: parts.wechatFen,
  balance: parts.balanceFen,
  giftcard: sum(parts.giftcards),
})

/**
 * Adds up paid orders and says where the books do not agree: the means are the total, the payment
 * is what WeChat Pay was to get, and refunds are what the order says went back, never more than
 * was paid.
 */
export function balanceOrders(
  entries: readonly {
    order: BookedOrder
    payment: BookedPayment | undefined
    refunds: readonly BookedRefund[]
  }[],
): { received: MoneyByMeans; differences: Difference[] } {
  let received = noMoney
  const differences: Difference[] = []
  for (const { order, payment, refunds } of entries) {
    const compare = (kind: MoneyProblem, expectedFen: number, foundFen: number) => {
      if (expectedFen !== foundFen)
        differences.push({ kind, reference: order.id, expectedFen, foundFen })
    }
    const atMost = (kind: MoneyProblem, mostFen: number, foundFen: number) => {
      if (foundFen > mostFen)
        differences.push({ kind, reference: order.id, expectedFen: mostFen, foundFen })
    }
    const means = byMeans(order.means)
    received = addMoney(received, means)
    compare('meansSum', order.totalFen, totalOf(means))
    const isPaid = payment !== undefined && !['pending', 'closed'].includes(payment.state)
    compare('orderWithoutPayment', order.totalFen, isPaid ? order.totalFen : 0)
    if (!payment) continue
    compare('paymentAmount', means.wechat, payment.totalFen)
    const back = refunds.reduce((total, { refundFen }) => total + refundFen, 0)
    const backAtWechat = refunds.reduce((total, { wechatFen }) => total + wechatFen, 0)
    compare('refundSum', order.refundedFen, back)
    compare('refundSum', payment.refundedFen, backAtWechat)
    atMost('refundAboveOrder', order.totalFen, back)
    atMost('refundAbovePayment', payment.totalFen, backAtWechat)
  }
  return { received, differences }
}

/**
 * Adds up money that came for prices that were changed meanwhile, all of which goes back, and says
 * for which payment no refund, or another one, was begun.
 */
export function balanceReturned(
  payments: readonly { id: string; refundedFen: number }[],
  refunds: readonly { outTradeNo: string; wechatFen: number }[],
): { received: MoneyByMeans; differences: Difference[] } {
  let received = noMoney
  const differences: Difference[] = []
  for (const { id, refundedFen } of payments) {
    received = addMoney(received, { ...noMoney, wechat: refundedFen })
    const back = refunds
      .filter(({ outTradeNo }) => outTradeNo === id)
      .reduce((total, { wechatFen }) => total + wechatFen, 0)
    if (back !== refundedFen)
      differences.push({
        kind: 'refundSum',
        reference: id,
        expectedFen: refundedFen,
        foundFen: back,
      })
  }
  return { received, differences }
}

/** Adds up refunds that were settled, and says which of them are not the sum of their parts. */
export function balanceRefunds(refunds: readonly BookedRefund[]): {
  refunded: MoneyByMeans
  differences: Difference[]
} {
  let refunded = noMoney
  const differences: Difference[] = []
  for (const refund of refunds) {
    const means = byMeans(refund)
    refunded = addMoney(refunded, means)
    if (totalOf(means) !== refund.refundFen)
      differences.push({
        kind: 'refundMeansSum',
        reference: refund.id,
        expectedFen: refund.refundFen,
        foundFen: totalOf(means),
      })
  }
  return { refunded, differences }
}
