import type { Clock } from '../clock'
import type { EventHub } from '../events'
import { HttpError } from '../http/call'
import type { Users } from '../users'
import { newTransactionId } from './pay-ledger'
import type { PayLedger } from './pay-ledger'
import type { Forgery } from './forgery'
import type { PayNotifications } from './pay-notifications'
import type { PayOrder } from './pay-order'

/** What the person at the cashier does, and what goes wrong on the way of the notification. */
export interface CashierPlay {
  /** `paid` when left out; after `cancel` and `fail` the order can still be paid. */
  readonly outcome: 'paid' | 'cancel' | 'fail'
  /** The user who pays; the one the order was made for when left out. */
  readonly payer?: string
  /** False: the notification is lost for good. */
  readonly deliverCallback: boolean
  readonly callbackDelayMs: number
  /** How often the same notification comes, one after the other. */
  readonly callbackTimes: number
  /** What the notification claims; what was really paid stays as it is. */
  readonly forgery: Forgery
}

interface CashierResult {
  readonly outTradeNo: string
  readonly state: PayOrder['state']
  readonly transactionId?: string
  /** For each notification that was delivered: whether the function acknowledged it. */
  readonly acknowledged: readonly boolean[]
}

export interface Cashier {
  /** Resolves when the notifications without a delay have been delivered. */
  play(outTradeNo: string, play: CashierPlay): Promise<CashierResult>
  /** Sends the notification of an order again, or a forged one for an order that is not paid. */
  notify(outTradeNo: string, play: Omit<CashierPlay, 'outcome' | 'payer'>): Promise<CashierResult>
}

/** A prepay ID opens the cashier for two hours. */
const PREPAY_LIFE_MS = 2 * 3_600_000
/** A time to pay that would end earlier is put off by WeChat Pay. */
const SHORTEST_LIFE_MS = 60_000

export function createCashier(
  ledger: PayLedger,
  clock: Clock,
  users: Users,
  events: EventHub,
  notifications: PayNotifications,
): Cashier {
  const orderOf = (outTradeNo: string) => {
    const order = ledger.orders.get(outTradeNo)
    if (order) return order
    throw new HttpError(404, 'ORDERNOTEXIST', `There is no order '${outTradeNo}' at the cashier.`)
  }

  const tell = (order: PayOrder, state: string) => {
    const user = users.byOpenid(order.openid)?.name ?? ''
    events.emit('pay', { user, outTradeNo: order.outTradeNo, state })
  }

  const send = async (order: PayOrder, play: Omit<CashierPlay, 'outcome' | 'payer'>) => {
    if (!play.deliverCallback) return []
    const { callbackDelayMs: delay, forgery } = play
    const acknowledged: boolean[] = []
    for (let time = 0; time < play.callbackTimes; time += 1) {
      if (delay > 0) notifications.tellPaidLater(order, forgery, delay)
      else acknowledged.push(await notifications.tellPaid(order, forgery))
    }
    return acknowledged
  }

  const resultOf = (order: PayOrder, acknowledged: readonly boolean[]): CashierResult => ({
    outTradeNo: order.outTradeNo,
    state: order.state,
    transactionId: order.transactionId,
    acknowledged,
  })

  return {
    async play(outTradeNo, play) {
      const order = orderOf(outTradeNo)
      checkOpen(order, clock.now())
      if (play.outcome !== 'paid') {
        tell(order, play.outcome)
        return resultOf(order, [])
      }
      const paid: PayOrder = {
        ...order,
        state: 'SUCCESS',
        paidBy: play.payer === undefined ? order.openid : users.visit(play.payer).openid,
        paidAt: clock.now(),
        transactionId: newTransactionId(clock.now()),
      }
      ledger.orders.set(outTradeNo, paid)
      tell(paid, 'paid')
      return resultOf(paid, await send(paid, play))
    },
    async notify(outTradeNo, play) {
      const order = orderOf(outTradeNo)
      return resultOf(order, await send(order, play))
    },
  }
}

function checkOpen(order: PayOrder, now: number): void {
  if (order.state === 'SUCCESS') {
    throw new HttpError(409, 'ORDERPAID', 'The order is paid already.')
  }
  if (order.state === 'CLOSED') throw new HttpError(409, 'ORDERCLOSED', 'The order is closed.')
  if (now - order.createdAt > PREPAY_LIFE_MS) {
    throw new HttpError(409, 'PREPAY_EXPIRED', 'The prepay ID is over two hours old.')
  }
  const end = order.expiresAt ?? Infinity
  if (now < Math.max(end, order.createdAt + SHORTEST_LIFE_MS)) return
  throw new HttpError(409, 'ORDER_EXPIRED', 'The time to pay that the merchant gave is over.')
}
