import type { OrderCard } from '../../../shared/contract/order'
import { shanghaiHour } from '../../../shared/domain/shanghai-time'
import { call } from '../../lib/call'
import { textsOf } from '../../lib/language'
import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { loadMe, session } from '../../lib/session'
import { toMeView, toRunningView } from './me-view'
import type { RunningView } from './me-view'

const stops = new WeakMap<object, () => void>()

definePage({
  texts: ['common', 'me'],
  data: {
    view: currentView(),
    order: null as OrderCard | null,
    running: null as RunningView | null,
  },

  onShow() {
    stops.set(
      this,
      session.subscribe(() => this.show()),
    )
    this.show()
    void this.load()
  },
  onHide() {
    stops.get(this)?.()
  },
  onUnload() {
    stops.get(this)?.()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },

  async load() {
    const [live] = await Promise.all([call('order.getLive', {}), loadMe()])
    if (!live.ok) return
    this.setData({ order: live.data.order ?? null })
    this.show()
  },
  show() {
    const { order } = this.data
    this.setData({
      view: currentView(),
      running: order && toRunningView(order, textsOf(['orders']).orders),
    })
  },

  onProfileTap() {
    nav.open('profile')
  },
  onRunningTap() {
    const { order } = this.data
    if (order) nav.open('order', { orderId: order.id })
  },
  onAllOrdersTap() {
    nav.open('orders', { tab: 'all' })
  },
  onOrdersTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: string }>) {
    nav.open('orders', { tab: event.currentTarget.dataset.tab })
  },
  onAddressesTap() {
    nav.open('addresses', {})
  },
  onSettingsTap() {
    nav.open('settings')
  },
  onStaffTap() {
    nav.open('shipping')
  },
})

function currentView() {
  return toMeView(session.get().me, shanghaiHour(Date.now()), textsOf(['me']).me)
}
