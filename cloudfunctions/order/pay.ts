import { isHeld } from '../../shared/domain/hold'
import { db } from '../_kit/db'
import type { PaymentDocument } from '../_kit/documents/order'
import type { HandlerOf } from '../_kit/handler-of'
import { logError } from '../_kit/log'
import { PaymentUnavailable, confirmPayment } from '../_kit/orders/confirm-payment'
import type { Run } from '../_kit/outbox/run'
import { keepPayPace } from '../_kit/payment/pace'
import { payments } from '../_kit/payment/payment'
import { PaymentRefused } from '../_kit/payment/port'

export const pay: HandlerOf<'order.pay'> = async (
  { outTradeNo },
  { memberId, caller, now, requestId, fail },
) => {
  keepPayPace(memberId, now)
  const payment = await db.payments.get(outTradeNo)
  if (payment?.memberId !== memberId) return fail('ORDER_NOT_FOUND')
  const { state, totalFen, description, expiresAt, orderId } = payment
  if (state === 'closed') return fail('ORDER_EXPIRED')
  if (state !== 'pending') return fail('ORDER_ALREADY_PAID', { orderId })
  if (!isHeld(payment, now)) return fail('ORDER_EXPIRED')
  const { clientIp, envId } = caller
  try {
    const parameters = await payments.create({
      outTradeNo,
      totalFen,
      payerId: memberId,
      description,
      expiresAt,
      clientIp,
      envId,
    })
    return { payment: parameters, totalFen, expiresAt }
  } catch (error) {
    // What is paid already is refused; its callback may still be on the way.
    if (error instanceof PaymentRefused && (await isPaid(payment, { envId, now })))
      return fail('ORDER_ALREADY_PAID', { orderId })
    logError('unifiedOrder', error, { requestId, outTradeNo })
    return fail('PAYMENT_UNAVAILABLE')
  }
}

async function isPaid(payment: PaymentDocument, run: Run): Promise<boolean> {
  try {
    return (await confirmPayment(payment, run)) === 'paid'
  } catch (error) {
    if (!(error instanceof PaymentUnavailable)) throw error
    logError('queryAfterRefusal', error.cause, { outTradeNo: payment._id })
    return false
  }
}
