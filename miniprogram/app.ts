import { loadCart } from './lib/cart'
import { isSinglePage } from './lib/single-page'
import { applyUpdates } from './lib/update'
import { followPhone, loadMe } from './lib/session'

App({
  onLaunch() {
    // Without an env id the call goes to the environment the mini program was uploaded with.
    wx.cloud.init({ traceUser: true })
    followPhone()
    applyUpdates()
  },
  /** Also after a while in the background: orders and prices go on meanwhile. */
  onShow() {
    if (isSinglePage()) return
    void loadMe()
    void loadCart()
  },
})
