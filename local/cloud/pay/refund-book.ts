import type { Clock, DueWork } from '../clock'
import { HttpError } from '../http/call'
import { newRefundId } from './pay-ledger'
import type { PayLedger } from './pay-ledger'
import type { PayNotifications } from './pay-notifications'
import type { PayOrder, PayRefund } from './pay-order'
import { PayRefusal } from './pay-refusal'

const MOST_REFUNDS = 50
const REFUNDABLE_MS = 365 * 24 * 3_600_000
/** How long the money is under way; until then a query says PROCESSING. */
const SETTLE_MS = 2_000

interface WantedRefund {
  readonly outRefundNo: string
  readonly totalFee: number
  readonly refundFee: number
  readonly functionName?: string
}

/** How a refund ends without the money: closed by WeChat Pay, or the payer's card takes nothing. */
export type RefundFailure = 'CLOSED' | 'ABNORMAL'

/** WeChat Pay's rules on refunds, whichever door they come through. */
export interface RefundBook {
  /** Takes a refund; the same one asked for again is the same one, anything else is refused. */
  ask(order: PayOrder, wanted: WantedRefund): PayRefund
  /** Ends a refund that is under way without the money having gone back. */
  fail(outRefundNo: string, state: RefundFailure): PayRefund
  readonly work: DueWork
}

export function createRefundBook(
  ledger: PayLedger,
  clock: Clock,
  notifications: PayNotifications,
): RefundBook {
  const underway = () =>
    ledger.refunds
      .values()
      .filter(({ state }) => state === 'PROCESSING')
      .sort((left, right) => left.settlesAt - right.settlesAt)

  return {
    ask(order, wanted) {
      const present = ledger.refunds.get(wanted.outRefundNo)
      if (present) return repeated(present, order, wanted)
      checkAllowed(ledger, order, wanted, clock.now())
      const refund: PayRefund = {
        ...wanted,
        outTradeNo: order.outTradeNo,
        refundId: newRefundId(clock.now()),
        state: 'PROCESSING',
        createdAt: clock.now(),
        settlesAt: clock.now() + SETTLE_MS,
      }
      ledger.refunds.set(refund.outRefundNo, refund)
      clock.rearm()
      return refund
    },
    fail(outRefundNo, state) {
      const refund = ledger.refunds.get(outRefundNo)
      if (refund?.state !== 'PROCESSING') {
        throw new HttpError(409, 'REFUND_NOT_UNDERWAY', `No refund '${outRefundNo}' is under way.`)
      }
      const failed = { ...refund, state }
      ledger.refunds.set(outRefundNo, failed)
      return failed
    },
    work: {
      nextDueAt: () => underway()[0]?.settlesAt,
      async runDue() {
        const [refund] = underway()
        if (!refund) return
        const settled: PayRefund = { ...refund, state: 'SUCCESS' }
        ledger.refunds.set(refund.outRefundNo, settled)
        const order = ledger.orders.get(refund.outTradeNo)
        if (order) await notifications.tellRefund(order, settled)
      },
    },
  }
}

function repeated(present: PayRefund, order: PayOrder, wanted: WantedRefund): PayRefund {
  const same =
    present.outTradeNo === order.outTradeNo &&
    present.totalFee === wanted.totalFee &&
    present.refundFee === wanted.refundFee
  if (same) return present
  throw new PayRefusal('REFUND_FEE_MISMATCH', '订单金额或退款金额与之前请求不一致，请核实后再试')
}

function checkAllowed(
  ledger: PayLedger,
  order: PayOrder,
  { totalFee, refundFee }: WantedRefund,
  now: number,
): void {
  if (order.state !== 'SUCCESS') throw new PayRefusal('ORDER_NOT_READY', '订单未支付，不能退款')
  if (totalFee !== order.totalFee) throw new PayRefusal('REFUND_FEE_MISMATCH', '订单金额不一致')
  if (now - (order.paidAt ?? 0) > REFUNDABLE_MS) {
    throw new PayRefusal('TRADE_OVERDUE', '订单已经超过可退款的最大期限')
  }
  const earlier = ledger.refundsOf(order.outTradeNo)
  if (earlier.length >= MOST_REFUNDS) {
    throw new PayRefusal('INVALID_REQUEST', `一笔订单最多退款 ${MOST_REFUNDS} 次`)
  }
  const refunded = earlier
    .filter(({ state }) => state !== 'CLOSED')
    .reduce((sum, refund) => sum + refund.refundFee, 0)
  if (refunded + refundFee > order.totalFee) {
    throw new PayRefusal('INVALID_REQUEST', '累计退款金额大于支付金额')
  }
}
