import type { ProductDetail } from '../../../../shared/contract/catalog'
import { toFlashPrices, toGroupButtons } from '../../../components/product-offers/offers-view'
import type {
  GroupButtons,
  ProductOffers,
  SkuPrices,
} from '../../../components/product-offers/offers-view'
import { firstChoice } from '../../../components/sku-sheet/sku-view'
import { call, change, newOnceKey } from '../../../lib/call'
import { cart, changeCart } from '../../../lib/cart'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { keyAfter } from '../../../lib/next-key'
import { definePage } from '../../../lib/page'
import { isSinglePage } from '../../../lib/single-page'
import { toChosenView, toProductView } from './product-view'
import type { ChosenView, ProductView } from './product-view'
import { watchSections } from './watch-sections'

definePage({
  texts: ['product', 'groupBuy', 'common'],
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
    isKept: false,
    isPlaying: false,
    /** While it can be bought together: both prices. */
    group: null as GroupButtons | null,
    /** Prices of a flash sale by SKU; until they are known no price is shown, so that none moves. */
    flashPrices: {} as SkuPrices,
    isPriced: false,
    productId: '',
  },
  request: 0,
  once: '',
  offers: null as ProductOffers | null,
  stop: null as (() => void) | null,
  stopWatching: null as (() => void) | null,

  onLoad(query: Record<string, string | undefined>) {
    this.once = newOnceKey()
    this.stop = cart.subscribe(() => this.showCartCount())
    const isAlone = isSinglePage()
    this.setData({ productId: query['productId'] ?? '', isAlone, isPriced: isAlone })
    this.showCartCount()
    if (query['scene']) void this.loadScene(query['scene'])
    else void this.load()
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
    if (!this.data.product) void this.rememberView()
    const { t, chosen } = this.data
    this.setData(
      {
        product,
        view: toProductView(product, t.product),
        ...this.choose(product, chosen?.skuId, chosen?.quantity),
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
  /** Opened by a code: what it stands for comes first. */
  async loadScene(scene: string) {
    const result = await call('catalog.resolveScene', { scene })
    if (!result.ok) {
      this.setData({ failure: toFailureView(result) })
      return
    }
    this.setData({ productId: result.data.params['productId'] ?? '' })
    void this.load()
  },
  /** What was looked at is remembered; a failure to do so is nobody's concern. */
  async rememberView() {
    const { productId, isAlone } = this.data
    if (isAlone) return
    const result = await change('catalog.recordView', { productId })
    if (result.ok && this.data.productId === productId)
      this.setData({ isKept: result.data.isFavourite })
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
    this.setData({ pictureNumber: event.detail.current + 1, isPlaying: false })
  },
  onPlayTap() {
    this.setData({ isPlaying: true })
  },
  onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { src: string }>) {
    const urls = this.data.view?.pictures.map(({ src }) => src) ?? []
    const current = event.currentTarget.dataset.src
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
  onOffers(event: WechatMiniprogram.CustomEvent<{ offers: ProductOffers | null }>) {
    const { product, chosen } = this.data
    if (!product) return
    this.offers = event.detail.offers
    this.setData({ isPriced: true, ...this.choose(product, chosen?.skuId, chosen?.quantity) })
  },
  /** What the page shows of this SKU, in its offers too. */
  choose(product: ProductDetail, skuId?: string, quantity = 1) {
    const { offers } = this
    const { t } = this.data
    const flashPrices = offers ? toFlashPrices(offers) : {}
    const chosen = toChosenView(
      product,
      firstChoice(product, skuId),
      quantity,
      t.product,
      flashPrices,
    )
    return { chosen, flashPrices, group: offers && toGroupButtons(offers, chosen, t.groupBuy) }
  },
  onTogetherTap() {
    const { group, chosen, view } = this.data
    if (!group || !chosen || !view) return
    const { promotionId, skuId } = group
    if (view.hasOptions) this.openSheet('group')
    else nav.open('checkout', { skuId, quantity: String(chosen.quantity), promotionId })
  },
  async add({ skuId, quantity }: ChosenView) {
    this.setData({ isAdding: true })
    const result = await changeCart([{ skuId, add: quantity }], this.once)
    this.setData({ isAdding: false })
    if (!result.ok) sayFailure(result)
    this.once = keyAfter(result, this.once)
  },
  openSheet(mode: SheetMode) {
    this.setData({ sheet: { isOpen: true, mode } })
  },
  onSheetClose() {
    this.setData({ 'sheet.isOpen': false })
  },
  onSheetChosen(event: WechatMiniprogram.CustomEvent<{ skuId: string; quantity: number }>) {
    const { product } = this.data
    const { skuId, quantity } = event.detail
    if (product) this.setData(this.choose(product, skuId, quantity))
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

type SheetMode = 'both' | 'add' | 'buy' | 'group'
