import type { HandlerOf } from '../_kit/handler-of'
import type { OrderState } from '../../shared/domain/order-state'

/** An invoice is about a sale: it is paid, and the money is not on its way back. */
const sold: ReadonlySet<OrderState> = new Set(['paid', 'ready', 'shipped', 'completed'])

export const askInvoice: HandlerOf<'order.askInvoice'> = (
  { orderId, kind, title, taxNumber, email },
  { memberId, now, fail, transaction },
) =>
  transaction(async (tx) => {
    if (kind === 'company' && taxNumber === undefined) fail('INVOICE_NEEDS_TAX_NUMBER')
    const order = await tx.orders.get(orderId)
    if (order?.memberId !== memberId) return fail('ORDER_NOT_FOUND')
    if (!sold.has(order.state)) fail('ORDER_STATE_CHANGED', { state: order.state })
    if (order.invoice?.state === 'issued') fail('INVOICE_ISSUED')
    // Put and not updated: an update would leave the tax number of an earlier request.
    await tx.orders.put({
      ...order,
      invoice: {
        kind,
        title,
        ...(kind === 'company' && taxNumber !== undefined ? { taxNumber } : {}),
        ...(email === undefined ? {} : { email }),
        state: 'asked',
        askedAt: now,
      },
    })
    return { askedAt: now }
  })
