import type { Home } from '../../../shared/contract/catalog'
import { call } from '../../lib/call'
import { toFailureView } from '../../lib/failure'
import type { FailureView } from '../../lib/failure'
import { currentLanguage } from '../../lib/language'
import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { isSinglePage } from '../../lib/single-page'
import type { Live } from '../../components/live-strip/live-view'
import { letteringOf, toHomeView } from './home-view'
import type { HomeView } from './home-view'
import { watchHero } from './watch-hero'

definePage({
  texts: ['home', 'search', 'common'],
  data: {
    view: null as HomeView | null,
    failure: null as FailureView | null,
    /** The hero's own pictures are in the package: they are there before any data. */
    lettering: letteringOf(currentLanguage()),
    live: { count: 0 } as Live,
    /** The hero has gone under the bar; its words go earlier, before they touch it. */
    isPastHero: false,
    isPastWords: false,
    choosing: { isOpen: false, productId: '' },
  },
  request: 0,
  stopWatching: null as (() => void) | null,

  onLoad() {
    this.setData({ lettering: letteringOf(currentLanguage()) })
    void this.load()
  },
  onShow() {
    void this.loadLive()
  },
  onReady() {
    this.stopWatching = watchHero(this, this.data.appearance.topHeight, (change) =>
      this.setData(change),
    )
  },
  onUnload() {
    this.stopWatching?.()
  },
  onLanguageChange() {
    this.setData({ lettering: letteringOf(currentLanguage()) })
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
        view: toHomeView(result.data, this.data.t.home),
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
