import type { Home } from '../../../shared/contract/catalog'
import { call } from '../../lib/call'
import { toFailureView } from '../../lib/failure'
import type { FailureView } from '../../lib/failure'
import { currentLanguage } from '../../lib/language'
import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { isSinglePage } from '../../lib/single-page'
import type { Live } from '../../components/live-strip/live-view'
import { toHomeView } from './home-view'
import type { HomeView } from './home-view'

definePage({
  texts: ['home', 'common'],
  data: {
    view: null as HomeView | null,
    failure: null as FailureView | null,
    live: { count: 0 } as Live,
    /** The hero has gone under the bar. */
    isPastHero: false,
    choosing: { isOpen: false, productId: '' },
  },
  request: 0,
  observer: null as WechatMiniprogram.IntersectionObserver | null,

  onLoad() {
    void this.load()
  },
  onShow() {
    void this.loadLive()
  },
  onReady() {
    const observer = wx.createIntersectionObserver(this)
    this.observer = observer
    observer
      .relativeToViewport({ top: -this.data.appearance.topHeight })
      .observe('.hero-end', ({ intersectionRatio, boundingClientRect, relativeRect }) => {
        const isPastHero = intersectionRatio === 0 && boundingClientRect.top < relativeRect.top
        if (isPastHero !== this.data.isPastHero) this.setData({ isPastHero })
      })
  },
  onUnload() {
    this.observer?.disconnect()
  },
  onLanguageChange() {
    void this.load()
  },
  async onPullDownRefresh() {
    await Promise.all([this.load(), this.loadLive()])
    void wx.stopPullDownRefresh()
  },
  onShareAppMessage() {
    return { title: this.data.t.home.share, path: nav.urlOf('home') }
  },
  onShareTimeline() {
    return { title: this.data.t.home.share }
  },

  async load() {
    const request = ++this.request
    const result = await call('catalog.getHome', {})
    if (request !== this.request) return
    if (result.ok)
      this.setData({
        view: toHomeView(result.data, this.data.t.home, currentLanguage()),
        failure: null,
      })
    // What is on the screen stays when only a refresh failed.
    else if (!this.data.view) this.setData({ failure: toFailureView(result) })
  },
  async loadLive() {
    if (isSinglePage()) return
    const result = await call('order.getLive', {})
    if (result.ok) this.setData({ live: result.data })
  },

  onRetry() {
    this.setData({ failure: null })
    void this.load()
  },
  onSearchTap() {
    nav.open('search', {})
  },
  onHeroTap() {
    const productId = this.data.view?.link.productId
    if (productId) nav.open('product', { productId })
  },
  onDoorTap(event: WechatMiniprogram.CustomEvent<object, object, { index: number }>) {
    const door = this.data.view?.doors[event.currentTarget.dataset.index]
    if (door) openDoor(door.route)
  },
  onSeasonTap() {
    const categoryId = this.data.view?.season.categoryId
    if (categoryId) nav.open('category', { categoryId })
  },
  onChoose(event: WechatMiniprogram.CustomEvent<{ productId: string }>) {
    this.setData({ choosing: { isOpen: true, productId: event.detail.productId } })
  },
  onChosenClose() {
    this.setData({ 'choosing.isOpen': false })
  },
})

function openDoor({ name, params }: Home['doors'][number]['route']): void {
  if (name === 'search') nav.open('search', { query: params['query'] })
  else if (name === 'product') nav.open('product', { productId: params['productId'] ?? '' })
  else nav.open('category', params['categoryId'] ? { categoryId: params['categoryId'] } : undefined)
}
