import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toGiftView } from './gift-view'
import type { GiftView } from './gift-view'

definePage({
  texts: ['common', 'coupons'],
  data: {
    giftToken: '',
    view: null as GiftView | null,
    isBusy: false,
    failure: null as FailureView | null,
  },

  once: '',

  onLoad({ giftToken = '' }: { giftToken?: string }) {
    this.once = newOnceKey()
    this.setData({ giftToken })
    void this.load()
  },
  onLanguageChange() {
    void this.load()
  },
  onShareAppMessage() {
    const { view, giftToken, t } = this.data
    const title = view
      ? fill(t.coupons.cardTitle, {
          name: view.ticket.name,
          benefit: view.ticket.sign + view.ticket.big,
        })
      : t.coupons.giftTitle
    return { title, path: nav.urlOf('gift', { giftToken }) }
  },

  async load() {
    const result = await call('loyalty.getGift', { giftToken: this.data.giftToken })
    if (!result.ok) {
      this.setData({ failure: toFailureView(result) })
      return
    }
    this.setData({
      view: toGiftView(result.data, Date.now(), textsOf(['coupons', 'orders'])),
      failure: null,
    })
  },
  async onTakeTap() {
    if (this.data.isBusy) return
    this.setData({ isBusy: true })
    const result = await change('loyalty.takeGift', { giftToken: this.data.giftToken }, this.once)
    this.setData({ isBusy: false })
    if (!result.ok) sayFailure(result)
    void this.load()
  },
  onUseTap() {
    nav.open('category')
  },
  onCentreTap() {
    nav.replace('coupons')
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})
