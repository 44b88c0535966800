import { dayMs } from '../../_kit/clock'
import { companySettings } from '../../_kit/company'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import type { HandlerOf } from '../../_kit/handler-of'
import { invoiceFacts } from '../../_kit/orders/message-facts'
import { newEntry } from '../../_kit/outbox/entry'
import { runFresh } from '../../_kit/outbox/run'
import { countAskedInvoices, listAskedInvoices } from '../../_kit/repos/staff-orders'

const pageSize = 50
/** How long it is news that an invoice is there. */
const newsMs = 7 * dayMs

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

export const issueInvoice: HandlerOf<'console.issueInvoice'> = async (
  { orderId, file },
  { caller, now, fail, transaction },
) => {
  const { templates } = await companySettings()
  let entries: OutboxDocument[] = []
  const answer = await transaction(async (tx) => {
    const order = await tx.orders.get(orderId)
    if (!order) return fail('ORDER_NOT_FOUND')
    if (order.invoice?.state !== 'asked') return fail('INVOICE_NOT_ASKED')
    await tx.orders.update(orderId, {
      invoice: { ...order.invoice, state: 'issued', file, issuedAt: now },
    })
    const about = { ...order, totalFen: order.totalFen - order.refundedFen }
    const news = {
      kind: 'message',
      message: 'invoiceIssued',
      orderId,
      ...invoiceFacts(about, now),
      validUntil: now + newsMs,
    } as const
    entries = templates.invoiceIssued ? [newEntry(news, order.memberId, now)] : []
    if (entries.length > 0) await tx.outbox.insert(...entries)
    return { issuedAt: now }
  })
  await runFresh(entries, { envId: caller.envId, now })
  return answer
}
