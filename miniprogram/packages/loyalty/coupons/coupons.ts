import type { CouponOffer } from '../../../../shared/contract/loyalty'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { keyAfter } from '../../../lib/next-key'
import { definePage } from '../../../lib/page'
import { sayRedeemed } from '../redeemed'
import { toOfferRow } from './coupons-view'
import type { OfferRow } from './coupons-view'

definePage({
  texts: ['common', 'coupons'],
  data: {
    rows: null as OfferRow[] | null,
    code: '',
    busyId: '',
    isRedeeming: false,
    failure: null as FailureView | null,
  },

  /** Coupons as they came, so that they can be worded again. */
  offers: [] as CouponOffer[],
  /** Answers to earlier questions are dropped. */
  asked: 0,
  once: '',

  onLoad() {
    this.once = newOnceKey()
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onLanguageChange() {
    void this.load()
  },
  onShareAppMessage() {
    return { title: this.data.t.coupons.title, path: nav.urlOf('coupons') }
  },

  async load() {
    const question = ++this.asked
    const result = await call('loyalty.listCoupons', {})
    if (question !== this.asked) return
    if (result.ok) this.show(result.data.coupons)
    else if (this.data.rows) sayFailure(result)
    else this.setData({ failure: toFailureView(result) })
  },
  show(offers: CouponOffer[]) {
    this.offers = offers
    const texts = textsOf(['coupons', 'orders'])
    this.setData({
      rows: offers.map((offer) => toOfferRow(offer, Date.now(), texts)),
      failure: null,
    })
  },

  async onTicketTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = event.currentTarget.dataset
    const row = this.data.rows?.find(({ couponId }) => couponId === id)
    const offer = this.offers.find(({ couponId }: CouponOffer) => couponId === id)
    if (!row || !offer || this.data.busyId) return
    if (!row.canClaim) {
      if (offer.mine > 0) nav.open('category')
      return
    }
    this.setData({ busyId: id })
    const result = await change('loyalty.claimCoupon', { couponId: id })
    this.setData({ busyId: '' })
    if (!result.ok) sayFailure(result)
    void this.load()
  },
  onCodeInput(event: WechatMiniprogram.Input) {
    this.setData({ code: event.detail.value })
  },
  async onRedeemTap() {
    const { code, isRedeeming } = this.data
    if (isRedeeming || code.trim() === '') return
    this.setData({ isRedeeming: true })
    const result = await change('loyalty.redeemCode', { code }, this.once)
    this.setData({ isRedeeming: false })
    this.once = keyAfter(result, this.once)
    if (!result.ok) {
      sayFailure(result)
      return
    }
    this.setData({ code: '' })
    sayRedeemed(result.data)
    void this.load()
  },
  onShopTap() {
    nav.open('category')
  },
  onMineTap() {
    nav.open('myCoupons', {})
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})
