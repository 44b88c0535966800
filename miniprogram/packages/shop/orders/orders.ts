import type { AfterSaleCard } from '../../../../shared/contract/care'
import type { OrderTab } from '../../../../shared/contract/order'
import type { OrderAction, OrderCard } from '../../../../shared/contract/order-parts'
import { call } from '../../../lib/call'
import type { CallResult } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { actOnOrder } from '../order-actions'
import { toCaseRow, toOrderRow } from './orders-view'
import type { CaseRow, OrderRow } from './orders-view'

/** `afterSale` lists cases and no orders. */
type Tab = OrderTab | 'afterSale'
const tabs = [
  'all',
  'toPay',
  'toShip',
  'toReceive',
  'done',
  'afterSale',
] as const satisfies readonly Tab[]
const tabText = {
  all: 'tabAll',
  toPay: 'tabToPay',
  toShip: 'tabToShip',
  toReceive: 'tabToReceive',
  done: 'tabDone',
  afterSale: 'tabAfterSale',
} as const

type Page =
  CallResult<'order.list'> | CallResult<'order.search'> | CallResult<'care.listAfterSales'>

definePage({
  texts: ['common', 'orders'],
  data: {
    tabs: tabs.map((tab) => ({ tab, key: tabText[tab] })),
    tab: 'all' as Tab,
    query: '',
    rows: [] as OrderRow[],
    cases: [] as CaseRow[],
    isLoading: true,
    hasMore: false,
    busyId: '',
    failure: null as FailureView | null,
  },

  /** Orders as they came, so that they can be worded again. */
  cards: [] as OrderCard[],
  afterSales: [] as AfterSaleCard[],
  cursor: undefined as string | undefined,
  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad({ tab }: { tab?: string }) {
    this.setData({ tab: tabs.find((name) => name === tab) ?? 'all' })
  },
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
    this.setData(rowsOf(this.cards, this.afterSales))
    void this.refresh()
  },

  async refresh() {
    const question = ++this.asked
    const page = await this.ask(undefined)
    if (question === this.asked) this.receive(page, [], [])
  },
  async loadMore() {
    const question = ++this.asked
    const page = await this.ask(this.cursor)
    if (question !== this.asked) return
    if (page.ok) this.receive(page, this.cards, this.afterSales)
    else sayFailure(page)
  },
  /** What the tab or the search shows, from a place on. */
  async ask(cursor: string | undefined): Promise<Page> {
    const { tab, query } = this.data
    if (query) return call('order.search', { query, cursor })
    if (tab === 'afterSale') return call('care.listAfterSales', { cursor })
    return call('order.list', { tab, cursor })
  },
  receive(page: Page, cards: OrderCard[], afterSales: AfterSaleCard[]) {
    if (!page.ok) {
      if (this.data.isLoading) this.setData({ isLoading: false, failure: toFailureView(page) })
      else sayFailure(page)
      return
    }
    this.cards = 'orders' in page.data ? [...cards, ...page.data.orders] : []
    this.afterSales = 'cases' in page.data ? [...afterSales, ...page.data.cases] : []
    this.cursor = page.data.cursor
    this.setData({
      ...rowsOf(this.cards, this.afterSales),
      hasMore: this.cursor !== undefined,
      isLoading: false,
      failure: null,
    })
  },

  showTab(tab: Tab, query: string) {
    this.cards = []
    this.afterSales = []
    this.setData({ tab, query, isLoading: true, rows: [], cases: [], failure: null })
    void this.refresh()
  },
  onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
    const { tab } = event.currentTarget.dataset
    if (tab !== this.data.tab || this.data.query || this.data.failure) this.showTab(tab, '')
  },
  onSearchConfirm(event: WechatMiniprogram.Input) {
    this.showTab('all', event.detail.value.trim())
  },
  onClearTap() {
    this.showTab('all', '')
  },
  onCaseTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('afterSale', { afterSaleId: event.currentTarget.dataset.id })
  },
  onOrderTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    nav.open('order', { orderId: event.currentTarget.dataset.id })
  },
  async onActionTap(
    event: WechatMiniprogram.TouchEvent<object, object, { id: string; action: OrderAction }>,
  ) {
    const { id, action } = event.currentTarget.dataset
    const card = this.cards.find((one) => one.id === id)
    if (!card || this.data.busyId) return
    this.setData({ busyId: id })
    const { outTradeNo, totalFen, state } = card
    const hasChanged = await actOnOrder(action, {
      id,
      outTradeNo,
      totalFen,
      isPaid: state !== 'pendingPayment',
      skuIds: card.lines.map(({ skuId }) => skuId),
      reload: () => void this.refresh(),
    })
    this.setData({ busyId: '' })
    if (hasChanged) void this.refresh()
  },
  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.refresh()
  },
  onShopTap() {
    nav.open('category')
  },
})

function rowsOf(cards: readonly OrderCard[], afterSales: readonly AfterSaleCard[]) {
  const texts = textsOf(['orders', 'afterSale'])
  const now = Date.now()
  return {
    rows: cards.map((card) => toOrderRow(card, now, texts.orders)),
    cases: afterSales.map((kase) => toCaseRow(kase, now, texts)),
  }
}
