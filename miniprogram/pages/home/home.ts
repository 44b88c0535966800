import type { Home } from '../../../shared/contract/catalog'
import { call } from '../../lib/call'
import { followCompany, keptCompany } from '../../lib/company'
import { toFailureView } from '../../lib/failure'
import type { FailureView } from '../../lib/failure'
import { currentLanguage } from '../../lib/language'
import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { isSinglePage } from '../../lib/single-page'
import type { Live } from '../../components/live-strip/live-view'
import { letteringOf, toHomeView } from './home-view'
import type { HomeView } from './home-view'
import { keepWithoutHero, wasWithoutHero } from './kept-hero'
import { watchHero } from './watch-hero'

definePage({
  texts: ['home', 'search', 'common'],
  data: {
    view: null as HomeView | null,
    /** As it was last heard of, until the page's own data is there. */
    company: keptCompany(),
    /** The company has left the hero out. */
    hasNoHero: wasWithoutHero(),
    /** When the blocks that load by themselves were last asked to. */
    stamp: 0,
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
    this.dress()
    void this.load()
  },
  onShow() {
    void this.loadLive()
  },
  onReady() {
    this.watch()
  },
  onUnload() {
    this.stopWatching?.()
  },
  onLanguageChange() {
    this.dress()
    void this.load()
  },
  async onPullDownRefresh() {
    await Promise.all([this.load(), this.loadLive()])
    void wx.stopPullDownRefresh()
  },
  onShareAppMessage() {
    return { ...this.shareTitle(), path: nav.urlOf('home') }
  },
  onShareTimeline() {
    return this.shareTitle()
  },

  /** What there is before any data: the pictures of the package and the company as it was. */
  dress() {
    this.setData({ company: keptCompany(), lettering: letteringOf(currentLanguage()) })
  },
  /** Without one WeChat takes the name of the mini program. */
  shareTitle() {
    const title = this.data.view?.shareTitle ?? this.data.company.name
    return title === '' ? {} : { title }
  },

  async load() {
    const request = ++this.request
    const result = await call('catalog.getHome', {})
    if (request !== this.request) return
    if (result.ok) this.show(result.data)
    // What is on the screen stays when only a refresh failed.
    else if (!this.data.view) this.setData({ failure: toFailureView(result) })
  },
  show(home: Home) {
    const view = toHomeView(home, this.data.t.home)
    followCompany(home.company, currentLanguage())
    keepWithoutHero(!view.hero)
    const company = keptCompany()
    const isNewHero = this.data.hasNoHero && view.hero
    this.setData({ view, company, hasNoHero: !view.hero, stamp: Date.now(), failure: null }, () => {
      if (isNewHero) this.watch()
    })
  },
  /** Only a hero that is on the page can be watched: one that comes later is watched from then on. */
  watch() {
    this.stopWatching?.()
    this.stopWatching = watchHero(this, this.data.appearance.topHeight, (change) =>
      this.setData(change),
    )
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
    const productId = this.data.view?.hero?.link.productId
    if (productId) nav.open('product', { productId })
  },
  onChoose(event: WechatMiniprogram.CustomEvent<{ productId: string }>) {
    this.setData({ choosing: { isOpen: true, productId: event.detail.productId } })
  },
  onChosenClose() {
    this.setData({ 'choosing.isOpen': false })
  },
})
