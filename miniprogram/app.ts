import { loadCart } from './lib/cart'
import { applyUpdates } from './lib/update'
import { followPhone, loadMe } from './lib/session'

/** WeChat's scene of a page that was opened inside Moments. */
const singlePageScene = 1154

App({
  onLaunch() {
    // Without an env id the call goes to the environment the mini program was uploaded with.
    wx.cloud.init({ traceUser: true })
    followPhone()
    applyUpdates()
    // Single-page mode (opened from Moments) has no identity: there is nobody to ask about.
    if (wx.getLaunchOptionsSync().scene === singlePageScene) return
    void loadMe()
    void loadCart()
  },
})
