import type { OrderAction, OrderCard, OrderTab } from '../../../../shared/contract/order'
import { call } from '../../../lib/call'
import type { CallResult } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { actOnOrder } from '../order-actions'
import { toOrderRow } from './orders-view'
import type { OrderRow } from './orders-view'

const tabs = ['all', 'toPay', 'toShip', 'toReceive', 'done'] as const satisfies readonly OrderTab[]
const tabText = {
  all: 'tabAll',
  toPay: 'tabToPay',
  toShip: 'tabToShip',
  toReceive: 'tabToReceive',
  done: 'tabDone',
} as const

definePage({
  texts: ['common', 'orders'],
  data: {
    tabs: tabs.map((tab) => ({ tab, key: tabText[tab] })),
    tab: 'all' as OrderTab,
    rows: [] as OrderRow[],
    isLoading: true,
    hasMore: false,
    busyId: '',
    failure: null as FailureView | null,
  },

  /** Orders as they came, so that they can be worded again. */
  cards: [] as OrderCard[],
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
    this.setData({ rows: rowsOf(this.cards) })
    void this.refresh()
  },

  async refresh() {
    const question = ++this.asked
    const result = await call('order.list', { tab: this.data.tab })
    if (question === this.asked) this.receive(result, [])
  },
  async loadMore() {
    const question = ++this.asked
    const result = await call('order.list', { tab: this.data.tab, cursor: this.cursor })
    if (question !== this.asked) return
    if (result.ok) this.receive(result, this.cards)
    else sayFailure(result)
  },
  receive(result: CallResult<'order.list'>, before: OrderCard[]) {
    if (!result.ok) {
      if (this.data.isLoading) this.setData({ isLoading: false, failure: toFailureView(result) })
      else sayFailure(result)
      return
    }
    this.cards = [...before, ...result.data.orders]
    this.cursor = result.data.cursor
    this.setData({
      rows: rowsOf(this.cards),
      hasMore: this.cursor !== undefined,
      isLoading: false,
      failure: null,
    })
  },

  onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: OrderTab }>) {
    const { tab } = event.currentTarget.dataset
    if (tab === this.data.tab && !this.data.failure) return
    this.cards = []
    this.setData({
      tab,
      isLoading: true,
      rows: [],
      failure: null,
    })
    void this.refresh()
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

function rowsOf(cards: readonly OrderCard[]): OrderRow[] {
  const { orders } = textsOf(['orders'])
  return cards.map((card) => toOrderRow(card, Date.now(), orders))
}
