import * as nav from '../../../../lib/nav'
import { textsBehavior } from '../../../../lib/texts'

/**
 * The way to share a product: to a chat, which the page answers in `onShareAppMessage`, or as a
 * poster with a code.
 *
 * | property  | type   | what        |
 * | --------- | ------ | ----------- |
 * | productId | String | the product |
 */
Component({
  behaviors: [textsBehavior(['product', 'poster'])],
  properties: { productId: String },
  data: { isOpen: false },
  methods: {
    onOpenTap() {
      this.setData({ isOpen: true })
    },
    onClose() {
      this.setData({ isOpen: false })
    },
    onPosterTap() {
      this.onClose()
      nav.open('poster', { productId: this.data.productId })
    },
  },
})
