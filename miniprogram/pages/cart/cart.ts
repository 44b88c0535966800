import type { Cart } from '../../../shared/contract/order'
import { cart, changeCart, loadCart } from '../../lib/cart'
import type { CartChange } from '../../lib/cart'
import { sayFailure, toFailureView } from '../../lib/failure'
import type { FailureView } from '../../lib/failure'
import { fill, textsOf } from '../../lib/language'
import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { toCartView, withoutLines, withQuantity, withSelected } from './cart-view'
import type { CartRow, CartView } from './cart-view'

type LineEvent = WechatMiniprogram.TouchEvent<object, object, { id: string }>

/** How long a removal can be undone. */
const undoMs = 5_000
let stopFollowing: (() => void) | undefined
let undoTimer = 0
/** Changes on their way; the answer to the last one is what counts. */
let sending = 0

definePage({
  texts: ['common', 'cart'],
  data: {
    view: null as CartView | null,
    isManaging: false,
    isStale: false,
    undo: null as { text: string; changes: CartChange[] } | null,
    failure: null as FailureView | null,
  },

  onShow() {
    stopFollowing = cart.subscribe(() => this.follow())
    this.follow()
    void this.load()
  },
  onHide() {
    stopFollowing?.()
    this.setData({ undo: null })
  },
  onUnload() {
    stopFollowing?.()
  },
  onLanguageChange() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },

  async load() {
    const result = await loadCart()
    if (!result.ok && !cart.get().cart) this.setData({ failure: toFailureView(result) })
  },
  follow() {
    const { cart: current, isStale } = cart.get()
    if (!current || sending > 0) return
    this.setData({ isStale, failure: null })
    this.show(current)
  },
  show(current: Cart) {
    this.setData({ view: toCartView(current, textsOf(['cart']).cart) })
  },

  /** Shows the change at once and sends it; when it is refused, the server's cart shows again. */
  async send(changes: CartChange[], expected: (current: Cart) => Cart) {
    const { cart: current } = cart.get()
    if (!current) return
    const next = expected(current)
    cart.set({ cart: next })
    this.show(next)
    sending++
    const result = await changeCart(changes)
    sending--
    if (!result.ok) {
      sayFailure(result)
      if (sending === 0) await loadCart()
    }
    this.follow()
  },

  rowOf(event: LineEvent): CartRow | undefined {
    return this.data.view?.rows.find(({ skuId }) => skuId === event.currentTarget.dataset.id)
  },

  onSelectTap(event: LineEvent) {
    const row = this.rowOf(event)
    if (!row || (row.problem && !this.data.isManaging)) return
    const { skuId, isSelected } = row
    void this.send([{ skuId, isSelected: !isSelected }], (current) =>
      withSelected(current, [skuId], !isSelected),
    )
  },
  onSelectAllTap() {
    const { view } = this.data
    if (!view) return
    const isSelected = !view.isAllSelected
    const skuIds = view.rows.filter(({ problem }) => !problem).map(({ skuId }) => skuId)
    if (skuIds.length === 0) return
    void this.send(
      skuIds.map((skuId) => ({ skuId, isSelected })),
      (current) => withSelected(current, skuIds, isSelected),
    )
  },
  onLessTap(event: LineEvent) {
    const row = this.rowOf(event)
    if (row?.canLess) this.setQuantity(row, row.quantity - 1)
  },
  onMoreTap(event: LineEvent) {
    const row = this.rowOf(event)
    if (row?.canMore) this.setQuantity(row, row.quantity + 1)
    else if (row) {
      const title = fill(this.data.t.cart.limit, { count: row.available })
      void wx.showToast({ title, icon: 'none' })
    }
  },
  setQuantity({ skuId }: CartRow, quantity: number) {
    void this.send([{ skuId, quantity }], (current) => withQuantity(current, skuId, quantity))
  },
  onWayOnTap(event: LineEvent) {
    const row = this.rowOf(event)
    if (row?.problem === 'short') this.setQuantity(row, row.available)
    else if (row) nav.open('product', { productId: row.productId })
  },
  onProductTap(event: LineEvent) {
    const row = this.rowOf(event)
    if (row) nav.open('product', { productId: row.productId })
  },

  onRemoveTap(event: LineEvent) {
    const row = this.rowOf(event)
    if (row) this.remove([row])
  },
  onRemoveSelectedTap() {
    const rows = this.data.view?.rows.filter(({ isSelected }) => isSelected) ?? []
    if (rows.length > 0) this.remove(rows)
  },
  remove(rows: CartRow[]) {
    const skuIds = rows.map(({ skuId }) => skuId)
    const undo = {
      text: fill(this.data.t.cart.removed, { name: rows[0]?.name ?? '' }),
      changes: rows.map(({ skuId, quantity, isSelected }) => ({ skuId, quantity, isSelected })),
    }
    clearTimeout(undoTimer)
    undoTimer = setTimeout(() => this.setData({ undo: null }), undoMs)
    this.setData({ undo })
    void this.send(
      skuIds.map((skuId) => ({ skuId, quantity: 0 })),
      (current) => withoutLines(current, skuIds),
    )
  },
  onUndoTap() {
    const { undo } = this.data
    clearTimeout(undoTimer)
    this.setData({ undo: null })
    if (undo) void this.send(undo.changes, (current) => current)
  },

  onManageTap() {
    this.setData({ isManaging: !this.data.isManaging })
  },
  onFillUpTap() {
    nav.open('category')
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onCheckoutTap() {
    if ((this.data.view?.selectedCount ?? 0) > 0) nav.open('checkout', {})
    else void wx.showToast({ title: this.data.t.cart.selectFirst, icon: 'none' })
  },
})
