import type { OrderAction, OrderDetail } from '../../../../shared/contract/order'
import { call } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { actOnOrder } from '../order-actions'
import { toOrderView } from './order-view'
import type { OrderView } from './order-view'

definePage({
  texts: ['common', 'orders'],
  data: {
    orderId: '',
    order: null as OrderDetail | null,
    view: null as OrderView | null,
    isBusy: false,
    failure: null as FailureView | null,
  },

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
    const { order } = this.data
    if (order) this.setData({ view: viewOf(order) })
    void this.load()
  },

  async load() {
    const question = ++this.asked
    const result = await call('order.get', { orderId: this.data.orderId })
    if (question !== this.asked) return
    if (result.ok) {
      this.setData({ order: result.data, failure: null, view: viewOf(result.data) })
    } else if (this.data.view) sayFailure(result)
    else this.setData({ failure: toFailureView(result) })
  },

  async onActionTap(event: WechatMiniprogram.TouchEvent<object, object, { action: OrderAction }>) {
    const { order, isBusy } = this.data
    if (!order || isBusy) return
    this.setData({ isBusy: true })
    const hasChanged = await actOnOrder(event.currentTarget.dataset.action, {
      id: order.id,
      outTradeNo: order.outTradeNo,
      totalFen: order.totalFen,
      isPaid: order.state !== 'pendingPayment',
    })
    if (hasChanged) await this.load()
    this.setData({ isBusy: false })
  },
  onCopyTap() {
    const { view } = this.data
    if (view) void wx.setClipboardData({ data: view.trackingNumber })
  },
  onProductTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('product', { productId: event.currentTarget.dataset.id })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})

function viewOf(order: OrderDetail): OrderView {
  const { orders, shipping } = textsOf(['orders', 'shipping'])
  const carrierName = (carrier: string) => {
    const key = `carrier${carrier}`
    return key in shipping ? shipping[key as keyof typeof shipping] : carrier
  }
  return toOrderView(order, Date.now(), orders, carrierName)
}
