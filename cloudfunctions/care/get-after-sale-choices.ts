import type { AskableLineView } from '../../shared/contract/care'
import { askUntil, askableQuantity, kindsOf } from '../../shared/domain/after-sale-wish'
import { inLanguage } from '../../shared/domain/localized'
import type { HandlerOf } from '../_kit/handler-of'
import { ownOrder } from '../_kit/orders/own-order'

export const getAfterSaleChoices: HandlerOf<'care.getAfterSaleChoices'> = async (
  { orderId },
  { memberId, language, now, fail },
) => {
  const order = await ownOrder(orderId, memberId)
  if (!order) return fail('ORDER_NOT_FOUND')
  const noReasonAt = askUntil(order, 'changedMind')
  const faultAt = askUntil(order, 'quality')
  const isOver = faultAt !== undefined && now > faultAt
  const lines = order.lines.map((line, lineIndex): AskableLineView => {
    const kinds = isOver ? [] : kindsOf(order, line)
    return {
      lineIndex,
      skuId: line.skuId,
      productId: line.productId,
      name: inLanguage(line.name, language),
      options: inLanguage(line.optionWords, language),
      picture: line.picture,
      quantity: line.quantity,
      available: kinds.length === 0 ? 0 : askableQuantity(line),
      kinds,
      isGift: line.isGift ?? false,
    }
  })
  return {
    orderNumber: order.number,
    lines,
    ...(noReasonAt === undefined || faultAt === undefined
      ? {}
      : { until: { noReasonAt, faultAt } }),
  }
}
