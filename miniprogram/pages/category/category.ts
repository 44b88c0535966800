import type { ProductFilter, ProductSort } from '../../../shared/contract/catalog'
import { chosenCount } from '../../components/filter-sheet/filter-view'
import { call } from '../../lib/call'
import { toFailureView } from '../../lib/failure'
import type { FailureView } from '../../lib/failure'
import { fill } from '../../lib/language'
import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { emptied, placeOf, toShelves, withPage } from './category-view'
import type { ShelfView } from './category-view'
import { watchShelves } from './watch-shelves'

definePage({
  texts: ['category', 'home', 'search', 'filter', 'common'],
  data: {
    shelves: null as ShelfView[] | null,
    /** The shelf at the top of the list. */
    current: 0,
    /** Where the list jumps to, and what the side bar keeps in sight. */
    jumpTo: '',
    sideInto: '',
    sort: 'default' as ProductSort,
    searchHint: '',
    searchLabel: '',
    failure: null as FailureView | null,
    choosing: { isOpen: false, productId: '' },
    /** The sheet is for one shelf, which it filters when it is done. */
    filtering: { isOpen: false, index: 0, categoryId: '', filter: {} as ProductFilter },
    /** Things chosen in the filter of each shelf. */
    filterCounts: [] as number[],
  },
  request: 0,
  /** What the page was opened for, until the shelves are there. */
  wantedId: '',
  stopWatching: null as (() => void) | null,

  onLoad(query: Record<string, string | undefined>) {
    this.wantedId = query['categoryId'] ?? ''
    void this.load()
  },
  onShow() {
    const params = nav.takeTabParams('category')
    if (!params) return
    this.wantedId = params.categoryId
    this.goToWanted()
  },
  onUnload() {
    this.stopWatching?.()
  },
  onLanguageChange() {
    void this.load()
  },
  onShareAppMessage() {
    const shelf = this.data.shelves?.[this.data.current]
    return {
      title: shelf ? `${shelf.name} ${shelf.line}` : this.data.t.category.title,
      path: nav.urlOf('category', shelf ? { categoryId: shelf.id } : undefined),
    }
  },

  async load() {
    const request = ++this.request
    const result = await call('catalog.listCategories', {})
    if (request !== this.request) return
    if (!result.ok) {
      if (!this.data.shelves) this.setData({ failure: toFailureView(result) })
      return
    }
    const { categories, searchHint } = result.data
    this.setData(
      {
        shelves: toShelves(categories, this.data.t.category),
        filterCounts: [],
        searchHint,
        searchLabel: fill(this.data.t.home.search, { hint: searchHint }),
        failure: null,
      },
      () => {
        this.stopWatching?.()
        this.stopWatching = watchShelves(this, {
          onNear: (index) => void this.loadShelf(index),
          onTop: (index) => this.showCurrent(index),
        })
        this.goToWanted()
      },
    )
  },
  /** Loads a shelf page by page until it is whole. */
  async loadShelf(index: number) {
    const { request } = this
    const state = this.data.shelves?.[index]?.state
    if (state !== 'waiting' && state !== 'failed' && state !== 'more') return
    this.setData({ [`shelves[${index}].state`]: 'loading' })
    for (;;) {
      const shelf = this.data.shelves?.[index]
      if (!shelf) return
      const result = await call('catalog.listProducts', {
        categoryId: shelf.kindId,
        sort: this.data.sort,
        filter: shelf.filter,
        ...(shelf.cursor === '' ? {} : { cursor: shelf.cursor }),
      })
      const isSame = this.data.shelves?.[index]?.kindId === shelf.kindId
      if (request !== this.request || !isSame) return
      const next = result.ok ? withPage(shelf, result.data) : { ...shelf, state: 'failed' as const }
      this.setData({ [`shelves[${index}]`]: next })
      if (next.state !== 'loading') return
    }
  },
  goToWanted() {
    const { shelves } = this.data
    const place = shelves && placeOf(shelves, this.wantedId)
    if (!place) return
    this.wantedId = ''
    if (shelves[place.index]?.kindId !== place.kindId) this.showKind(place.index, place.kindId)
    this.goTo(place.index)
  },
  /** Shows another part of a shelf, which begins anew. */
  showKind(index: number, kindId: string) {
    const shelf = this.data.shelves?.[index]
    if (!shelf) return
    this.setData({
      [`shelves[${index}]`]: emptied(shelf, { kindId, filter: {} }),
      [`filterCounts[${index}]`]: 0,
    })
    this.goTo(index)
  },
  goTo(index: number) {
    // The same place twice is no change, and the list would stay where a finger has moved it.
    this.setData({ jumpTo: '' })
    this.setData({ current: index, jumpTo: `shelf-${index}` })
    void this.loadShelf(index)
  },
  showCurrent(index: number) {
    if (index === this.data.current) return
    this.setData({ current: index, sideInto: `side-${Math.max(0, index - 2)}` })
  },

  onSideTap(event: WechatMiniprogram.CustomEvent<object, object, { index: number }>) {
    this.goTo(event.currentTarget.dataset.index)
  },
  onSortChange(event: WechatMiniprogram.CustomEvent<{ sort: ProductSort }>) {
    const { shelves, current } = this.data
    if (!shelves) return
    this.request += 1
    this.setData({ sort: event.detail.sort, shelves: shelves.map((shelf) => emptied(shelf)) }, () =>
      this.goTo(current),
    )
  },
  onKindTap(
    event: WechatMiniprogram.CustomEvent<object, object, { index: number; kindId: string }>,
  ) {
    const { index, kindId } = event.currentTarget.dataset
    if (this.data.shelves?.[index]?.kindId !== kindId) this.showKind(index, kindId)
  },
  onFilterTap(event: WechatMiniprogram.CustomEvent<object, object, { index: number }>) {
    const { index } = event.currentTarget.dataset
    const shelf = this.data.shelves?.[index]
    if (!shelf) return
    const { kindId, filter } = shelf
    this.setData({ filtering: { isOpen: true, index, categoryId: kindId, filter } })
  },
  onFilterChange(event: WechatMiniprogram.CustomEvent<{ filter: ProductFilter; count: number }>) {
    const { index } = this.data.filtering
    const shelf = this.data.shelves?.[index]
    if (!shelf) return
    this.request += 1
    this.setData({
      [`shelves[${index}]`]: emptied(shelf, event.detail),
      [`filterCounts[${index}]`]: chosenCount(event.detail.filter),
    })
    this.goTo(index)
  },
  onFilterClose() {
    this.setData({ 'filtering.isOpen': false })
  },
  onMoreTap(event: WechatMiniprogram.CustomEvent<object, object, { index: number }>) {
    void this.loadShelf(event.currentTarget.dataset.index)
  },
  onShelfRetry(event: WechatMiniprogram.CustomEvent<object, object, { index: number }>) {
    void this.loadShelf(event.currentTarget.dataset.index)
  },
  onRetry() {
    this.setData({ failure: null })
    void this.load()
  },
  onSearchTap() {
    nav.open('search', {})
  },
  onChoose(event: WechatMiniprogram.CustomEvent<{ productId: string }>) {
    this.setData({ choosing: { isOpen: true, productId: event.detail.productId } })
  },
  onChosenClose() {
    this.setData({ 'choosing.isOpen': false })
  },
})
