import type { HandlerOf } from '../../_kit/handler-of'
import { countAskedInvoices, listAskedInvoices } from '../../_kit/repos/staff-orders'

const pageSize = 50

export const listInvoices: HandlerOf<'console.listInvoices'> = async () => {
  const [orders, count] = await Promise.all([listAskedInvoices(pageSize), countAskedInvoices()])
  return {
    count,
    invoices: orders.flatMap(({ _id, number, totalFen, refundedFen, invoice }) =>
      invoice
        ? [
            {
              orderId: _id,
              number,
              totalFen: totalFen - refundedFen,
              kind: invoice.kind,
              title: invoice.title,
              ...(invoice.taxNumber === undefined ? {} : { taxNumber: invoice.taxNumber }),
              ...(invoice.email === undefined ? {} : { email: invoice.email }),
              askedAt: invoice.askedAt,
            },
          ]
        : [],
    ),
  }
}

export const issueInvoice: HandlerOf<'console.issueInvoice'> = (
  { orderId, file },
  { now, fail, transaction },
) =>
  transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (!order) return fail('ORDER_NOT_FOUND')
    if (order.invoice?.state !== 'asked') return fail('INVOICE_NOT_ASKED')
    await tx.orders.update(orderId, {
      invoice: { ...order.invoice, state: 'issued', file, issuedAt: now },
    })
    return { issuedAt: now }
  })
