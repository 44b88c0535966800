import type { HomeBlock, ProductCard } from '../../../shared/contract/catalog'
import { call, change } from '../../lib/call'
import { sayFailure } from '../../lib/failure'
import { textsOf } from '../../lib/language'
import * as nav from '../../lib/nav'
import { isSinglePage } from '../../lib/single-page'
import { textsBehavior } from '../../lib/texts'
import { toCouponCards, toFlashCards, toGroupCards } from './live-block-view'
import type { CouponCard, OfferCard } from './live-block-view'

type LiveBlock = Extract<
  HomeBlock,
  { kind: 'coupons' | 'flashSale' | 'groupBuy' | 'recommendations' }
>

const nothing = {
  offers: [] as OfferCard[],
  coupons: [] as CouponCard[],
  products: [] as ProductCard[],
  note: '',
}

/**
 * A block of the home page that asks for its own data, so that the page never waits for it: a
 * flash sale, group-buys, coupons to claim, recommendations. With nothing to show it is not there.
 *
 * | property | type      | what                                     |
 * | -------- | --------- | ---------------------------------------- |
 * | block    | HomeBlock | as the contract gives it                 |
 * | stamp    | Number    | another one loads it again               |
 *
 * | event  | detail        | when                                            |
 * | ------ | ------------- | ----------------------------------------------- |
 * | choose | { productId } | to be put into the cart, options must be chosen |
 */
Component({
  behaviors: [textsBehavior(['home'])],
  properties: {
    block: { type: Object, value: { kind: 'coupons', title: '' } as LiveBlock },
    stamp: Number,
  },
  data: { ...nothing, claimingId: '' },
  observers: {
    'block, stamp, t'(block: LiveBlock) {
      if (block.title) void this.load(block)
    },
  },
  methods: {
    async load(block: LiveBlock) {
      const shown = await read(block)
      // Another block has taken its place meanwhile, or nobody answered: what is there stays.
      if (shown && this.data.block.kind === block.kind) this.setData({ ...nothing, ...shown })
    },
    onHeadTap() {
      const { block } = this.data
      if (block.kind === 'coupons') nav.open('coupons')
      else if (block.kind === 'flashSale') nav.open('flash', {})
    },
    onOfferTap(event: WechatMiniprogram.TouchEvent<object, object, { productId: string }>) {
      nav.open('product', { productId: event.currentTarget.dataset.productId })
    },
    async onClaimTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset
      const coupon = this.data.coupons.find((known) => known.id === id)
      if (!coupon?.canClaim || this.data.claimingId) return
      this.setData({ claimingId: id })
      const result = await change('loyalty.claimCoupon', { couponId: id })
      this.setData({ claimingId: '' })
      if (!result.ok) sayFailure(result)
      await this.load(this.data.block as LiveBlock)
    },
    onChoose(event: WechatMiniprogram.CustomEvent<{ productId: string }>) {
      this.triggerEvent('choose', event.detail)
    },
  },
})

async function read(block: LiveBlock): Promise<Partial<typeof nothing> | undefined> {
  const { home } = textsOf(['home'])
  const input =
    'promotionId' in block && block.promotionId ? { promotionId: block.promotionId } : {}
  switch (block.kind) {
    case 'flashSale': {
      const result = await call('loyalty.listFlashSales', input)
      if (!result.ok) return undefined
      const { cards, note } = toFlashCards(result.data, home)
      return { offers: cards, note }
    }
    case 'groupBuy': {
      const result = await call('loyalty.listGroupBuys', input)
      return result.ok ? { offers: toGroupCards(result.data, home) } : undefined
    }
    case 'coupons': {
      const result = await call('loyalty.listCoupons', {})
      return result.ok ? { coupons: toCouponCards(result.data.coupons, home) } : undefined
    }
    case 'recommendations': {
      if (isSinglePage()) return undefined
      const result = await call('catalog.getRecommendations', {})
      return result.ok ? { products: result.data.products } : undefined
    }
  }
}
