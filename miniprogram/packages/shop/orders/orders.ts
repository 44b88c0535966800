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

let cards: OrderCard[] = []
let cursor: string | undefined
/** Answers to earlier questions are dropped. */
let asked = 0

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

  onLoad({ tab }: { tab?: string }) {
    cards = []
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
    if (cursor !== undefined) void this.loadMore()
  },
  onLanguageChange() {
    void this.refresh()
  },

  async refresh() {
    const question = ++asked
    const result = await call('order.list', { tab: this.data.tab })
    if (question === asked) this.receive(result, [])
  },
  async loadMore() {
    const question = ++asked
    const result = await call('order.list', { tab: this.data.tab, cursor })
    if (question !== asked) return
    if (result.ok) this.receive(result, cards)
    else sayFailure(result)
  },
  receive(result: CallResult<'order.list'>, before: OrderCard[]) {
    if (!result.ok) {
      if (this.data.isLoading) this.setData({ isLoading: false, failure: toFailureView(result) })
      else sayFailure(result)
      return
    }
    cards = [...before, ...result.data.orders]
    cursor = result.data.cursor
    const { orders } = textsOf(['orders'])
    this.setData({
      rows: cards.map((card) => toOrderRow(card, orders)),
      hasMore: cursor !== undefined,
      isLoading: false,
      failure: null,
    })
  },

  onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: OrderTab }>) {
    this.setData({
      tab: event.currentTarget.dataset.tab,
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
    const card = cards.find((one) => one.id === id)
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
