import { randomBytes } from 'node:crypto'
import type { StateFile, StateTable } from '../state/state-file'
import { payTime } from './pay-order'
import type { PayOrder, PayRefund } from './pay-order'
import { PayParameterError, PayRefusal } from './pay-refusal'

interface OrderNumbers {
  readonly transactionId?: string
  readonly outTradeNo?: string
}

/** The orders and refunds of the merchant, by the merchant's own numbers. */
export interface PayLedger {
  readonly orders: StateTable<PayOrder>
  readonly refunds: StateTable<PayRefund>
  orderByPrepayId(prepayId: string): PayOrder | undefined
  orderByTransactionId(transactionId: string): PayOrder | undefined
  /** The order of that merchant by either number; refused when there is none. */
  orderNamed(numbers: OrderNumbers, subMchId: string): PayOrder
  refundsOf(outTradeNo: string): PayRefund[]
}

export function createPayLedger(state: StateFile): PayLedger {
  const orders = state.table<PayOrder>('pay-orders')
  const refunds = state.table<PayRefund>('pay-refunds')
  const find = (matches: (order: PayOrder) => boolean) => orders.values().find(matches)
  const orderByTransactionId = (transactionId: string) =>
    find((order) => order.transactionId === transactionId)
  return {
    orders,
    refunds,
    orderByTransactionId,
    orderByPrepayId: (prepayId) => find((order) => order.prepayId === prepayId),
    orderNamed({ transactionId, outTradeNo }, subMchId) {
      if (!transactionId && !outTradeNo) {
        throw new PayParameterError('缺少参数 out_trade_no 或 transaction_id')
      }
      const order = transactionId
        ? orderByTransactionId(transactionId)
        : orders.get(outTradeNo ?? '')
      if (order?.subMchId === subMchId) return order
      throw new PayRefusal('ORDERNOTEXIST', '订单不存在')
    },
    refundsOf: (outTradeNo) =>
      refunds.values().filter((refund) => refund.outTradeNo === outTradeNo),
  }
}

/** Number texts of the lengths that WeChat Pay uses. */
export const newPrepayId = (now: number) => `wx${payTime(now)}${randomBytes(9).toString('hex')}0000`
export const newTransactionId = (now: number) => `42000${payTime(now).slice(0, 8)}${digits(15)}`
export const newRefundId = (now: number) => `50300${payTime(now).slice(0, 8)}${digits(16)}`
export const newNonce = () => randomBytes(16).toString('hex')

function digits(count: number): string {
  return [...randomBytes(count)].map((byte) => byte % 10).join('')
}
