import { cart, changeCart, loadCart } from '../../lib/cart'
import type { CartChange } from '../../lib/cart'
import { sayFailure, toFailureView } from '../../lib/failure'
import type { FailureView } from '../../lib/failure'
import { fill, textsOf } from '../../lib/language'
import * as nav from '../../lib/nav'
import { definePage } from '../../lib/page'
import { mergeChanges, withChanges } from './cart-changes'
import { toCartView } from './cart-view'
import type { CartRow, CartView } from './cart-view'

type LineEvent = WechatMiniprogram.TouchEvent<object, object, { id: string }>

/** How long a removal can be undone. */
const undoMs = 5_000

/** What the page keeps beside what it shows. */
interface Keeping {
  stopFollowing?: () => void
  undoTimer: number
  /** Changes on their way, and those that wait until these are answered. */
  sent: CartChange[]
  waiting: CartChange[]
  /** Resolves when nothing is on its way any more. */
  sending?: Promise<void>
}
const keepings = new WeakMap<object, Keeping>()
const nothingKept = (): Keeping => ({ undoTimer: 0, sent: [], waiting: [] })

definePage({
  texts: ['common', 'cart'],
  data: {
    view: null as CartView | null,
    isManaging: false,
    isStale: false,
    isLeaving: false,
    undo: null as { text: string; changes: CartChange[] } | null,
    failure: null as FailureView | null,
  },

  onLoad() {
    keepings.set(this, nothingKept())
  },
  onShow() {
    this.keeping().stopFollowing = cart.subscribe(() => this.follow())
    this.follow()
    void this.load()
  },
  onHide() {
    this.keeping().stopFollowing?.()
    this.showUndo(null)
  },
  onUnload() {
    this.keeping().stopFollowing?.()
  },
  onLanguageChange() {
    this.follow()
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },

  keeping(): Keeping {
    return keepings.get(this) ?? nothingKept()
  },
  async load() {
    const result = await loadCart()
    if (!result.ok && !cart.get().cart) this.setData({ failure: toFailureView(result) })
  },
  /** Shows the server's cart with all changes it has not answered yet. */
  follow() {
    const { cart: current, isStale } = cart.get()
    if (!current) return
    const { sent, waiting } = this.keeping()
    const { cart: words, promotion } = textsOf(['cart', 'promotion'])
    const changed = withChanges(current, mergeChanges(sent, waiting))
    const view = toCartView(changed, words, promotion)
    this.setData({
      view,
      isStale,
      failure: null,
      isManaging: this.data.isManaging && !view.isEmpty,
    })
  },

  /** Shows the change at once; while one is on its way, further ones gather for the next. */
  send(changes: CartChange[]) {
    const keeping = this.keeping()
    keeping.waiting = mergeChanges(keeping.waiting, changes)
    this.follow()
    keeping.sending ??= this.sendWaiting(keeping)
  },
  async sendWaiting(keeping: Keeping) {
    while (keeping.waiting.length > 0) {
      keeping.sent = keeping.waiting
      keeping.waiting = []
      const result = await changeCart(keeping.sent)
      keeping.sent = []
      if (!result.ok) {
        sayFailure(result)
        await loadCart()
      }
    }
    keeping.sending = undefined
    this.follow()
  },

  rowOf(event: LineEvent): CartRow | undefined {
    return this.data.view?.rows.find(({ skuId }) => skuId === event.currentTarget.dataset.id)
  },

  onSelectTap(event: LineEvent) {
    const row = this.rowOf(event)
    if (!row || (row.problem && !this.data.isManaging)) return
    this.send([{ skuId: row.skuId, isSelected: !row.isSelected }])
  },
  onSelectAllTap() {
    const { view, isManaging } = this.data
    if (!view) return
    const isSelected = !(isManaging ? view.isAllMarked : view.isAllSelected)
    const rows = view.rows.filter(({ problem }) => isManaging || !problem)
    if (rows.length > 0) this.send(rows.map(({ skuId }) => ({ skuId, isSelected })))
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
    this.send([{ skuId, quantity }])
  },
  onWayOnTap(event: LineEvent) {
    const row = this.rowOf(event)
    if (row?.problem === 'short') this.setQuantity(row, row.available)
    else if (row) nav.open('category')
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
    const { cart: t } = this.data.t
    const [first] = rows
    this.showUndo({
      text:
        rows.length === 1 && first
          ? fill(t.removed, { name: first.name })
          : fill(t.removedMany, { count: rows.length }),
      changes: rows.map(({ skuId, quantity, isSelected }) => ({ skuId, quantity, isSelected })),
    })
    this.send(rows.map(({ skuId }) => ({ skuId, quantity: 0 })))
  },
  onUndoTap() {
    const { undo } = this.data
    this.showUndo(null)
    if (undo) this.send(undo.changes)
  },
  showUndo(undo: { text: string; changes: CartChange[] } | null) {
    const keeping = this.keeping()
    clearTimeout(keeping.undoTimer)
    this.setData({ undo })
    if (undo) keeping.undoTimer = setTimeout(() => this.setData({ undo: null }), undoMs)
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
  /** A tap right after a change waits for it: the checkout reads the server's cart. */
  async onCheckoutTap() {
    if (this.data.isLeaving) return
    this.setData({ isLeaving: true })
    await this.keeping().sending
    this.setData({ isLeaving: false })
    if ((this.data.view?.selectedCount ?? 0) > 0) nav.open('checkout', {})
    else void wx.showToast({ title: this.data.t.cart.selectFirst, icon: 'none' })
  },
})
