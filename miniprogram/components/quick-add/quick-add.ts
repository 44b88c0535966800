import { cartPieceLimit } from '../../../shared/domain/cart'
import { cart, changeCart } from '../../lib/cart'
import { sayFailure } from '../../lib/failure'
import { fill } from '../../lib/language'
import { latestOnly } from '../../lib/latest-only'
import { textsBehavior } from '../../lib/texts'

/**
 * The round button that puts a product into the cart. With one SKU it opens in place to minus,
 * count, plus; the count is the cart's own, everywhere at once. With options it asks its owner to
 * open the SKU sheet.
 *
 * | property | type   | what                                            |
 * | -------- | ------ | ----------------------------------------------- |
 * | skuId    | String | the only SKU; empty when options must be chosen |
 * | name     | String | the product's name, for reading out             |
 *
 * | event  | when                                  |
 * | ------ | ------------------------------------- |
 * | choose | tapped, and options must be chosen    |
 */
Component({
  behaviors: [textsBehavior(['product'])],
  properties: { skuId: String, name: String },
  data: { count: 0, moreLabel: '', lessLabel: '' },
  observers: {
    skuId() {
      this.showCart()
    },
    'name, skuId, count, t'(name: string, skuId: string, count: number) {
      const { product } = this.data.t
      const more = skuId === '' ? product.chooseFor : count > 0 ? product.addMore : product.addOne
      this.setData({
        moreLabel: fill(more, { name }),
        lessLabel: fill(product.addLess, { name }),
      })
    },
  },
  lifetimes: {
    attached() {
      this.showCart()
      stops.set(
        this,
        cart.subscribe(() => this.showCart()),
      )
      senders.set(
        this,
        latestOnly((quantity: number) => this.send(quantity)),
      )
    },
    detached() {
      stops.get(this)?.()
    },
  },
  methods: {
    onMoreTap() {
      const { skuId, count } = this.data
      if (skuId === '') {
        this.triggerEvent('choose')
        return
      }
      const limit = Math.min(lineOf(skuId)?.available ?? cartPieceLimit, cartPieceLimit)
      if (count < limit) this.want(count + 1)
      else {
        const title = fill(this.data.t.product.limit, { count: limit })
        void wx.showToast({ title, icon: 'none' })
      }
    },
    onLessTap() {
      if (this.data.count > 0) this.want(this.data.count - 1)
    },
    /** Shows the wanted count at once and sends it when nothing else is on its way. */
    want(quantity: number) {
      wanted.set(this, quantity)
      this.setData({ count: quantity })
      senders.get(this)?.(quantity)
    },
    async send(quantity: number) {
      const result = await changeCart([{ skuId: this.data.skuId, quantity }])
      if (!result.ok) sayFailure(result)
      if (!result.ok || wanted.get(this) === quantity) {
        wanted.delete(this)
        this.showCart()
      }
    },
    showCart() {
      if (wanted.has(this)) return
      const count = lineOf(this.data.skuId)?.quantity ?? 0
      if (count !== this.data.count) this.setData({ count })
    },
  },
})

const stops = new WeakMap<object, () => void>()
const senders = new WeakMap<object, (quantity: number) => void>()
/** The count a person has asked for and the cart has not confirmed yet. */
const wanted = new WeakMap<object, number>()

const lineOf = (skuId: string) => cart.get().cart?.lines.find((line) => line.skuId === skuId)
