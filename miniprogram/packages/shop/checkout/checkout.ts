import type { InvoiceWish } from '../../../../shared/contract/invoice'
import type { Address } from '../../../../shared/contract/member'
import type { Fulfilment, Shortage } from '../../../../shared/contract/order-parts'
import type { Quote } from '../../../../shared/contract/quote'
import { call, change, newOnceKey } from '../../../lib/call'
import { loadCart } from '../../../lib/cart'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { pay } from '../pay'
import { priceNews, shortageText, toCheckoutView } from './checkout-view'
import type { CheckoutView } from './checkout-view'
import { cardsAfterTap, couponsAfterTap, firstChoices } from './choices'
import type { Choices } from './choices'
import { chooseInvoiceTitle } from './invoice-title'
import { toRefusal } from './refusal'
import type { Refusal } from './refusal'

type Source = { kind: 'cart' } | { kind: 'sku'; skuId: string; quantity: number }
type IdTap = WechatMiniprogram.BaseEvent<object, { id: string }>

/** How long changed lines stay marked. */
const markMs = 2_000

definePage({
  texts: ['common', 'checkout', 'promotion'],
  data: {
    view: null as CheckoutView | null,
    quote: null as Quote | null,
    source: { kind: 'cart' } as Source,
    addressId: '',
    choices: firstChoices,
    contact: { name: '', phone: '' },
    note: '',
    giftNote: '',
    invoice: null as InvoiceWish | null,
    isChoosingCoupon: false,
    once: newOnceKey(),
    /** What made the total another one, once it did. */
    priceNews: '',
    isPricing: false,
    isSending: false,
    isPaying: false,
    isEmpty: false,
    /** Why this cannot be bought this way, with the ways on. */
    refusal: null as Refusal | null,
    failure: null as FailureView | null,
  },

  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad(query: { skuId?: string; quantity?: string; promotionId?: string; groupId?: string }) {
    const { skuId, quantity, promotionId, groupId } = query
    const source: Source = skuId
      ? { kind: 'sku', skuId, quantity: Math.max(1, Math.trunc(Number(quantity)) || 1) }
      : { kind: 'cart' }
    const group = promotionId ? { promotionId, ...(groupId ? { groupId } : {}) } : undefined
    this.setData({
      source,
      choices: { ...firstChoices, ...(group ? { group } : {}) },
      once: newOnceKey(),
    })
    void this.load()
  },
  onLanguageChange() {
    const { quote, priceNews: news, t } = this.data
    if (quote) this.show(quote)
    if (news) this.setData({ priceNews: t.checkout.priceChanged })
    void this.load()
  },

  async load() {
    const { source, addressId, choices } = this.data
    const question = ++this.asked
    this.setData({ isPricing: true })
    const input = { source, ...choices, ...(addressId ? { addressId } : {}) }
    const result = await call('order.quote', input)
    if (question !== this.asked) return
    if (result.ok) {
      this.setData({ failure: null, refusal: null, isEmpty: false, isPricing: false })
      this.show(result.data)
      return
    }
    this.setData({ isPricing: false })
    const { error } = result
    const refusal = toRefusal(error.code, textsOf(['checkout', 'errors']))
    if (refusal) this.setData({ refusal })
    else if (error.code === 'CART_EMPTY') this.setData({ isEmpty: true })
    else if (error.code === 'SOLD_OUT') await this.tellShortage(error.detail)
    else if (error.code === 'ADDRESS_NOT_FOUND' && addressId) {
      this.setData({ addressId: '' })
      await this.load()
    } else if (this.data.view && error.code === 'NETWORK') sayFailure(result)
    else this.setData({ failure: toFailureView(result) })
  },

  show(quote: Quote, before?: Quote) {
    const { contact } = this.data
    const { address } = quote
    const isNobody = contact.name === '' && contact.phone === ''
    this.setData({
      quote,
      addressId: address?.id ?? '',
      view: toCheckoutView(quote, textsOf(['checkout', 'promotion']), before),
      ...(isNobody && address ? { contact: { name: address.name, phone: address.phone } } : {}),
    })
  },

  /** Another choice is another intention, and has to be priced. */
  choose(change: Partial<Choices>) {
    const choices = { ...this.data.choices, ...change }
    this.setData({ choices, priceNews: '', once: newOnceKey() })
    void this.load()
  },

  onAddressTap() {
    nav.openFor('addresses', { pick: '1' }, (address: Address) => {
      this.setData({ addressId: address.id, once: newOnceKey() })
      void this.load()
    })
  },
  onWayTap(event: WechatMiniprogram.BaseEvent<object, { way: Fulfilment }>) {
    this.choose({ fulfilment: event.currentTarget.dataset.way })
  },
  onStoreTap(event: IdTap) {
    this.choose({ storeId: event.currentTarget.dataset.id })
  },
  onSwitchTap(event: IdTap) {
    const { id } = event.currentTarget.dataset
    const { usePoints, useBalance, giftcardIds } = this.data.choices
    if (id === 'points') this.choose({ usePoints: !usePoints })
    else if (id === 'balance') this.choose({ useBalance: !useBalance })
    else this.choose({ giftcardIds: cardsAfterTap(giftcardIds, id) })
  },

  onCouponsTap() {
    this.setData({ isChoosingCoupon: true })
  },
  onCouponsClose() {
    this.setData({ isChoosingCoupon: false })
  },
  onCouponTap(event: IdTap) {
    const { quote } = this.data
    const { id } = event.currentTarget.dataset
    const row = this.data.view?.coupons.find((coupon) => coupon.id === id)
    if (quote && row?.canUse) this.choose({ coupons: couponsAfterTap(quote.coupons, id) })
  },
  onBestCouponsTap() {
    this.choose({ coupons: 'best' })
    this.onCouponsClose()
  },
  onNoCouponsTap() {
    this.choose({ coupons: 'none' })
    this.onCouponsClose()
  },

  onNoteInput(event: WechatMiniprogram.Input<object, { field: 'note' | 'giftNote' }>) {
    const { field } = event.currentTarget.dataset
    this.setData({ [field]: event.detail.value, once: newOnceKey() })
  },
  onContactInput(event: WechatMiniprogram.Input<object, { field: 'name' | 'phone' }>) {
    const { field } = event.currentTarget.dataset
    this.setData({ [`contact.${field}`]: event.detail.value, once: newOnceKey() })
  },
  async onInvoiceTap() {
    const { t, invoice } = this.data
    if (invoice) {
      const itemList = [t.checkout.invoiceOther, t.checkout.invoiceDrop]
      const tapped = await wx.showActionSheet({ itemList }).catch(() => undefined)
      if (!tapped) return
      if (tapped.tapIndex === 1) {
        this.setData({ invoice: null, once: newOnceKey() })
        return
      }
    }
    const chosen = await chooseInvoiceTitle()
    if (chosen.outcome === 'chosen') this.setData({ invoice: chosen.invoice, once: newOnceKey() })
    else if (chosen.outcome !== 'closed') {
      const title = chosen.outcome === 'denied' ? t.checkout.invoiceDenied : t.checkout.invoiceWrong
      void wx.showToast({ title, icon: 'none', duration: 2500 })
    }
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onEmptyTap() {
    nav.open('cart')
  },
  onRefusalTap() {
    const { refusal, choices } = this.data
    const { group } = choices
    if (refusal?.way === 'cart' || !group) nav.open('cart')
    else if (refusal?.way === 'group' && group.groupId)
      nav.replace('group', { groupId: group.groupId })
    else this.chooseGroup({ promotionId: group.promotionId })
  },
  onAloneTap() {
    this.chooseGroup(undefined)
  },
  /** The same goods in a group of one's own, or in none. */
  chooseGroup(group: Choices['group']) {
    const { group: _left, ...choices } = this.data.choices
    this.setData({ choices: { ...choices, ...(group ? { group } : {}) }, refusal: null })
    this.choose({})
  },

  async onSubmitTap() {
    const { quote, source, addressId, choices, contact, once, isSending, isPricing } = this.data
    const { note, giftNote, invoice, t, view } = this.data
    if (isSending || isPricing || !quote || !view) return
    if (view.isPickup) {
      if (contact.name.trim() === '' || !/^1[3-9]\d{9}$/.test(contact.phone)) {
        void wx.showToast({ title: t.checkout.contactFirst, icon: 'none', duration: 2500 })
        return
      }
    } else if (!addressId || view.problem) {
      this.onAddressTap()
      return
    }
    this.setData({ isSending: true })
    const placed = await change(
      'order.place',
      {
        source,
        ...choices,
        ...(addressId ? { addressId } : {}),
        ...(view.isPickup ? { contact } : {}),
        note,
        giftNote,
        ...(invoice ? { invoice } : {}),
        signature: quote.signature,
      },
      once,
    )
    if (placed.ok) {
      const { orderId, outTradeNo, isPaid } = placed.data
      if (source.kind === 'cart') void loadCart()
      this.setData({ isPaying: true })
      if (isPaid) nav.replace('paid', { outTradeNo })
      else await this.pay(orderId, outTradeNo)
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
    const { checkout } = textsOf(['checkout'])
    this.setData({ priceNews: priceNews(before, quote, checkout) })
    this.show(quote, before)
    // It stands above what was looked at last.
    void wx.pageScrollTo({ scrollTop: 0 })
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
