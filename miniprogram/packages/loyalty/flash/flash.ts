import { call } from '../../../lib/call'
import { clockOffset } from '../../../lib/countdown'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toFlashView } from './flash-view'
import type { FlashView } from './flash-view'

definePage({
  texts: ['common', 'flashSale'],
  data: {
    promotionId: '',
    views: null as FlashView[] | null,
    offset: 0,
    failure: null as FailureView | null,
  },

  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad({ promotionId = '' }: { promotionId?: string }) {
    this.setData({ promotionId })
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
    const { t, promotionId } = this.data
    return {
      title: t.flashSale.title,
      path: nav.urlOf('flash', promotionId ? { promotionId } : {}),
    }
  },

  async load() {
    const question = ++this.asked
    const { promotionId } = this.data
    const result = await call('loyalty.listFlashSales', promotionId ? { promotionId } : {})
    if (question !== this.asked) return
    if (!result.ok) {
      if (this.data.views) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    const { sales, now } = result.data
    const texts = textsOf(['flashSale', 'orders'])
    this.setData({
      views: sales.map((sale) => toFlashView(sale, now, texts)),
      offset: clockOffset(now, Date.now()),
      failure: null,
    })
  },
  /** One begins or ends: what the server says counts. */
  onOver() {
    void this.load()
  },
  onProductTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('product', { productId: event.currentTarget.dataset.id })
  },
  onShopTap() {
    nav.open('category')
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})
