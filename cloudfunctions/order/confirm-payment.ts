import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { logError } from '../_kit/log'
import { PaymentUnavailable, confirmPayment as confirm } from '../_kit/orders/confirm-payment'
import { keepPayPace } from '../_kit/payment/pace'

export const confirmPayment: HandlerOf<'order.confirmPayment'> = async (
  { outTradeNo },
  { memberId, caller, now, requestId, fail },
) => {
  keepPayPace(memberId, now)
  const payment = await db.payments.get(outTradeNo)
  if (payment?.memberId !== memberId) return fail('ORDER_NOT_FOUND')
  try {
    const outcome = await confirm(payment, { envId: caller.envId, now })
    return { orderId: payment.orderId, outcome }
  } catch (error) {
    if (!(error instanceof PaymentUnavailable)) throw error
    logError('queryOrder', error.cause, { requestId, outTradeNo })
    return fail('PAYMENT_UNAVAILABLE')
  }
}
