import type { CouponTab, MyCoupon } from '../../../../shared/contract/loyalty'
import { call, change } from '../../../lib/call'
import { toTicket } from '../../../lib/coupon-words'
import type { Ticket } from '../../../lib/coupon-words'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toMyCouponRow } from './my-coupons-view'
import type { MyCouponRow } from './my-coupons-view'

const tabs = [
  { tab: 'usable', key: 'tabUsable' },
  { tab: 'used', key: 'tabUsed' },
  { tab: 'expired', key: 'tabExpired' },
] as const satisfies readonly { tab: CouponTab; key: string }[]

definePage({
  texts: ['common', 'coupons'],
  data: {
    tabs,
    tab: 'usable' as CouponTab,
    rows: null as MyCouponRow[] | null,
    hasMore: false,
    busyId: '',
    /** The coupon that is being given, and the secret its card carries. */
    gift: null as { id: string; token: string; ticket: Ticket } | null,
    isGiving: false,
    failure: null as FailureView | null,
  },

  coupons: [] as MyCoupon[],
  cursor: undefined as string | undefined,
  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad({ tab }: { tab?: string }) {
    this.setData({ tab: tabs.find((one) => one.tab === tab)?.tab ?? 'usable' })
  },
  onShow() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    if (this.cursor !== undefined) void this.load(this.cursor)
  },
  onLanguageChange() {
    void this.load()
  },
  onShareAppMessage() {
    const { gift, t } = this.data
    if (!gift) return { title: t.coupons.title, path: nav.urlOf('coupons') }
    const { name, big, sign } = gift.ticket
    return {
      title: fill(t.coupons.cardTitle, { name, benefit: sign + big }),
      path: nav.urlOf('gift', { giftToken: gift.token }),
    }
  },

  async load(cursor?: string) {
    const question = ++this.asked
    const { tab } = this.data
    const result = await call('loyalty.listMyCoupons', cursor ? { tab, cursor } : { tab })
    if (question !== this.asked) return
    if (!result.ok) {
      if (this.data.rows) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    const { coupons, now } = result.data
    this.coupons = cursor ? [...this.coupons, ...coupons] : coupons
    this.cursor = result.data.cursor
    const texts = textsOf(['coupons', 'orders'])
    this.setData({
      rows: this.coupons.map((coupon: MyCoupon) => toMyCouponRow(coupon, now, texts)),
      hasMore: this.cursor !== undefined,
      failure: null,
    })
  },

  onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: CouponTab }>) {
    const { tab } = event.currentTarget.dataset
    if (tab === this.data.tab && !this.data.failure) return
    this.setData({ tab, rows: null, failure: null })
    void this.load()
  },
  onStepTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const coupon = this.coupons.find(({ id }: MyCoupon) => id === event.currentTarget.dataset.id)
    const row = this.data.rows?.find(({ id }) => id === coupon?.id)
    if (!coupon || !row) return
    if (row.step === 'use') nav.open('category')
    else if (row.step === 'seeOrder' && coupon.orderId)
      nav.open('order', { orderId: coupon.orderId })
    else if (row.step === 'send') this.openGift(coupon, coupon.giftToken ?? '')
  },
  async onOtherTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const coupon = this.coupons.find(({ id }: MyCoupon) => id === event.currentTarget.dataset.id)
    if (!coupon || this.data.busyId) return
    if (coupon.state === 'open') {
      this.openGift(coupon, '')
      return
    }
    this.setData({ busyId: coupon.id })
    const result = await change('loyalty.takeBackCoupon', { id: coupon.id })
    this.setData({ busyId: '' })
    if (result.ok) void wx.showToast({ title: this.data.t.coupons.takenBack, icon: 'none' })
    else sayFailure(result)
    void this.load()
  },

  /** The coupon waits for a friend only once its owner says so in the sheet. */
  openGift(coupon: MyCoupon, token: string) {
    const ticket = toTicket(coupon, textsOf(['coupons']).coupons)
    this.setData({ gift: { id: coupon.id, token, ticket } })
  },
  async onGiveTap() {
    const { gift, isGiving } = this.data
    if (!gift || isGiving) return
    this.setData({ isGiving: true })
    const result = await change('loyalty.giveCoupon', { id: gift.id })
    this.setData({ isGiving: false })
    if (!result.ok) {
      this.setData({ gift: null })
      sayFailure(result)
    } else this.setData({ gift: { ...gift, token: result.data.giftToken } })
    void this.load()
  },
  onGiftClose() {
    this.setData({ gift: null })
  },
  onCentreTap() {
    nav.open('coupons')
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})
