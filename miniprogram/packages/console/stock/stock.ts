import type { MoveReason, StockMove, StockRow } from '../../../../shared/contract/goods'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { definePage } from '../../../lib/page'
import { loadMe, session } from '../../../lib/session'
import { yuanField } from '../money-field'
import { keyAfter } from '../../../lib/next-key'
import { mayPrice } from '../price-brake'
import { deedsFor, reasonsFor, toMove, toMoveViews, weigh } from './stock-view'
import type { Deed, MoveView } from './stock-view'

type Tap<D> = WechatMiniprogram.TouchEvent<object, object, D & WechatMiniprogram.IAnyObject>

definePage({
  texts: ['common', 'stock'],
  data: {
    productId: '',
    name: '',
    skus: [] as StockRow[],
    deeds: [] as Deed[],
    sku: null as StockRow | null,
    isOpen: false,
    deed: 'in' as Deed,
    reasons: [] as ReturnType<typeof reasonsFor>,
    reason: 'purchase' as MoveReason,
    typed: '',
    hint: { line: '', isWrong: false } as ReturnType<typeof weigh>,
    note: '',
    moves: [] as MoveView[],
    hasMore: false,
    isLoading: true,
    isSending: false,
    once: '',
    failure: null as FailureView | null,
  },

  history: [] as StockMove[],
  cursor: undefined as string | undefined,

  async onLoad(query: { productId?: string }) {
    this.setData({ productId: query.productId ?? '' })
    void this.load()
    if (!session.get().me) await loadMe()
    this.setData({ deeds: deedsFor(session.get().me?.roles ?? []) })
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onLanguageChange() {
    void this.load()
    this.setData({ moves: toMoveViews(this.history, this.data.t.stock) })
  },

  async load() {
    const result = await call('console.getStock', { productId: this.data.productId })
    if (!result.ok) {
      if (this.data.skus.length > 0) sayFailure(result)
      else this.setData({ isLoading: false, failure: toFailureView(result) })
      return
    }
    const { name, skus } = result.data
    const open = skus.find(({ skuId }) => skuId === this.data.sku?.skuId)
    this.setData({ name, skus, isLoading: false, failure: null, ...(open ? { sku: open } : {}) })
  },
  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.load()
  },

  onSkuTap(event: Tap<{ index: number }>) {
    const sku = this.data.skus[event.currentTarget.dataset.index]
    if (!sku) return
    this.history = []
    this.cursor = undefined
    this.setData({ sku, isOpen: true, moves: [], hasMore: false, note: '' })
    this.choose(this.data.deeds[0] ?? 'count')
    void this.loadMoves()
  },
  onClose() {
    this.setData({ isOpen: false })
  },
  onDeedTap(event: Tap<{ deed: Deed }>) {
    this.choose(event.currentTarget.dataset.deed)
  },
  choose(deed: Deed) {
    const { sku, t } = this.data
    const reasons = reasonsFor(deed, t.stock)
    this.setData({
      deed,
      reasons,
      reason: reasons[0]?.reason ?? 'other',
      typed: deed === 'price' && sku ? yuanField(sku.priceFen) : '',
      hint: { line: '', isWrong: false },
      once: newOnceKey(),
    })
  },
  onReasonTap(event: Tap<{ reason: MoveReason }>) {
    this.setData({ reason: event.currentTarget.dataset.reason, once: newOnceKey() })
  },
  onTypedInput(event: WechatMiniprogram.Input) {
    const typed = event.detail.value
    const { deed, sku, t } = this.data
    if (!sku) return
    this.setData({ typed, hint: weigh(deed, typed, sku, t.stock), once: newOnceKey() })
  },
  onNoteInput(event: WechatMiniprogram.Input) {
    this.setData({ note: event.detail.value, once: newOnceKey() })
  },

  async onSubmitTap() {
    const { deed, sku, typed, isSending, t } = this.data
    if (isSending || !sku) return
    const hint = weigh(deed, typed, sku, t.stock)
    if (hint.value === undefined) {
      const line = hint.line || (deed === 'price' ? t.stock.wrongPrice : t.stock.wrongQuantity)
      this.setData({ hint: { line, isWrong: true } })
      return
    }
    this.setData({ isSending: true })
    if (deed === 'price' && !(await this.mayPrice(sku, hint.value))) {
      this.setData({ isSending: false })
      return
    }
    const result =
      deed === 'price'
        ? await this.sendPrice(sku, hint.value)
        : await this.sendMove(deed, sku, hint.value)
    this.setData({ isSending: false, once: keyAfter(result, this.data.once) })
    if (!result.ok) sayFailure(result)
    await this.load()
    if (!result.ok) return
    if (deed === 'price') this.onClose()
    else {
      this.setData({ typed: '', note: '', hint: { line: '', isWrong: false } })
      this.history = []
      this.cursor = undefined
      void this.loadMoves()
    }
  },
  sendMove(deed: 'in' | 'out' | 'count', sku: StockRow, quantity: number) {
    const { reason, note, once } = this.data
    const move = toMove(deed, quantity, reason, sku)
    return change('console.moveStock', { skuId: sku.skuId, move, note }, once)
  },
  mayPrice({ options, priceFen: beforeFen }: StockRow, afterFen: number) {
    const { t } = this.data
    return mayPrice([{ name: options || t.stock.only, beforeFen, afterFen }], t.stock)
  },
  sendPrice(sku: StockRow, priceFen: number) {
    const { productId, once } = this.data
    const prices = [{ skuId: sku.skuId, seenFen: sku.priceFen, priceFen }]
    return change('console.changePrices', { productId, prices }, once)
  },

  onMoreTap() {
    void this.loadMoves()
  },
  async loadMoves() {
    const skuId = this.data.sku?.skuId ?? ''
    const { cursor } = this
    const page = await call('console.listStockMoves', {
      skuId,
      ...(cursor === undefined ? {} : { cursor }),
    })
    // Another SKU was opened, or the history began again.
    if (skuId !== this.data.sku?.skuId || cursor !== this.cursor) return
    if (!page.ok) {
      sayFailure(page)
      return
    }
    this.history = [...this.history, ...page.data.moves]
    this.cursor = page.data.cursor
    this.setData({
      moves: toMoveViews(this.history, this.data.t.stock),
      hasMore: this.cursor !== undefined,
    })
  },
})
