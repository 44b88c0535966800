import type { Address } from '../../../../shared/contract/member'
import type { Quote, Shortage } from '../../../../shared/contract/order'
import { call, change, newOnceKey } from '../../../lib/call'
import { loadCart } from '../../../lib/cart'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { pay } from '../pay'
import { shortageText, toCheckoutView } from './checkout-view'
import type { CheckoutView } from './checkout-view'

type Source = { kind: 'cart' } | { kind: 'sku'; skuId: string; quantity: number }

/** How long changed lines stay marked. */
const markMs = 2_000

definePage({
  texts: ['common', 'checkout'],
  data: {
    view: null as CheckoutView | null,
    quote: null as Quote | null,
    source: { kind: 'cart' } as Source,
    addressId: '',
    note: '',
    once: newOnceKey(),
    isPriceNew: false,
    isSending: false,
    isPaying: false,
    isEmpty: false,
    failure: null as FailureView | null,
  },

  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad({ skuId, quantity }: { skuId?: string; quantity?: string }) {
    const source: Source = skuId
      ? { kind: 'sku', skuId, quantity: Math.max(1, Math.trunc(Number(quantity)) || 1) }
      : { kind: 'cart' }
    this.setData({ source, once: newOnceKey() })
    void this.load()
  },
  onLanguageChange() {
    void this.load()
  },

  async load() {
    const { source, addressId } = this.data
    const question = ++this.asked
    const result = await call('order.quote', { source, ...(addressId ? { addressId } : {}) })
    if (question !== this.asked) return
    if (result.ok) {
      this.setData({ failure: null, isEmpty: false })
      this.show(result.data)
      return
    }
    const { error } = result
    if (error.code === 'CART_EMPTY') this.setData({ isEmpty: true })
    else if (error.code === 'SOLD_OUT') await this.tellShortage(error.detail)
    else if (error.code === 'ADDRESS_NOT_FOUND' && addressId) {
      this.setData({ addressId: '' })
      await this.load()
    } else this.setData({ failure: toFailureView(result) })
  },

  show(quote: Quote, before?: Quote) {
    const { checkout } = textsOf(['checkout'])
    this.setData({
      quote,
      addressId: quote.address?.id ?? '',
      view: toCheckoutView(quote, checkout, before),
    })
  },

  onAddressTap() {
    nav.openFor('addresses', { pick: '1' }, (address: Address) => {
      this.setData({ addressId: address.id, once: newOnceKey() })
      void this.load()
    })
  },
  onNoteInput(event: WechatMiniprogram.Input) {
    this.setData({ note: event.detail.value, once: newOnceKey() })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onEmptyTap() {
    nav.open('cart')
  },

  async onSubmitTap() {
    const { quote, source, addressId, note, once, isSending } = this.data
    if (isSending || !quote) return
    if (!addressId) {
      this.onAddressTap()
      return
    }
    this.setData({ isSending: true })
    const placed = await change(
      'order.place',
      { source, addressId, note, signature: quote.signature },
      once,
    )
    if (placed.ok) {
      if (source.kind === 'cart') void loadCart()
      this.setData({ isPaying: true })
      await this.pay(placed.data.orderId, placed.data.outTradeNo)
      return
    }
    // The key stays: only an order that was placed uses it up, and its answer may have been lost.
    this.setData({ isSending: false })
    const { error } = placed
    if (error.code === 'PRICE_CHANGED') this.showNewPrice(error.detail, quote)
    else if (error.code === 'SOLD_OUT') await this.tellShortage(error.detail)
    else {
      sayFailure(placed)
      if (error.code !== 'NETWORK') void this.load()
    }
  },

  /** Once the order is placed this page has done its work: it is never come back to. */
  async pay(orderId: string, outTradeNo: string) {
    const paying = await pay(outTradeNo)
    if (paying.outcome === 'waiting' || paying.outcome === 'refused') {
      nav.replace('order', { orderId })
      const { orders } = textsOf(['orders'])
      if (paying.outcome === 'refused') sayFailure(paying)
      else {
        const title = paying.reason === 'cancelled' ? orders.payCancelled : orders.payFailed
        void wx.showToast({ title, icon: 'none', duration: 2500 })
      }
    } else nav.replace('paid', { outTradeNo })
  },

  showNewPrice(quote: Quote, before: Quote) {
    this.setData({ isPriceNew: true })
    this.show(quote, before)
    setTimeout(() => this.show(this.data.quote ?? quote), markMs)
  },

  async tellShortage(shortage: Shortage) {
    const { checkout } = textsOf(['checkout'])
    const isFromCart = this.data.source.kind === 'cart'
    await wx.showModal({
      title: checkout.soldOutTitle,
      content: shortageText(shortage, checkout),
      showCancel: false,
      confirmText: isFromCart ? checkout.backToCart : checkout.look,
    })
    if (isFromCart) nav.open('cart')
    else nav.back()
  },
})
