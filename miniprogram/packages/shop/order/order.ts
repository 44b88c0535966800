import type { OrderDetail } from '../../../../shared/contract/order'
import type { OrderAction } from '../../../../shared/contract/order-parts'
import type { OrderAfterView } from '../../../../shared/contract/order-after'
import { call } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { actOnOrder } from '../order-actions'
import { askInvoice } from './ask-invoice'
import { fetchInvoice, sendInvoice, showInvoice } from './invoice-file'
import { toAfterView } from './order-after-view'
import type { AfterView } from './order-after-view'
import { toOrderView } from './order-view'
import type { OrderView } from './order-view'

definePage({
  texts: ['common', 'orders'],
  data: {
    orderId: '',
    view: null as OrderView | null,
    after: null as AfterView | null,
    isBusy: false,
    /** The file of the invoice: on its way, or here to be sent because the phone shows no such file. */
    invoice: '' as '' | 'fetching' | 'ready',
    failure: null as FailureView | null,
  },

  order: undefined as OrderDetail | undefined,
  afterSale: undefined as OrderAfterView | undefined,
  /** Where the fetched invoice lies. */
  invoicePath: '',
  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad({ orderId = '' }: { orderId?: string }) {
    this.setData({ orderId })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    this.setData({ invoice: '' })
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onLanguageChange() {
    this.show()
    void this.load()
  },

  async load() {
    const question = ++this.asked
    const { orderId } = this.data
    const [order, after] = await Promise.all([
      call('order.get', { orderId }),
      call('order.getAfter', { orderId }),
    ])
    if (question !== this.asked) return
    if (order.ok) {
      this.order = order.data
      if (after.ok) this.afterSale = after.data
      this.setData({ failure: null })
      this.show()
    } else if (this.data.view) sayFailure(order)
    else this.setData({ failure: toFailureView(order) })
  },
  show() {
    const { order, afterSale } = this
    if (!order) return
    const texts = textsOf(['orders', 'promotion', 'afterSale'])
    const now = Date.now()
    const isSold = ['paid', 'ready', 'shipped', 'completed'].includes(order.state)
    this.setData({
      view: toOrderView(order, now, texts),
      after: afterSale ? toAfterView(afterSale, { isSold, now }, texts) : null,
    })
  },

  async onActionTap(event: WechatMiniprogram.TouchEvent<object, object, { action: OrderAction }>) {
    const { order } = this
    if (!order || this.data.isBusy) return
    this.setData({ isBusy: true })
    const hasChanged = await actOnOrder(event.currentTarget.dataset.action, {
      id: order.id,
      outTradeNo: order.outTradeNo,
      totalFen: order.totalFen,
      isPaid: order.state !== 'pendingPayment',
      skuIds: order.lines.map(({ skuId }) => skuId),
      reload: () => void this.load(),
    })
    if (hasChanged) await this.load()
    this.setData({ isBusy: false })
  },
  async onInvoiceTap() {
    const { after, isBusy, invoice, orderId } = this.data
    if (!after || isBusy || invoice === 'fetching') return
    if (invoice === 'ready') return sendInvoice(this.invoicePath)
    if (after.invoice.format === 'picture') return this.showPicture()
    if (after.invoice.format !== '') return this.openInvoice(after.invoice.format)
    if (!after.invoice.canAsk) return
    this.setData({ isBusy: true })
    if (await askInvoice(orderId)) await this.load()
    this.setData({ isBusy: false })
  },
  async openInvoice(format: 'pdf' | 'ofd') {
    const { orderId } = this.data
    this.setData({ invoice: 'fetching' })
    this.invoicePath =
      (await fetchInvoice({ orderId, number: this.order?.number ?? '', format })) ?? ''
    // WeChat shows no OFD: it is sent to a chat, and opened from there by what the customer has for it.
    const isShown = this.invoicePath && format === 'pdf' && (await showInvoice(this.invoicePath))
    this.setData({ invoice: this.invoicePath && !isShown ? 'ready' : '' })
  },
  /** Asks for a link anew: the one the page came with is good for an hour only. */
  async showPicture() {
    this.setData({ invoice: 'fetching' })
    const after = await call('order.getAfter', { orderId: this.data.orderId })
    this.setData({ invoice: '' })
    if (!after.ok) {
      sayFailure(after)
      return
    }
    const url = after.data.invoice?.file
    if (url?.startsWith('http')) await wx.previewImage({ urls: [url], showmenu: true })
    else sayFailure({ error: { code: 'INVOICE_FILE_MISSING' }, requestId: '' })
  },
  onCopyTap(event: WechatMiniprogram.TouchEvent<object, object, { number: string }>) {
    void wx.setClipboardData({ data: event.currentTarget.dataset.number })
  },
  onCallTap(event: WechatMiniprogram.TouchEvent<object, object, { phone: string }>) {
    // Closing the dialler is an answer too.
    wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.phone }).catch(() => undefined)
  },
  onGroupTap() {
    const groupId = this.data.view?.groupId
    if (groupId) nav.open('group', { groupId })
  },
  onCaseTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('afterSale', { afterSaleId: event.currentTarget.dataset.id })
  },
  onProductTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('product', { productId: event.currentTarget.dataset.id })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})
