import type { ProductCard } from '../../../shared/contract/catalog'
import * as nav from '../../lib/nav'
import { textsBehavior } from '../../lib/texts'

/**
 * A product in a grid: square picture, name in two lines, price, a way into the cart. A tap opens
 * the product by itself. Lay cards out with the class `product-grid` (styles/page.wxss).
 *
 * | property | type        | what                                 |
 * | -------- | ----------- | ------------------------------------ |
 * | product  | ProductCard | as the contract gives it             |
 *
 * | event  | detail        | when                                            |
 * | ------ | ------------- | ----------------------------------------------- |
 * | choose | { productId } | to be put into the cart, options must be chosen |
 */
Component({
  behaviors: [textsBehavior(['common'])],
  properties: { product: { type: Object, value: {} as ProductCard } },
  methods: {
    onCardTap() {
      nav.open('product', { productId: this.data.product.id })
    },
    onChoose() {
      this.triggerEvent('choose', { productId: this.data.product.id })
    },
  },
})
