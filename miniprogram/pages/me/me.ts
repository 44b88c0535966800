import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { loadMe, session } from '../../lib/session'
import { textsOf } from '../../lib/language'
import { toMeView } from './me-view'

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
  return toMeView(session.get().me, new Date().getHours(), textsOf(['me']).me)
}
