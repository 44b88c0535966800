import type { OrderCard } from '../../../shared/contract/order-parts'
import { shanghaiHour } from '../../../shared/domain/shanghai-time'
import { call } from '../../lib/call'
import { hasNewMessages } from '../../lib/inbox'
import { textsOf } from '../../lib/language'
import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { loadMe, session } from '../../lib/session'
import { toMeView, toRunningView } from './me-view'
import type { MeansId, RunningView } from './me-view'

/** The greeting passes the bar about here. */
const solidFrom = 56

const stops = new WeakMap<object, () => void>()

definePage({
  texts: ['common', 'me'],
  data: {
    view: currentView(),
    order: null as OrderCard | null,
    running: null as RunningView | null,
    /** Nothing is known of who is here: what is not shown may be there all the same. */
    isUnknown: false,
    /** The cards have come under the bar, which turns solid then. */
    isScrolled: false,
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
  onPageScroll({ scrollTop }: WechatMiniprogram.Page.IPageScrollOption) {
    const isScrolled = scrollTop > solidFrom
    if (isScrolled !== this.data.isScrolled) this.setData({ isScrolled })
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },

  async load() {
    const [live, isKnown] = await Promise.all([call('order.getLive', {}), loadMe()])
    this.setData({ isUnknown: !isKnown })
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

  async onProfileTap() {
    if (!this.data.isUnknown) {
      nav.open('profile')
      return
    }
    await this.load()
    const { isUnknown, t } = this.data
    if (isUnknown) void wx.showToast({ title: t.common.offlineTitle, icon: 'none' })
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
  onFavouritesTap() {
    nav.open('favourites')
  },
  onReviewsTap() {
    nav.open('myReviews', {})
  },
  onViewedTap() {
    nav.open('viewed')
  },
  onMeansTap(event: WechatMiniprogram.TouchEvent<object, object, { id: MeansId }>) {
    const { id } = event.currentTarget.dataset
    if (id === 'coupons') nav.open('myCoupons', {})
    else nav.open('wallet', { account: id === 'points' ? 'points' : 'balance' })
  },
  onInboxTap() {
    nav.open('inbox')
  },
  onAddressesTap() {
    nav.open('addresses', {})
  },
  onSettingsTap() {
    nav.open('settings')
  },
  onStaffTap() {
    nav.open('tasks')
  },
})

function currentView() {
  const { me } = session.get()
  const hasNew = hasNewMessages(me?.newestMessageAt)
  return toMeView(me, shanghaiHour(Date.now()), hasNew, textsOf(['me']).me)
}
