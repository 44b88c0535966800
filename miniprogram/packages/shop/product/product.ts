import type { ProductDetail } from '../../../../shared/contract/catalog'
import { firstChoice } from '../../../components/sku-sheet/sku-view'
import { call, newOnceKey } from '../../../lib/call'
import { cart, changeCart } from '../../../lib/cart'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { isSinglePage } from '../../../lib/single-page'
import { toChosenView, toProductView } from './product-view'
import type { ChosenView, ProductView } from './product-view'
import { watchSections } from './watch-sections'

definePage({
  texts: ['product', 'common'],
  data: {
    view: null as ProductView | null,
    chosen: null as ChosenView | null,
    /** For the sheet, which needs all SKUs. */
    product: null as ProductDetail | null,
    failure: null as FailureView | null,
    pictureNumber: 1,
    /** The picture has gone under the bar, which shows the anchors then. */
    isPastPicture: false,
    anchor: 'goods',
    sheet: { isOpen: false, mode: 'both' as SheetMode },
    cartCount: 0,
    cartLabel: '',
    isAdding: false,
    isAlone: false,
    /** What another one sees in the chat the product is sent to. */
    productId: '',
  },
  request: 0,
  once: '',
  stop: null as (() => void) | null,
  stopWatching: null as (() => void) | null,

  onLoad(query: Record<string, string | undefined>) {
    this.once = newOnceKey()
    this.stop = cart.subscribe(() => this.showCartCount())
    this.setData({ productId: query['productId'] ?? '', isAlone: isSinglePage() })
    this.showCartCount()
    void this.load()
  },
  onUnload() {
    this.stop?.()
    this.stopWatching?.()
  },
  onLanguageChange() {
    this.showCartCount()
    void this.load()
  },
  onShareAppMessage() {
    const { view, productId } = this.data
    return {
      title: view ? `${view.name} ${view.line}` : '',
      path: nav.urlOf('product', { productId }),
    }
  },
  onShareTimeline() {
    const { view, productId } = this.data
    return { title: view ? `${view.name} ${view.line}` : '', query: `productId=${productId}` }
  },

  async load() {
    const request = ++this.request
    const result = await call('catalog.getProduct', { productId: this.data.productId })
    if (request !== this.request) return
    if (!result.ok) {
      this.setData({ failure: toFailureView(result) })
      return
    }
    const { data: product } = result
    const { t, chosen } = this.data
    const choice = firstChoice(product, chosen?.skuId)
    this.setData(
      {
        product,
        view: toProductView(product, t.product),
        chosen: toChosenView(product, choice, chosen?.quantity ?? 1, t.product),
        failure: null,
      },
      () => {
        this.stopWatching?.()
        this.stopWatching = watchSections(this, this.data.appearance.topHeight, (change) =>
          this.setData(change),
        )
      },
    )
  },
  showCartCount() {
    const cartCount = cart.get().cart?.count ?? 0
    this.setData({
      cartCount,
      cartLabel: fill(this.data.t.product.cartCount, { count: cartCount }),
    })
  },

  onRetry() {
    this.setData({ failure: null })
    void this.load()
  },
  onPictureChange(event: WechatMiniprogram.SwiperChange) {
    this.setData({ pictureNumber: event.detail.current + 1 })
  },
  onPictureTap() {
    const urls = this.data.view?.pictures.map(({ src }) => src) ?? []
    const current = urls[this.data.pictureNumber - 1]
    void wx.previewImage({ urls, ...(current ? { current } : {}) })
  },
  onAnchorTap(event: WechatMiniprogram.CustomEvent<object, object, { anchor: string }>) {
    const { anchor } = event.currentTarget.dataset
    this.scrollToSection(anchor)
  },
  scrollToSection(anchor: string) {
    if (anchor === 'goods') void wx.pageScrollTo({ scrollTop: 0 })
    else
      void wx.pageScrollTo({
        selector: `#section-${anchor}`,
        offsetTop: -this.data.appearance.topHeight,
      })
  },
  onChosenTap() {
    this.openSheet('both')
  },
  onAddTap() {
    const { view, chosen, isAdding } = this.data
    if (!view || !chosen || isAdding) return
    if (view.hasOptions) this.openSheet('add')
    else void this.add(chosen)
  },
  onBuyTap() {
    const { view, chosen } = this.data
    if (!view || !chosen) return
    if (view.hasOptions) this.openSheet('buy')
    else nav.open('checkout', { skuId: chosen.skuId, quantity: String(chosen.quantity) })
  },
  async add({ skuId, quantity }: ChosenView) {
    this.setData({ isAdding: true })
    const result = await changeCart([{ skuId, add: quantity }], this.once)
    this.setData({ isAdding: false })
    if (!result.ok) sayFailure(result)
    if (result.ok || result.error.code !== 'NETWORK') this.once = newOnceKey()
  },
  openSheet(mode: SheetMode) {
    this.setData({ sheet: { isOpen: true, mode } })
  },
  onSheetClose() {
    this.setData({ 'sheet.isOpen': false })
  },
  onSheetChosen(event: WechatMiniprogram.CustomEvent<{ skuId: string; quantity: number }>) {
    const { product, t } = this.data
    if (!product) return
    const { skuId, quantity } = event.detail
    const choice = firstChoice(product, skuId)
    this.setData({ chosen: toChosenView(product, choice, quantity, t.product) })
  },
  onCartTap() {
    nav.open('cart')
  },
  onSimilarTap() {
    const { view } = this.data
    if (!view) return
    if (view.related.length > 0) this.scrollToSection('related')
    else nav.open('category', { categoryId: view.categoryId })
  },
  onRelatedChoose(event: WechatMiniprogram.CustomEvent<{ productId: string }>) {
    nav.open('product', event.detail)
  },
})

type SheetMode = 'both' | 'add' | 'buy'
