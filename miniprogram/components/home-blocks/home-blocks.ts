import type { Door, HomeBlock } from '../../../shared/contract/catalog'
import * as nav from '../../lib/nav'
import { textsBehavior } from '../../lib/texts'
import { toBlockViews } from './home-blocks-view'
import type { BlockView } from './home-blocks-view'

/**
 * The blocks of the home page under its hero, in the company's order.
 *
 * | property | type        | what                                      |
 * | -------- | ----------- | ----------------------------------------- |
 * | blocks   | HomeBlock[] | as the contract gives them                |
 * | stamp    | Number      | another one loads the live blocks again   |
 *
 * | event  | detail        | when                                            |
 * | ------ | ------------- | ----------------------------------------------- |
 * | choose | { productId } | to be put into the cart, options must be chosen |
 */
Component({
  behaviors: [textsBehavior(['home', 'common'])],
  properties: { blocks: { type: Array, value: [] as HomeBlock[] }, stamp: Number },
  data: { views: [] as BlockView[] },
  observers: {
    'blocks, t'(blocks: HomeBlock[]) {
      this.setData({ views: toBlockViews(blocks, this.data.t.home) })
    },
  },
  methods: {
    onDoorTap(
      event: WechatMiniprogram.TouchEvent<object, object, { block: number; index: number }>,
    ) {
      const { block, index } = event.currentTarget.dataset
      const view = this.data.views[block]
      const door = view?.kind === 'doors' ? view.doors[index] : undefined
      if (door) openDoor(door.route)
    },
    onMoreTap(event: WechatMiniprogram.TouchEvent<object, object, { categoryId?: string }>) {
      const { categoryId } = event.currentTarget.dataset
      if (categoryId) nav.open('category', { categoryId })
    },
    onBannerTap(event: WechatMiniprogram.TouchEvent<object, object, { block: number }>) {
      const view = this.data.views[event.currentTarget.dataset.block]
      if (view?.kind === 'banner') openBanner(view.link)
    },
    onChoose(event: WechatMiniprogram.CustomEvent<{ productId: string }>) {
      this.triggerEvent('choose', event.detail)
    },
  },
})

function openDoor({ name, params }: Door['route']): void {
  if (name === 'search') nav.open('search', { query: params['query'] })
  else if (name === 'product') nav.open('product', { productId: params['productId'] ?? '' })
  else nav.open('category', params['categoryId'] ? { categoryId: params['categoryId'] } : undefined)
}

function openBanner(link: Extract<HomeBlock, { kind: 'banner' }>['link']): void {
  switch (link.to) {
    case 'product':
      return nav.open('product', { productId: link.productId })
    case 'category':
      return nav.open('category', { categoryId: link.categoryId })
    case 'coupons':
      return nav.open('coupons')
    case 'promotion':
      return nav.open('flash', { promotionId: link.promotionId })
  }
}
