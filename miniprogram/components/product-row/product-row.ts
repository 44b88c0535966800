import type { ProductCard } from '../../../shared/contract/catalog'
import * as nav from '../../lib/nav'
import { textsBehavior } from '../../lib/texts'

/**
 * A product in a list: picture at the left, name, line, price, a way into the cart. A tap opens
 * the product by itself. Its height is `calc(121 * var(--y-u))`. Each row draws the hairline above
 * itself one pixel higher; a list cuts that of its first rows off (`clip-path: inset(1px 0 0)`).
 *
 * | property | type        | what                                              |
 * | -------- | ----------- | ------------------------------------------------- |
 * | product  | ProductCard | as the contract gives it                          |
 *
 * | event  | detail        | when                                            |
 * | ------ | ------------- | ----------------------------------------------- |
 * | choose | { productId } | to be put into the cart, options must be chosen |
 */
Component({
  behaviors: [textsBehavior(['common'])],
  properties: { product: { type: Object, value: {} as ProductCard } },
  methods: {
    onRowTap() {
      nav.open('product', { productId: this.data.product.id })
    },
    onChoose() {
      this.triggerEvent('choose', { productId: this.data.product.id })
    },
  },
})
