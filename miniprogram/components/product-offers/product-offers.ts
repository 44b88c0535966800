import { call, change } from '../../lib/call'
import { clockOffset } from '../../lib/countdown'
import { sayFailure } from '../../lib/failure'
import * as nav from '../../lib/nav'
import { textsBehavior } from '../../lib/texts'
import { toOffersView } from './offers-view'
import type { OffersView, ProductOffers } from './offers-view'

/**
 * What a product is offered with: a flash sale, coupons to claim on the spot, promotions, groups
 * that wait for somebody. It loads by itself and takes no room where there is nothing.
 *
 * | property  | type   | what                          |
 * | --------- | ------ | ----------------------------- |
 * | productId | String | the product                   |
 * | skuId     | String | the chosen SKU                |
 *
 * | event  | detail                     | when                                                |
 * | ------ | -------------------------- | --------------------------------------------------- |
 * | offers | { offers: ProductOffers? } | the offers are known, or could not be had           |
 */
Component({
  behaviors: [textsBehavior(['coupons', 'flashSale', 'groupBuy', 'orders', 'promotion'])],
  properties: { productId: String, skuId: String },
  data: { view: null as OffersView | null, offset: 0, isOpen: false, busyId: '' },
  observers: {
    productId(productId: string) {
      if (productId) void this.load()
    },
    'skuId, t'() {
      this.show()
    },
  },
  pageLifetimes: {
    show() {
      // Somebody who comes back may have joined, paid or claimed.
      if (offersOf.has(this)) void this.load()
    },
  },
  methods: {
    async load() {
      const { productId } = this.data
      const result = await call('loyalty.listProductOffers', { productId })
      // The product can be bought without knowing its offers; the cart has the same prices.
      if (productId !== this.data.productId) return
      if (!result.ok) {
        if (!offersOf.has(this)) this.triggerEvent('offers', { offers: null })
        return
      }
      offersOf.set(this, result.data)
      this.setData({ offset: clockOffset(result.data.now, Date.now()) })
      this.show()
      this.triggerEvent('offers', { offers: result.data })
    },
    show() {
      const offers = offersOf.get(this)
      if (!offers) return
      const { skuId, t } = this.data
      this.setData({ view: toOffersView(offers, skuId, t) })
    },
    onOver() {
      void this.load()
    },
    onCouponsTap() {
      this.setData({ isOpen: true })
    },
    onSheetClose() {
      this.setData({ isOpen: false })
    },
    async onClaimTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      const row = this.data.view?.tickets.find(({ couponId }) => couponId === id)
      if (!row?.canClaim || this.data.busyId) return
      this.setData({ busyId: id })
      const result = await change('loyalty.claimCoupon', { couponId: id })
      this.setData({ busyId: '' })
      if (!result.ok) sayFailure(result)
      void this.load()
    },
    onGroupTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      nav.open('group', { groupId: event.currentTarget.dataset.id })
    },
  },
})

/** What the server said, to be worded again for another SKU or language. */
const offersOf = new WeakMap<object, ProductOffers>()
