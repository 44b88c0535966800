import { call } from '../../../../lib/call'
import { textsOf } from '../../../../lib/language'
import * as nav from '../../../../lib/nav'
import { textsBehavior } from '../../../../lib/texts'
import { toVoicesView } from './voices-view'
import type { VoicesView } from './voices-view'

/**
 * Reviews and questions of a product; it loads by itself, and shows nothing of its own failure:
 * the page sells without it.
 *
 * | property  | type   | what          |
 * | --------- | ------ | ------------- |
 * | productId | String | whose it says |
 */
Component({
  behaviors: [textsBehavior(['reviews'])],
  properties: { productId: String },
  data: { view: null as VoicesView | null },
  observers: {
    productId() {
      void this.load()
    },
  },
  pageLifetimes: {
    show() {
      void this.load()
    },
  },
  methods: {
    async load() {
      const { productId } = this.data
      if (!productId) return
      const result = await call('care.getProductVoices', { productId })
      if (result.ok && productId === this.data.productId)
        this.setData({ view: toVoicesView(result.data, textsOf(['reviews']).reviews) })
    },
    onReviewsTap() {
      nav.open('reviews', { productId: this.data.productId })
    },
    onQuestionsTap() {
      nav.open('questions', { productId: this.data.productId })
    },
  },
})
