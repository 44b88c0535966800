import type { ProductFilter } from '../../../shared/contract/catalog'
import { call } from '../../lib/call'
import { sayFailure } from '../../lib/failure'
import { latestOnly } from '../../lib/latest-only'
import { textsBehavior } from '../../lib/texts'
import { toFilterView, withFacet, withPrices, withStock } from './filter-view'
import type { FilterView } from './filter-view'

/**
 * The sheet in which a list is filtered. Every tap asks anew what would be left; the list itself
 * changes when the sheet is closed with its button.
 *
 * | property   | type          | what                                  |
 * | ---------- | ------------- | ------------------------------------- |
 * | visible    | Boolean       | whether it is open                    |
 * | categoryId | String        | what is listed; empty for everything  |
 * | query      | String        | what is searched for; empty for a list |
 * | filter     | ProductFilter | where it begins                       |
 *
 * | event  | detail                    | when                        |
 * | ------ | ------------------------- | --------------------------- |
 * | change | { filter: ProductFilter, count: number } | the list is to change |
 * | close  |                           | it wants to close           |
 */
Component({
  behaviors: [textsBehavior(['filter', 'common'])],
  properties: {
    visible: Boolean,
    categoryId: String,
    query: String,
    filter: { type: Object, value: {} as ProductFilter },
  },
  data: {
    view: null as FilterView | null,
    isStockOn: false,
    lowest: '',
    highest: '',
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.begin()
    },
  },
  methods: {
    begin() {
      const filter = this.data.filter as ProductFilter
      this.setData({
        view: null,
        lowest: filter.minFen === undefined ? '' : String(filter.minFen / 100),
        highest: filter.maxFen === undefined ? '' : String(filter.maxFen / 100),
      })
      if (!askers.has(this))
        askers.set(
          this,
          latestOnly((wanted) => this.ask(wanted)),
        )
      this.choose(filter)
    },
    choose(filter: ProductFilter) {
      chosen.set(this, filter)
      this.setData({ isStockOn: filter.inStock === true })
      askers.get(this)?.(filter)
    },
    async ask(filter: ProductFilter) {
      const { categoryId, query } = this.data
      const result = await call('catalog.getFilters', {
        filter,
        ...(categoryId === '' ? {} : { categoryId }),
        ...(query === '' ? {} : { query }),
      })
      if (!result.ok) {
        sayFailure(result)
        return
      }
      counts.set(this, result.data.count)
      this.setData({ view: toFilterView(result.data, filter, this.data.t.filter) })
    },
    now(): ProductFilter {
      return chosen.get(this) ?? {}
    },
    onValueTap(
      event: WechatMiniprogram.CustomEvent<object, object, { key: string; empty: boolean }>,
    ) {
      const { key, empty } = event.currentTarget.dataset
      if (!empty) this.choose(withFacet(this.now(), key))
    },
    onStockTap() {
      if (!this.data.view?.isStockEmpty) this.choose(withStock(this.now()))
    },
    onLowestInput(event: WechatMiniprogram.Input) {
      this.setData({ lowest: event.detail.value })
    },
    onHighestInput(event: WechatMiniprogram.Input) {
      this.setData({ highest: event.detail.value })
    },
    onPriceDone() {
      this.choose(withPrices(this.now(), this.data.lowest, this.data.highest))
    },
    onResetTap() {
      this.setData({ lowest: '', highest: '' })
      this.choose({})
    },
    onShowTap() {
      // A price that is still being typed counts, too.
      const filter = withPrices(this.now(), this.data.lowest, this.data.highest)
      this.triggerEvent('change', { filter, count: counts.get(this) ?? 0 })
      this.onClose()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})

/** What is chosen in the open sheet, and how many products that leaves. */
const chosen = new WeakMap<object, ProductFilter>()
const counts = new WeakMap<object, number>()
const askers = new WeakMap<object, (filter: ProductFilter) => void>()
