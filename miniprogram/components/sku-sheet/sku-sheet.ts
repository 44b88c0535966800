import type { ProductDetail } from '../../../shared/contract/catalog'
import type { MessageTexts } from '../../../shared/messages/messages'
import { call, newOnceKey } from '../../lib/call'
import { changeCart } from '../../lib/cart'
import { sayFailure, toFailureView } from '../../lib/failure'
import type { FailureView } from '../../lib/failure'
import { fill } from '../../lib/language'
import * as nav from '../../lib/nav'
import { textsBehavior } from '../../lib/texts'
import type { SkuPrices } from '../product-offers/offers-view'
import { chooseValue, firstChoice, toSkuView } from './sku-view'
import type { Choice, ChoiceChange, SkuView } from './sku-view'

/**
 * The sheet where options and quantity are chosen, and the way from there into the cart or to
 * checkout. It loads the product by itself unless it is given.
 *
 * | property  | type          | what                                                         |
 * | --------- | ------------- | ------------------------------------------------------------ |
 * | visible   | Boolean       | whether it is open                                           |
 * | productId | String        | what to load when `product` is not given                     |
 * | product   | ProductDetail | the product, when the page has it                            |
 * | skuId     | String        | where to begin; else the cheapest that can be bought         |
 * | mode      | String        | `both` (default) buttons, only `add`, only `buy`, or `group` |
 * | prices    | Object        | what SKUs cost in a sale, or for `group` in a group, by id   |
 * | promotionId | String      | for `group`: the promotion a group is started in             |
 *
 * | event  | detail              | when                                                     |
 * | ------ | ------------------- | -------------------------------------------------------- |
 * | close  |                     | it wants to close: by a person, or because it is done     |
 * | added  |                     | it went into the cart                                    |
 * | chosen | { skuId, quantity } | a person changed the choice                              |
 */
Component({
  behaviors: [textsBehavior(['product', 'sku', 'groupBuy', 'common'])],
  properties: {
    visible: Boolean,
    productId: String,
    product: { type: Object, optionalTypes: [null], value: null as ProductDetail | null },
    skuId: String,
    mode: { type: String, value: 'both' },
    prices: { type: Object, value: {} as SkuPrices },
    promotionId: String,
  },
  data: {
    view: null as SkuView | null,
    ground: 'mist',
    stockText: '',
    quantity: 1,
    /** Why a value stays or what moved with it, under the group it belongs to. */
    hint: { groupId: '', text: '' },
    failure: null as FailureView | null,
    isBusy: false,
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.begin()
    },
    product() {
      if (this.data.visible) this.begin()
    },
  },
  methods: {
    begin() {
      const { product, productId } = this.data
      onceKeys.set(this, newOnceKey())
      if (product) this.show(product)
      else if (productId) void this.load()
    },
    async load() {
      const { productId } = this.data
      this.setData({ view: null, failure: null })
      const result = await call('catalog.getProduct', { productId })
      if (productId !== this.data.productId || !this.data.visible) return
      if (result.ok) this.show(result.data)
      else this.setData({ failure: toFailureView(result) })
    },
    show(product: ProductDetail) {
      products.set(this, product)
      const isSame = this.data.view?.sku?.id === this.data.skuId && this.data.skuId !== ''
      this.setData({ ground: product.plate, failure: null, hint: { groupId: '', text: '' } })
      this.choose(firstChoice(product, this.data.skuId), isSame ? this.data.quantity : 1)
    },
    choose(choice: Choice, quantity: number) {
      const product = products.get(this)
      if (!product) return
      const view = toSkuView(product, choice, this.data.prices)
      choices.set(this, choice)
      this.setData({
        view,
        stockText: fill(this.data.t.sku.stock, { count: view.stockLeft ?? 0 }),
        quantity: Math.max(1, Math.min(quantity, view.maximum)),
      })
    },
    tellChosen() {
      const { view, quantity } = this.data
      if (view?.sku) this.triggerEvent('chosen', { skuId: view.sku.id, quantity })
    },
    onValueTap(event: WechatMiniprogram.CustomEvent<object, object, ValueData>) {
      const product = products.get(this)
      const choice = choices.get(this)
      if (!product || !choice) return
      const { groupId, valueId, value } = event.currentTarget.dataset
      const change = chooseValue(product, choice, groupId, valueId)
      this.setData({ hint: { groupId, text: sayChange(change, value, this.data.t.sku) } })
      if (change.kind === 'soldOut') return
      this.choose(change.choice, this.data.quantity)
      this.tellChosen()
    },
    onLessTap() {
      if (this.data.quantity > 1) this.setQuantity(this.data.quantity - 1)
    },
    onMoreTap() {
      const { quantity, view, t } = this.data
      if (!view) return
      if (quantity < view.maximum) this.setQuantity(quantity + 1)
      else {
        const title = fill(t.sku.limit, { count: view.maximum })
        void wx.showToast({ title, icon: 'none' })
      }
    },
    setQuantity(quantity: number) {
      this.setData({ quantity })
      this.tellChosen()
    },
    async onAddTap() {
      const { view, quantity, isBusy } = this.data
      if (!view?.sku || isBusy) return
      this.setData({ isBusy: true })
      const once = onceKeys.get(this) ?? newOnceKey()
      const result = await changeCart([{ skuId: view.sku.id, add: quantity }], once)
      this.setData({ isBusy: false })
      if (result.ok) {
        this.onClose()
        this.triggerEvent('added')
      } else sayFailure(result)
      // The same key would give the same refusal again.
      if (!result.ok && result.error.code !== 'NETWORK') onceKeys.set(this, newOnceKey())
    },
    onBuyTap() {
      const { view, quantity, mode, promotionId } = this.data
      if (!view?.sku) return
      this.onClose()
      nav.open('checkout', {
        skuId: view.sku.id,
        quantity: String(quantity),
        ...(mode === 'group' ? { promotionId } : {}),
      })
    },
    onRetry() {
      void this.load()
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})

function sayChange(change: ChoiceChange, value: string, texts: MessageTexts['sku']): string {
  if (change.kind === 'soldOut') return fill(texts.valueSoldOut, { value })
  if (change.swapped.length === 0) return ''
  const join = (names: string[]) => names.join(texts.listSeparator)
  return fill(texts.swapped, {
    value,
    before: join(change.swapped.map(({ before }) => before)),
    after: join(change.swapped.map(({ after }) => after)),
  })
}

interface ValueData {
  groupId: string
  valueId: string
  value: string
}

/** What the sheet holds beside its data: the product is large and is not drawn as it is. */
const products = new WeakMap<object, ProductDetail>()
const choices = new WeakMap<object, Choice>()
/** One key for one opening: a double tap adds once. */
const onceKeys = new WeakMap<object, string>()
