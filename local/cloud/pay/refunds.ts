import type { Clock, DueWork } from '../clock'
import type { Functions } from '../functions/functions'
import { camelCased } from './camel-case'
import { callbackOf, identityFields, merchantIdOf } from './merchant'
import type { Merchant, PayApi, PayRequest } from './merchant'
import type { PayCallbacks } from './pay-callbacks'
import { newRefundId } from './pay-ledger'
import type { PayLedger } from './pay-ledger'
import type { PayOrder, PayRefund } from './pay-order'
import { optionalText, requiredFee, requiredText } from './pay-parameters'
import { PayRefusal } from './pay-refusal'

const MOST_REFUNDS = 50
const REFUNDABLE_MS = 365 * 24 * 3_600_000
/** How long the money is under way; until then a query says PROCESSING. */
const SETTLE_MS = 2_000

export interface Refunds {
  readonly apis: Record<'refund' | 'queryRefund', PayApi>
  readonly work: DueWork
}

export function createRefunds(
  ledger: PayLedger,
  merchant: Merchant,
  clock: Clock,
  functions: Functions,
  callbacks: PayCallbacks,
): Refunds {
  const underway = () =>
    ledger.refunds
      .values()
      .filter(({ state }) => state === 'PROCESSING')
      .sort((left, right) => left.settlesAt - right.settlesAt)

  const settle = async (refund: PayRefund) => {
    ledger.refunds.set(refund.outRefundNo, { ...refund, state: 'SUCCESS' })
    const order = ledger.orders.get(refund.outTradeNo)
    if (!refund.functionName || !order) return
    const event = camelCased({
      ...identityFields(merchant),
      ...orderFields(order),
      ...refundFields({ ...refund, state: 'SUCCESS' }, ''),
    })
    await callbacks.send(refund.functionName, event)
  }

  return {
    apis: {
      refund(given) {
        const order = ledger.orderOf(given, merchantIdOf(given, merchant))
        const outRefundNo = requiredText(given, 'out_refund_no')
        const totalFee = requiredFee(given, 'total_fee')
        const refundFee = requiredFee(given, 'refund_fee')
        optionalText(given, 'refund_desc')
        const functionName =
          given['function_name'] === undefined ? undefined : callbackOf(given, merchant, functions)
        const present = ledger.refunds.get(outRefundNo)
        if (present) checkSame(present, order, totalFee, refundFee)
        else checkAllowed(ledger, order, totalFee, refundFee, clock.now())
        const refund: PayRefund = present ?? {
          outRefundNo,
          outTradeNo: order.outTradeNo,
          refundId: newRefundId(clock.now()),
          totalFee,
          refundFee,
          state: 'PROCESSING',
          createdAt: clock.now(),
          settlesAt: clock.now() + SETTLE_MS,
          functionName,
        }
        if (!present) {
          ledger.refunds.set(outRefundNo, refund)
          clock.rearm()
        }
        return {
          ...orderFields(order),
          out_refund_no: outRefundNo,
          refund_id: refund.refundId,
          refund_fee: refund.refundFee,
          cash_refund_fee: refund.refundFee,
        }
      },
      queryRefund(given) {
        const found = findRefunds(given, ledger, merchant)
        const order = ledger.orders.get(found[0]!.outTradeNo)!
        return Object.assign(
          { ...orderFields(order), refund_count: found.length, total_refund_count: found.length },
          ...found.map((refund, index) => refundFields(refund, `_${index}`)),
        ) as object
      },
    },
    work: {
      nextDueAt: () => underway()[0]?.settlesAt,
      async runDue() {
        const [first] = underway()
        if (first) await settle(first)
      },
    },
  }
}

function orderFields(order: PayOrder): object {
  return {
    transaction_id: order.transactionId,
    out_trade_no: order.outTradeNo,
    total_fee: order.totalFee,
    cash_fee: order.totalFee,
  }
}

function refundFields(refund: PayRefund, suffix: string): object {
  const fields = {
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_fee: refund.refundFee,
    settlement_refund_fee: refund.refundFee,
    refund_status: refund.state,
    refund_channel: 'ORIGINAL',
    refund_account: 'REFUND_SOURCE_UNSETTLED_FUNDS',
    refund_recv_accout: '支付用户零钱',
    ...(refund.state === 'SUCCESS' && {
      refund_success_time: chinaTime(refund.settlesAt),
    }),
  }
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key + suffix, value]))
}

/** The refunds that a query names; WeChat looks at the most exact number that is given. */
function findRefunds(given: PayRequest, ledger: PayLedger, merchant: Merchant): PayRefund[] {
  const subMchId = merchantIdOf(given, merchant)
  const refundId = optionalText(given, 'refund_id')
  const outRefundNo = optionalText(given, 'out_refund_no')
  const named = (refund: PayRefund) =>
    refundId ? refund.refundId === refundId : refund.outRefundNo === outRefundNo
  const found =
    refundId || outRefundNo
      ? ledger.refunds.values().filter(named)
      : ledger.refundsOf(ledger.orderOf(given, subMchId).outTradeNo)
  if (found.length === 0) throw new PayRefusal('REFUNDNOTEXIST', '退款订单查询失败')
  return found
}

/** The same refund asked for again is the same refund; with other numbers it is refused. */
function checkSame(present: PayRefund, order: PayOrder, totalFee: number, refundFee: number): void {
  const same =
    present.outTradeNo === order.outTradeNo &&
    present.totalFee === totalFee &&
    present.refundFee === refundFee
  if (same) return
  throw new PayRefusal('REFUND_FEE_MISMATCH', '订单金额或退款金额与之前请求不一致，请核实后再试')
}

function checkAllowed(
  ledger: PayLedger,
  order: PayOrder,
  totalFee: number,
  refundFee: number,
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
  const refunded = earlier.reduce((sum, refund) => sum + refund.refundFee, 0)
  if (refunded + refundFee > order.totalFee) {
    throw new PayRefusal('INVALID_REQUEST', '累计退款金额大于支付金额')
  }
}

function chinaTime(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}
