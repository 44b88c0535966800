import { call } from '../../../lib/call'
import type { CallResult } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'

/** How the file of an issued invoice is shown; without a file it has none. */
export type InvoiceFormat = 'pdf' | 'ofd' | 'picture' | ''

export function invoiceFormat(file: string | undefined): InvoiceFormat {
  if (file === undefined) return ''
  if (/\.(?:png|jpe?g)(?:\?|$)/i.test(file)) return 'picture'
  return /\.ofd(?:\?|$)/i.test(file) ? 'ofd' : 'pdf'
}

/** Begins the names of invoices in the folder of this mini program, in either language. */
const ours = /^(?:发票|invoice) /

/** Reads an invoice into the phone and says where it lies; says why when it cannot. */
export async function fetchInvoice({
  orderId,
  number,
  format,
}: {
  orderId: string
  number: string
  format: Exclude<InvoiceFormat, 'picture' | ''>
}): Promise<string | undefined> {
  const { orders } = textsOf(['orders'])
  const filePath = `${wx.env.USER_DATA_PATH}/${fill(orders.invoiceFileName, { number })}.${format}`
  const files = wx.getFileSystemManager()
  forgetOthers(files)
  for (let from: number | undefined = 0; from !== undefined;) {
    const part: CallResult<'order.readInvoice'> = await call('order.readInvoice', { orderId, from })
    if (!part.ok) {
      sayFailure(part)
      return undefined
    }
    try {
      if (from === 0) files.writeFileSync(filePath, part.data.base64, 'base64')
      else files.appendFileSync(filePath, part.data.base64, 'base64')
    } catch (error) {
      console.error('writeFile', error)
      say(orders.invoiceNoRoom)
      return undefined
    }
    from = part.data.next
  }
  return filePath
}

/** The folder holds 200 MB: only the invoice that is looked at stays. */
function forgetOthers(files: WechatMiniprogram.FileSystemManager): void {
  const folder = wx.env.USER_DATA_PATH
  try {
    for (const name of files.readdirSync(folder))
      if (ours.test(name)) files.unlinkSync(`${folder}/${name}`)
  } catch (error) {
    // One that stays is in nobody's way.
    console.info('unlink', error)
  }
}

/** Opens it with the menu that sends and saves it; false, with words, when the phone cannot. */
export async function showInvoice(filePath: string): Promise<boolean> {
  try {
    await wx.openDocument({ filePath, fileType: 'pdf', showMenu: true })
    return true
  } catch (error) {
    console.error('openDocument', error)
    say(textsOf(['orders']).orders.invoiceNoOpen)
    return false
  }
}

/** Sends it to a chat: WeChat wants a tap for it, so nothing is waited for before. */
export async function sendInvoice(filePath: string): Promise<void> {
  const fileName = filePath.slice(filePath.lastIndexOf('/') + 1)
  try {
    await wx.shareFileMessage({ filePath, fileName })
  } catch (error) {
    // Not sending it after all is an answer too.
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return
    console.error('shareFileMessage', error)
    say(textsOf(['orders']).orders.invoiceNotSent)
  }
}

const say = (title: string): void => void wx.showToast({ title, icon: 'none', duration: 2500 })
