import type { Clock } from '../clock'
import { newPrepayId } from './pay-ledger'
import type { PayLedger } from './pay-ledger'
import type { PayOrder } from './pay-order'
import { PayRefusal } from './pay-refusal'

/** WeChat Pay closes an order at the earliest five minutes after it was made. */
const CLOSABLE_AFTER_MS = 5 * 60_000

type WantedOrder = Omit<
  PayOrder,
  'prepayId' | 'createdAt' | 'state' | 'transactionId' | 'paidBy' | 'paidAt'
>

/** WeChat Pay's rules on orders, whichever door they come through. */
export interface OrderBook {
  /** Opens an order; the same one asked for again is the same one, anything else is refused. */
  open(wanted: WantedOrder): PayOrder
  close(order: PayOrder): void
  /** What a query tells. */
  stateOf(order: PayOrder): PayOrder['state'] | 'REFUND'
}

export const STATE_TEXTS = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  CLOSED: '订单已关闭',
  PAYERROR: '支付失败',
  REFUND: '订单发生过退款',
} as const

export function createOrderBook(ledger: PayLedger, clock: Clock): OrderBook {
  return {
    open(wanted) {
      const present = ledger.orders.get(wanted.outTradeNo)
      if (present) return repeated(present, wanted)
      const now = clock.now()
      const order = {
        ...wanted,
        prepayId: newPrepayId(now),
        createdAt: now,
        state: 'NOTPAY',
      } as const
      ledger.orders.set(order.outTradeNo, order)
      return order
    },
    close(order) {
      if (order.state === 'SUCCESS') throw new PayRefusal('ORDERPAID', '订单已支付')
      if (order.state === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '订单已关闭')
      if (clock.now() - order.createdAt < CLOSABLE_AFTER_MS) {
        throw new PayRefusal('INVALID_REQUEST', '订单生成后不能马上关单，最短间隔为 5 分钟')
      }
      ledger.orders.set(order.outTradeNo, { ...order, state: 'CLOSED' })
    },
    stateOf: (order) => (ledger.refundsOf(order.outTradeNo).length > 0 ? 'REFUND' : order.state),
  }
}

function repeated(present: PayOrder, wanted: WantedOrder): PayOrder {
  if (present.state === 'SUCCESS') throw new PayRefusal('ORDERPAID', '商户订单已支付')
  if (present.state === 'CLOSED') throw new PayRefusal('ORDERCLOSED', '订单已关闭')
  const { totalFee, openid, expiresAt } = wanted
  if (
    present.totalFee !== totalFee ||
    present.openid !== openid ||
    present.expiresAt !== expiresAt
  ) {
    throw new PayRefusal('OUT_TRADE_NO_USED', '商户订单号重复')
  }
  return present
}
