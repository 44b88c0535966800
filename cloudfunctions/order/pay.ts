import { isHeld } from '../../shared/domain/hold'
import { db } from '../_kit/db'
import type { HandlerOf } from '../_kit/handler-of'
import { logError } from '../_kit/log'
import { payments } from '../_kit/payment/payment'

export const pay: HandlerOf<'order.pay'> = async (
  { outTradeNo },
  { memberId, caller, now, requestId, fail },
) => {
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
      description,
      clientIp,
      envId,
    })
    return { payment: parameters, totalFen, expiresAt }
  } catch (error) {
    logError('unifiedOrder', error, { requestId, outTradeNo })
    return fail('PAYMENT_UNAVAILABLE')
  }
}
