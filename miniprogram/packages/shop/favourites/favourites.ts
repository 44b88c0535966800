import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toFavouritesView, toggled, withoutRows } from './favourites-view'
import type { FavouritesView } from './favourites-view'

definePage({
  texts: ['favourites', 'search', 'common'],
  data: {
    view: null as FavouritesView | null,
    failure: null as FailureView | null,
    isEditing: false,
    /** Products chosen to be removed, by id. */
    chosen: {} as Record<string, boolean>,
    removeText: '',
    isAnyChosen: false,
    isRemoving: false,
    isLoadingMore: false,
    choosing: { isOpen: false, productId: '' },
  },
  request: 0,
  once: '',

  onLoad() {
    this.once = newOnceKey()
    this.show({})
  },
  /** Also when coming back from a product, whose star may have been turned. */
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
    const result = await call('catalog.listFavourites', {})
    if (request !== this.request) return
    this.setData({ isLoadingMore: false })
    if (result.ok)
      this.setData({
        view: toFavouritesView(result.data, null, this.data.t.favourites),
        failure: null,
      })
    else if (!this.data.view) this.setData({ failure: toFailureView(result) })
  },
  async loadMore() {
    const { view, isLoadingMore } = this.data
    if (!view || view.cursor === '' || isLoadingMore) return
    const { request } = this
    this.setData({ isLoadingMore: true })
    const result = await call('catalog.listFavourites', { cursor: view.cursor })
    if (request !== this.request) return
    this.setData({ isLoadingMore: false })
    if (result.ok)
      this.setData({ view: toFavouritesView(result.data, view, this.data.t.favourites) })
    else sayFailure(result)
  },
  show(chosen: Record<string, boolean>) {
    const { t } = this.data
    const count = Object.keys(chosen).length
    this.setData({
      chosen,
      isAnyChosen: count > 0,
      removeText: count === 0 ? t.favourites.removeNone : fill(t.favourites.remove, { count }),
    })
  },

  onEditTap() {
    this.setData({ isEditing: !this.data.isEditing })
    this.show({})
  },
  onPickTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.show(toggled(this.data.chosen, event.currentTarget.dataset.id))
  },
  async onRemoveTap() {
    const { view, chosen, isRemoving } = this.data
    const productIds = Object.keys(chosen)
    if (!view || productIds.length === 0 || isRemoving) return
    this.setData({ isRemoving: true })
    const result = await change('catalog.removeFavourite', { productIds }, this.once)
    this.setData({ isRemoving: false })
    if (!result.ok) {
      sayFailure(result)
      return
    }
    this.once = newOnceKey()
    const left = withoutRows(view, productIds, result.data.count, this.data.t.favourites)
    this.setData({ view: left, isEditing: left.count > 0 })
    this.show({})
    if (left.rows.length === 0 && left.count > 0) void this.load()
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
