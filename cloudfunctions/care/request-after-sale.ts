import type { CareLine } from '../../shared/contract/care'
import { afterSaleDueAt } from '../../shared/domain/after-sale'
import { checkWish, refundAmount, withAsked } from '../../shared/domain/after-sale-wish'
import { mostRefunds } from '../../shared/domain/refund'
import type { AfterSaleDocument, AfterSaleLine } from '../_kit/documents/care'
import type { OrderDocument } from '../_kit/documents/order'
import type { HandlerOf } from '../_kit/handler-of'
import { newId, newOrderNumber } from '../_kit/ids'

/** Each may end in a refund, and one more is kept for all that is left. */
const mostCases = mostRefunds - 1

export const requestAfterSale: HandlerOf<'care.requestAfterSale'> = (
  { orderId, kind, reason, lines, description, pictures },
  { memberId, now, fail, must, transaction },
) => {
  const id = newId(now)
  const number = newOrderNumber(now).replace('Y', 'S')
  return transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (order?.memberId !== memberId) return fail('ORDER_NOT_FOUND')
    // The order counts the pieces that are asked for: who comes second finds them spoken for.
    must(checkWish(order, { kind, reason, lines }, now))
    const { caseCount = 0 } = order
    if (caseCount >= mostCases) fail('AFTER_SALE_LIMIT')
    await tx.orders.update(orderId, {
      lines: withAsked(order.lines, lines, 1),
      caseCount: caseCount + 1,
    })
    const { refundFen, points } = refundAmount(order, { lines, reason })
    const kase: AfterSaleDocument = {
      _id: id,
      number,
      orderId,
      orderNumber: order.number,
      outTradeNo: order.outTradeNo,
      memberId,
      kind,
      state: 'requested',
      reason,
      description,
      pictures,
      lines: lines.flatMap((pieces) => caseLine(order, pieces)),
      refundFen,
      refundPoints: points,
      dueAt: afterSaleDueAt('requested', now),
      createdAt: now,
      timeline: [{ at: now, event: 'request', by: 'member' }],
    }
    await tx.aftersales.insert(kase)
    return { afterSaleId: id }
  })
}

function caseLine(
  { lines }: OrderDocument,
  { lineIndex, quantity }: Pick<CareLine, 'lineIndex' | 'quantity'>,
): AfterSaleLine[] {
  const line = lines[lineIndex]
  if (!line) return []
  const { skuId, productId, name, optionWords, picture } = line
  return [{ lineIndex, skuId, productId, name, optionWords, picture, quantity }]
}
