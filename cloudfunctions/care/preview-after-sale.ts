import { checkWish, refundAmount } from '../../shared/domain/after-sale-wish'
import type { HandlerOf } from '../_kit/handler-of'
import { ownOrder } from '../_kit/orders/own-order'

export const previewAfterSale: HandlerOf<'care.previewAfterSale'> = async (
  { orderId, ...wish },
  { memberId, now, fail, must },
) => {
  const order = await ownOrder(orderId, memberId)
  if (!order) return fail('ORDER_NOT_FOUND')
  must(checkWish(order, wish, now))
  return refundAmount(order, wish)
}
