import type { NamedGoods } from '../../../../shared/contract/console-promotions'
import { call } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import { latestOnly } from '../../../lib/latest-only'
import { priceText } from '../../../lib/price-text'
import { textsBehavior } from '../../../lib/texts'

type Tap = WechatMiniprogram.TouchEvent<object, object, { index: number }>

interface Choice extends NamedGoods {
  /** What is said of it beside its name. */
  line: string
}

/**
 * Finds goods by words or by looking around, and says what was tapped.
 *
 * | property | type    | what                                                            |
 * | -------- | ------- | --------------------------------------------------------------- |
 * | visible  | Boolean | whether it is open                                              |
 * | mode     | String  | `scope` categories and products, `product`, or `sku` (default)  |
 *
 * | event | detail             | when                    |
 * | ----- | ------------------ | ----------------------- |
 * | pick  | { goods }          | something was tapped    |
 * | close |                    | it wants to close       |
 */
Component({
  behaviors: [textsBehavior(['common', 'staffPromotions'])],
  properties: { visible: Boolean, mode: { type: String, value: 'sku' } },
  data: {
    query: '',
    categories: [] as Choice[],
    products: [] as Choice[],
    skus: [] as Choice[],
    /** The product whose SKUs are shown. */
    openName: '',
    isLoading: false,
  },
  observers: {
    visible(isVisible: boolean) {
      if (isVisible) this.open()
    },
  },
  lifetimes: {
    created() {
      this.search = latestOnly((query: string) => this.load(query))
    },
  },
  methods: {
    search(_query: string) {
      // Set when it is created.
    },
    open() {
      this.setData({ query: '', skus: [], openName: '' })
      this.search('')
      if (this.data.mode === 'scope' && this.data.categories.length === 0)
        void this.loadCategories()
    },
    async loadCategories() {
      const result = await call('console.getProductChoices', {})
      if (!result.ok) return
      this.setData({
        categories: result.data.categories.map(({ id, name, depth }) => ({
          id,
          name,
          kind: 'category',
          line: '　'.repeat(depth) + name,
        })),
      })
    },
    async load(query: string) {
      this.setData({ isLoading: true })
      const result = await call('console.listProducts', {
        tab: 'onShelf',
        ...(query === '' ? {} : { query }),
      })
      this.setData({ isLoading: false })
      if (!result.ok) {
        sayFailure(result)
        return
      }
      this.setData({
        skus: [],
        openName: '',
        products: result.data.products.map(({ id, name, categoryName }) => ({
          id,
          name,
          kind: 'product',
          line: categoryName,
        })),
      })
    },
    async openProduct({ id, name }: Choice) {
      const result = await call('console.getStock', { productId: id })
      if (!result.ok) {
        sayFailure(result)
        return
      }
      const { inStock } = this.data.t.staffPromotions
      const skus = result.data.skus.map(({ skuId, options, priceFen, stock }): Choice => ({
        id: skuId,
        kind: 'sku',
        name,
        options,
        priceFen,
        stock,
        line: `${priceText(priceFen)}  ${fill(inStock, { count: stock })}`,
      }))
      if (skus.length === 1) this.pick(skus[0]!)
      else this.setData({ skus, openName: name })
    },
    pick({ line: _line, ...goods }: Choice) {
      this.triggerEvent('pick', { goods })
    },
    onSearchInput(event: WechatMiniprogram.Input) {
      const query = event.detail.value.trim()
      this.setData({ query })
      this.search(query)
    },
    onCategoryTap(event: Tap) {
      const choice = this.data.categories[event.currentTarget.dataset.index]
      if (choice) this.pick(choice)
    },
    onProductTap(event: Tap) {
      const choice = this.data.products[event.currentTarget.dataset.index]
      if (!choice) return
      if (this.data.mode === 'sku') void this.openProduct(choice)
      else this.pick(choice)
    },
    onSkuTap(event: Tap) {
      const choice = this.data.skus[event.currentTarget.dataset.index]
      if (choice) this.pick(choice)
    },
    onBackTap() {
      this.setData({ skus: [], openName: '' })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
