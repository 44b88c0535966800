import type { ProductSort } from '../../../shared/contract/catalog'
import { textsBehavior } from '../../lib/texts'
import { sortAfterTap } from './sort-after-tap'
import type { SortWord } from './sort-after-tap'

/**
 * The words a list is sorted by; a second tap on the price turns it round.
 *
 * | property | type   | what                        |
 * | -------- | ------ | --------------------------- |
 * | sort     | String | a `ProductSort`             |
 *
 * | event  | detail                  | when                 |
 * | ------ | ----------------------- | -------------------- |
 * | change | { sort: ProductSort }   | another was tapped   |
 */
Component({
  behaviors: [textsBehavior(['category'])],
  properties: { sort: { type: String, value: 'default' } },
  methods: {
    onWordTap(event: WechatMiniprogram.CustomEvent<object, object, { word: SortWord }>) {
      const before = this.data.sort as ProductSort
      const sort = sortAfterTap(before, event.currentTarget.dataset.word)
      if (sort !== before) this.triggerEvent('change', { sort })
    },
  },
})
