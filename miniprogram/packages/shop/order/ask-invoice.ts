import { change } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import { askForMessages } from '../../../lib/subscribe'

/** WeChat's numbers for the two kinds of titles. */
const ofCompany = '0'

/**
 * Has the member choose an invoice title out of WeChat's own list and asks for the invoice; true
 * when it may have changed something.
 */
export async function askInvoice(orderId: string): Promise<boolean> {
  // First of all: WeChat takes this question in the tap only.
  await askForMessages(['invoiceIssued'])
  // Closing the list is an answer too.
  const chosen = await wx.chooseInvoiceTitle().catch(() => undefined)
  if (!chosen) return false
  const isCompany = String(chosen.type) === ofCompany
  const result = await change('order.askInvoice', {
    orderId,
    kind: isCompany ? 'company' : 'person',
    title: chosen.title,
    ...(isCompany && chosen.taxNumber ? { taxNumber: chosen.taxNumber } : {}),
  })
  if (result.ok) {
    const { orders } = textsOf(['orders'])
    void wx.showToast({ title: orders.invoiceKept, icon: 'none' })
  } else sayFailure(result)
  return true
}
