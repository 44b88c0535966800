import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { loadMe, session } from '../../lib/session'
import { textsOf } from '../../lib/language'
import { toMeView } from './me-view'

/** China has one time and no summer time; the house greets by its own clock. */
const chinaOffset = 8 * 3_600_000
let stopFollowing: (() => void) | undefined

definePage({
  texts: ['common', 'me'],
  data: { view: currentView() },

  onShow() {
    stopFollowing = session.subscribe(() => this.setData({ view: currentView() }))
    this.setData({ view: currentView() })
    void loadMe()
  },
  onHide() {
    stopFollowing?.()
  },
  onUnload() {
    stopFollowing?.()
  },
  async onPullDownRefresh() {
    await loadMe()
    void wx.stopPullDownRefresh()
  },

  onProfileTap() {
    nav.open('profile')
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
  return toMeView(
    session.get().me,
    new Date(Date.now() + chinaOffset).getUTCHours(),
    textsOf(['me']).me,
  )
}
