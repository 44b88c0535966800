import type { InvoiceRow } from '../../../../shared/contract/console-orders'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { stamp } from '../stamp'

interface InvoiceView {
  orderId: string
  number: string
  totalFen: number
  title: string
  lines: string[]
}

definePage({
  texts: ['common', 'desk'],
  data: {
    rows: null as InvoiceView[] | null,
    sendingId: '',
    failure: null as FailureView | null,
  },
  invoices: [] as InvoiceRow[],

  onShow() {
    void this.load()
  },
  onLanguageChange() {
    this.setData({ rows: this.invoices.map(toView) })
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  async load() {
    const result = await call('console.listInvoices', {})
    if (!result.ok) {
      if (this.data.rows) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    this.invoices = result.data.invoices
    this.setData({ rows: this.invoices.map(toView), failure: null })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onCopyTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const row = this.data.rows?.[event.currentTarget.dataset.index]
    if (row) void wx.setClipboardData({ data: [row.title, ...row.lines].join('\n') })
  },
  onOrderTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('staffOrder', { orderId: event.currentTarget.dataset.id })
  },
  async onUploadTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const orderId = event.currentTarget.dataset.id
    if (this.data.sendingId) return
    const path = await chooseFile()
    if (!path) return
    this.setData({ sendingId: orderId })
    const file = await upload(path, orderId)
    const { desk } = this.data.t
    if (!file) void wx.showToast({ title: desk.invoiceFailed, icon: 'none' })
    else {
      const result = await change('console.issueInvoice', { orderId, file }, newOnceKey())
      if (result.ok) void wx.showToast({ title: desk.invoiceDone, icon: 'none' })
      else sayFailure(result)
    }
    this.setData({ sendingId: '' })
    await this.load()
  },
})

/** A file from a chat: that is where invoices arrive on a phone. */
async function chooseFile(): Promise<string | undefined> {
  try {
    const { tempFiles } = await wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['pdf', 'ofd', 'png', 'jpg', 'jpeg'],
    })
    return tempFiles[0]?.path
  } catch (error) {
    // Closing the list is an answer too.
    console.info('chooseMessageFile', error)
    return undefined
  }
}

async function upload(filePath: string, orderId: string): Promise<string | undefined> {
  const extension = /\.(pdf|ofd|png|jpe?g)$/i.exec(filePath)?.[1]?.toLowerCase() ?? 'pdf'
  const random = Math.random().toString(36).slice(2, 12)
  try {
    const { fileID } = await wx.cloud.uploadFile({
      cloudPath: `invoices/${orderId}-${random}.${extension}`,
      filePath,
    })
    return fileID
  } catch (error) {
    console.error('uploadFile', error)
    return undefined
  }
}

function toView(invoice: InvoiceRow): InvoiceView {
  const { desk } = textsOf(['desk'])
  const { kind, taxNumber, email, askedAt } = invoice
  return {
    orderId: invoice.orderId,
    number: invoice.number,
    totalFen: invoice.totalFen,
    title: invoice.title,
    lines: [
      kind === 'person' ? desk.invoicePerson : '',
      taxNumber ? fill(desk.invoiceTax, { number: taxNumber }) : '',
      email ? fill(desk.invoiceEmail, { email }) : '',
      fill(desk.askedAt, { time: stamp(askedAt) }),
    ].filter(Boolean),
  }
}
