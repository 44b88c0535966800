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

/** Orders as they came, so that a change of language can word them again. */
let orders: StaffOrder[] = []
let cursor: string | undefined
/** Answers to earlier questions are dropped. */
let asked = 0

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

  onShow() {
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    if (cursor !== undefined) void this.loadMore()
  },
  onLanguageChange() {
    this.setData({ rows: rowsOf(orders) })
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
    this.setData({ tab, query, isLoading: true, rows: [] })
    void this.refresh()
  },

  async refresh() {
    const question = ++asked
    const { tab, query } = this.data
    const [counts, page] = await Promise.all([
      call('console.getShipping', {}),
      call('console.listOrders', { tab, query }),
    ])
    if (question !== asked) return
    if (counts.ok) this.setData({ counts: counts.data })
    this.receive(page, [])
  },

  async loadMore() {
    const question = ++asked
    const { tab, query } = this.data
    const page = await call('console.listOrders', { tab, query, cursor })
    if (question !== asked) return
    if (page.ok) this.receive(page, orders)
    else sayFailure(page)
  },

  receive(page: CallResult<'console.listOrders'>, before: StaffOrder[]) {
    if (!page.ok) {
      const isForbidden = page.error.code === 'FORBIDDEN'
      this.setData({ isLoading: false, isForbidden, failure: toFailureView(page) })
      return
    }
    orders = [...before, ...page.data.orders]
    cursor = page.data.cursor
    this.setData({
      rows: rowsOf(orders),
      hasMore: cursor !== undefined,
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
