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
    failure: null as FailureView | null,
  },

  order: undefined as OrderDetail | undefined,
  afterSale: undefined as OrderAfterView | undefined,
  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad({ orderId = '' }: { orderId?: string }) {
    this.setData({ orderId })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
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
    if (!this.data.after?.invoice.canAsk || this.data.isBusy) return
    this.setData({ isBusy: true })
    if (await askInvoice(this.data.orderId)) await this.load()
    this.setData({ isBusy: false })
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
