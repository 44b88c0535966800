import type { ProductSort } from '../../../shared/contract/catalog'
import { fill } from '../../lib/language'
import { textsBehavior } from '../../lib/texts'
import { sortAfterTap } from './sort-after-tap'
import type { SortWord } from './sort-after-tap'

/**
 * The words a list is sorted by; a second tap on the price turns it round.
 *
 * | property  | type    | what                                      |
 * | --------- | ------- | ----------------------------------------- |
 * | sort      | String  | a `ProductSort`                           |
 * | hasFilter | Boolean | whether the way to the filter stands here |
 * | compact   | Boolean | only the sign of the filter, no word      |
 * | chosen    | Number  | how many things the filter holds          |
 *
 * | event  | detail                  | when                       |
 * | ------ | ----------------------- | -------------------------- |
 * | change | { sort: ProductSort }   | another was tapped         |
 * | filter |                         | the filter is to be opened |
 */
Component({
  behaviors: [textsBehavior(['category', 'filter'])],
  properties: {
    sort: { type: String, value: 'default' },
    hasFilter: Boolean,
    compact: Boolean,
    chosen: Number,
  },
  data: { filterLabel: '' },
  observers: {
    'chosen, t'(chosen: number) {
      const { filter } = this.data.t
      const filterLabel = chosen === 0 ? filter.open : fill(filter.openCount, { count: chosen })
      this.setData({ filterLabel })
    },
  },
  methods: {
    onFilterTap() {
      this.triggerEvent('filter')
    },
    onWordTap(event: WechatMiniprogram.CustomEvent<object, object, { word: SortWord }>) {
      const before = this.data.sort as ProductSort
      const sort = sortAfterTap(before, event.currentTarget.dataset.word)
      if (sort !== before) this.triggerEvent('change', { sort })
    },
  },
})
