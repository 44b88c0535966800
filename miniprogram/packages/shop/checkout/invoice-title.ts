import type { InvoiceWish } from '../../../../shared/contract/invoice'

/** What WeChat's list of invoice titles gave. */
export type ChosenTitle =
  | { outcome: 'chosen'; invoice: InvoiceWish }
  /** The customer closed the list. */
  | { outcome: 'closed' }
  /** WeChat or the customer does not let the mini program read titles. */
  | { outcome: 'denied' }
  /** A company's title without a tax number. */
  | { outcome: 'wrong' }

/** WeChat's number for a title of a person. */
const person = '1'

/** Lets the customer choose a title in WeChat; call it in a tap. */
export async function chooseInvoiceTitle(): Promise<ChosenTitle> {
  try {
    return toChosen(await wx.chooseInvoiceTitle({}))
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return { outcome: errMsg.includes('cancel') ? 'closed' : 'denied' }
  }
}

/** A title as the order keeps it. */
export function toChosen({
  type,
  title,
  taxNumber,
}: {
  type: string | number
  title: string
  taxNumber: string
}): ChosenTitle {
  const words = title.trim().slice(0, 100)
  if (words === '') return { outcome: 'wrong' }
  if (String(type) === person)
    return { outcome: 'chosen', invoice: { kind: 'person', title: words } }
  const number = taxNumber.replace(/\s/g, '').toUpperCase()
  return /^[0-9A-Z]{15,20}$/.test(number)
    ? { outcome: 'chosen', invoice: { kind: 'company', title: words, taxNumber: number } }
    : { outcome: 'wrong' }
}
