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
    if (isSinglePage()) return
    void loadMe()
    void loadCart()
  },
})
