import type { ShippingTab, StaffOrder } from '../../../../shared/contract/console'
import { call } from '../../../lib/call'
import type { CallResult } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toOrderRow } from './shipping-view'
import type { OrderRow } from './shipping-view'

definePage({
  texts: ['common', 'shipping'],
  data: {
    counts: { toShip: 0, dueToday: 0, overdue: 0 },
    tab: 'toShip' as ShippingTab,
    query: '',
    rows: [] as OrderRow[],
    isLoading: true,
    hasMore: false,
    isForbidden: false,
    failure: null as FailureView | null,
  },

  /** Orders as they came, so that a change of language can word them again. */
  orders: [] as StaffOrder[],
  cursor: undefined as string | undefined,
  /** Answers to earlier questions are dropped. */
  asked: 0,

  onShow() {
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    if (this.cursor !== undefined) void this.loadMore()
  },
  onLanguageChange() {
    this.setData({ rows: rowsOf(this.orders) })
  },

  onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: ShippingTab }>) {
    this.show(event.currentTarget.dataset.tab, this.data.query)
  },
  onSearchConfirm(event: WechatMiniprogram.Input) {
    this.show(this.data.tab, event.detail.value.trim())
  },
  onClearTap() {
    this.show(this.data.tab, '')
  },
  async onScanTap() {
    // Closing the scanner is an answer too: the list stays as it is.
    const scanned = await wx.scanCode({}).catch(() => undefined)
    if (scanned) this.show(this.data.tab, scanned.result.trim().slice(0, 40))
  },
  onShippedTap() {
    this.show('shipped', '')
  },
  onEmptyTap() {
    if (this.data.query) this.onClearTap()
    else this.onShippedTap()
  },
  onOrderTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('ship', { orderId: event.currentTarget.dataset.id })
  },
  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.refresh()
  },

  show(tab: ShippingTab, query: string) {
    this.orders = []
    this.setData({ tab, query, isLoading: true, rows: [] })
    void this.refresh()
  },

  async refresh() {
    const question = ++this.asked
    const { tab, query } = this.data
    const [counts, page] = await Promise.all([
      call('console.getShipping', {}),
      call('console.listOrders', { tab, query }),
    ])
    if (question !== this.asked) return
    if (counts.ok) this.setData({ counts: counts.data })
    this.receive(page, [])
  },

  async loadMore() {
    const question = ++this.asked
    const { tab, query } = this.data
    const page = await call('console.listOrders', { tab, query, cursor: this.cursor })
    if (question !== this.asked) return
    if (page.ok) this.receive(page, this.orders)
    else sayFailure(page)
  },

  receive(page: CallResult<'console.listOrders'>, before: StaffOrder[]) {
    if (!page.ok) {
      const isForbidden = page.error.code === 'FORBIDDEN'
      if (this.orders.length > 0 && !isForbidden) sayFailure(page)
      else this.setData({ isLoading: false, isForbidden, failure: toFailureView(page) })
      return
    }
    this.orders = [...before, ...page.data.orders]
    this.cursor = page.data.cursor
    this.setData({
      rows: rowsOf(this.orders),
      hasMore: this.cursor !== undefined,
      isLoading: false,
      isForbidden: false,
      failure: null,
    })
  },
})

function rowsOf(list: readonly StaffOrder[]): OrderRow[] {
  const { shipping } = textsOf(['shipping'])
  return list.map((order) => toOrderRow(order, Date.now(), shipping))
}
