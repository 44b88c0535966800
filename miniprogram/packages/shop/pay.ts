import type { ErrorCode } from '../../../shared/contract'
import { call } from '../../lib/call'

/** What became of paying: `waiting` leaves the order as it is, to be paid later. */
export type Paying =
  | { outcome: 'paid' | 'pending' | 'closed' | 'refunding'; orderId: string }
  | { outcome: 'waiting'; reason: 'cancelled' | 'failed' }
  | { outcome: 'refused'; error: { code: ErrorCode }; requestId: string }

/** Opens WeChat's cashier and then asks the server what became of it; the server alone knows. */
export async function pay(outTradeNo: string): Promise<Paying> {
  const opened = await call('order.pay', { outTradeNo })
  if (!opened.ok) {
    if (opened.error.code === 'ORDER_ALREADY_PAID') {
      return { outcome: 'paid', orderId: opened.error.detail.orderId }
    }
    return { outcome: 'refused', error: opened.error, requestId: opened.requestId }
  }
  try {
    await wx.requestPayment(opened.data.payment)
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return { outcome: 'waiting', reason: errMsg.endsWith('cancel') ? 'cancelled' : 'failed' }
  }
  return confirm(outTradeNo)
}

/** Asks what became of a payment. Not knowing is `pending`, never a failure. */
export async function confirm(outTradeNo: string): Promise<Paying> {
  const result = await call('order.confirmPayment', { outTradeNo })
  if (result.ok) return result.data
  if (result.error.code === 'ORDER_NOT_FOUND') {
    return { outcome: 'refused', error: result.error, requestId: result.requestId }
  }
  return { outcome: 'pending', orderId: '' }
}
