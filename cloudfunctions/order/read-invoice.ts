import { readFile } from '../_kit/cloud'
import type { HandlerOf } from '../_kit/handler-of'
import { ownOrder } from '../_kit/orders/own-order'
import { isInFolder } from '../_kit/storage-rule'

/** As base64 well below the 1 MB that an answer of a function may have. */
const partBytes = 600_000

/**
 * The folder is closed to whoever did not put a file there, and a link would have to be of a host
 * that the company has registered for downloads: so the file comes as an answer, part by part.
 */
export const readInvoice: HandlerOf<'order.readInvoice'> = async (
  { orderId, from },
  { memberId, fail },
) => {
  const order = await ownOrder(orderId, memberId)
  if (!order) return fail('ORDER_NOT_FOUND')
  const fileId = order.invoice?.file ?? ''
  const file = isInFolder(fileId, 'invoices') ? await readFile(fileId) : undefined
  if (!file || file.length <= from) return fail('INVOICE_FILE_MISSING')
  const end = from + partBytes
  return {
    base64: file.subarray(from, end).toString('base64'),
    total: file.length,
    ...(end < file.length ? { next: end } : {}),
  }
}
