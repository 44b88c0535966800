import type { Carrier } from '../../../../shared/contract/console'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { carrierName, carrierOrder, toShipView, trackingNumberOf } from './ship-view'
import type { ShipView, StaffOrderDetail } from './ship-view'

const carrierKey = 'console.carrier'

definePage({
  texts: ['common', 'shipping'],
  data: {
    orderId: '',
    order: null as StaffOrderDetail | null,
    view: null as ShipView | null,
    carriers: carrierChoices(),
    carrier: 'SF' as Carrier,
    trackingNumber: '',
    isWrong: false,
    isSending: false,
    once: '',
    failure: null as FailureView | null,
  },

  onLoad(query: { orderId?: string }) {
    this.setData({ orderId: query.orderId ?? '', once: newOnceKey() })
    const used: unknown = wx.getStorageSync(carrierKey)
    const carrier = carrierOrder.find((name) => name === used)
    if (carrier) this.setData({ carrier })
    void this.load()
  },
  onLanguageChange() {
    this.setData({ carriers: carrierChoices() })
    this.show()
  },

  async load() {
    const result = await call('console.getOrder', { orderId: this.data.orderId })
    if (!result.ok) {
      this.setData({ failure: toFailureView(result) })
      return
    }
    this.setData({ order: result.data, failure: null })
    this.show()
  },
  show() {
    const { order } = this.data
    if (order) this.setData({ view: toShipView(order, Date.now(), textsOf(['shipping']).shipping) })
  },

  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onCopyTap() {
    const { view } = this.data
    if (view) void wx.setClipboardData({ data: `${view.receiver} ${view.address}` })
  },
  onCarrierTap(event: WechatMiniprogram.TouchEvent<object, object, { carrier: Carrier }>) {
    const { carrier } = event.currentTarget.dataset
    this.setData({ carrier, once: newOnceKey() })
    wx.setStorageSync(carrierKey, carrier)
  },
  onTrackingInput(event: WechatMiniprogram.Input) {
    this.setData({ trackingNumber: event.detail.value, isWrong: false, once: newOnceKey() })
  },
  async onScanTap() {
    // Closing the scanner is an answer too: the field stays as it is.
    const scanned = await wx.scanCode({}).catch(() => undefined)
    if (!scanned) return
    const trackingNumber = trackingNumberOf(scanned.result)
    this.setData({
      isWrong: !trackingNumber,
      trackingNumber: trackingNumber ?? '',
      once: newOnceKey(),
    })
  },

  async onShipTap() {
    if (this.data.isSending) return
    const trackingNumber = trackingNumberOf(this.data.trackingNumber)
    this.setData({ isWrong: !trackingNumber })
    if (!trackingNumber) {
      // The field may be under the bar, and with it what is wrong.
      void wx.pageScrollTo({ selector: '.carrier', offsetTop: -this.data.appearance.topHeight })
      return
    }
    this.setData({ isSending: true })
    const { orderId, carrier, once, t } = this.data
    const result = await change('console.ship', { orderId, carrier, trackingNumber }, once)
    this.setData({ isSending: false })
    if (result.ok) {
      void wx.showToast({ title: t.shipping.done, icon: 'none' })
      nav.back()
      return
    }
    sayFailure(result)
    if (result.error.code === 'ORDER_STATE_CHANGED') void this.load()
  },
})

function carrierChoices() {
  const { shipping } = textsOf(['shipping'])
  return carrierOrder.map((carrier) => ({ carrier, name: carrierName(carrier, shipping) }))
}
