import { call } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { loadMe } from '../../../lib/session'
import { priceText } from '../../../lib/price-text'
import { askForMessages } from '../../../lib/subscribe'
import { actOnOrder } from '../order-actions'
import { confirm } from '../pay'
import { toPaidView } from './paid-view'
import type { PaidView } from './paid-view'

/** How often WeChat is asked again while it has not answered, and how many times by itself. */
const askAgainMs = 2_000
const askAgainTimes = 5

definePage({
  texts: ['common', 'orders', 'checkout'],
  data: {
    outTradeNo: '',
    orderId: '',
    outcome: '' as '' | 'paid' | 'pending' | 'closed' | 'refunding',
    view: null as PaidView | null,
    refundLine: '',
    /** What became of asking for messages; the card is gone then. */
    answer: '' as '' | 'told' | 'refused',
    isChecking: false,
    failure: null as FailureView | null,
  },

  /** Asks no more once it is closed. */
  isClosed: false,

  onLoad({ outTradeNo = '' }: { outTradeNo?: string }) {
    this.setData({ outTradeNo })
    void this.check(askAgainTimes)
  },

  onUnload() {
    this.isClosed = true
  },
  onLanguageChange() {
    if (this.data.view) void this.load()
  },

  async check(timesLeft: number) {
    if (this.isClosed) return
    const paying = await confirm(this.data.outTradeNo)
    if (paying.outcome === 'refused') {
      this.setData({ failure: toFailureView(paying) })
      return
    }
    if (paying.outcome === 'waiting') return
    const { outcome, orderId } = paying
    this.setData({ outcome, orderId, isChecking: false })
    if (outcome === 'pending') {
      if (timesLeft > 0) setTimeout(() => void this.check(timesLeft - 1), askAgainMs)
      return
    }
    void loadMe()
    await this.load()
  },

  async load() {
    const result = await call('order.get', { orderId: this.data.orderId })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    const texts = textsOf(['orders', 'checkout'])
    const amount = priceText(result.data.means.wechatFen, 'always')
    this.setData({
      view: toPaidView(result.data, Date.now(), texts),
      refundLine: fill(texts.orders.refundingLine, { amount }),
    })
  },

  onCheckTap() {
    this.setData({ isChecking: true })
    void this.check(0)
  },
  /** WeChat shows its dialog only from a tap, so nothing is awaited before asking. */
  async onTellTap() {
    const news = this.data.view?.isPickup ? ('orderReady' as const) : ('orderShipped' as const)
    const isAccepted = await askForMessages([news, 'orderPaid'])
    this.setData({ answer: isAccepted ? 'told' : 'refused' })
  },
  /** Paid from the order's own page, that page is right behind this one. */
  onOrderTap() {
    const behind = getCurrentPages().slice(-2, -1)[0]
    if (behind?.route.endsWith('/order/order')) nav.back()
    else nav.replace('order', { orderId: this.data.orderId })
  },
  onOrdersTap() {
    nav.replace('orders', { tab: 'all' })
  },
  onInviteTap() {
    const { view } = this.data
    if (view?.groupId) nav.open('group', { groupId: view.groupId })
  },
  onBuyAgainTap() {
    const { orderId, outTradeNo } = this.data
    void actOnOrder('buyAgain', {
      id: orderId,
      outTradeNo,
      totalFen: 0,
      isPaid: false,
      skuIds: [],
      reload: () => void this.load(),
    })
  },
  onHomeTap() {
    nav.open('home')
  },
  onRetryTap() {
    this.setData({ failure: null, outcome: '' })
    void this.check(askAgainTimes)
  },
})
