import type { ProductCard, Viewed } from '../../../../shared/contract/catalog'
import { call, change } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toViewedDays } from './viewed-view'
import type { ViewedDay } from './viewed-view'

definePage({
  texts: ['favourites', 'product', 'search', 'common'],
  data: {
    days: null as ViewedDay[] | null,
    recommended: [] as ProductCard[],
    failure: null as FailureView | null,
    cursor: '',
    isLoadingMore: false,
    choosing: { isOpen: false, productId: '' },
  },
  request: 0,
  viewed: [] as Viewed[],

  onShow() {
    void this.load()
  },
  onLanguageChange() {
    void this.load()
  },
  onReachBottom() {
    void this.loadMore()
  },

  async load() {
    const request = ++this.request
    const [result, recommended] = await Promise.all([
      call('catalog.listViewed', {}),
      call('catalog.getRecommendations', {}),
    ])
    if (request !== this.request) return
    // The list stands without what is recommended.
    if (recommended.ok) this.setData({ recommended: recommended.data.products })
    if (!result.ok) {
      if (!this.data.days) this.setData({ failure: toFailureView(result) })
      return
    }
    this.viewed = result.data.viewed
    this.show(result.data.cursor)
  },
  async loadMore() {
    const { cursor, isLoadingMore } = this.data
    if (cursor === '' || isLoadingMore) return
    const { request } = this
    this.setData({ isLoadingMore: true })
    const result = await call('catalog.listViewed', { cursor })
    if (request !== this.request) return
    this.setData({ isLoadingMore: false })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    this.viewed = [...this.viewed, ...result.data.viewed]
    this.show(result.data.cursor)
  },
  show(cursor: string | undefined) {
    const { favourites, product } = this.data.t
    const days = toViewedDays(this.viewed, Date.now(), favourites, product.day)
    this.setData({ days, cursor: cursor ?? '', failure: null, isLoadingMore: false })
  },

  async onForgetTap() {
    const { favourites } = this.data.t
    const { confirm } = await wx.showModal({
      title: favourites.forgetTitle,
      content: favourites.forgetLine,
      confirmText: favourites.forgetAll,
    })
    if (!confirm) return
    const result = await change('catalog.forgetViewed', {})
    if (result.ok) void this.load()
    else sayFailure(result)
  },
  onRetry() {
    this.setData({ failure: null })
    void this.load()
  },
  onBrowseTap() {
    nav.open('category')
  },
  onChoose(event: WechatMiniprogram.CustomEvent<{ productId: string }>) {
    this.setData({ choosing: { isOpen: true, productId: event.detail.productId } })
  },
  onAdded() {
    void wx.showToast({ title: this.data.t.search.added, icon: 'none' })
  },
  onChosenClose() {
    this.setData({ 'choosing.isOpen': false })
  },
})
