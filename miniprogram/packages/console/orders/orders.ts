import type { AppContract } from '../../../../shared/contract'
import type { OrderFilter, StaffOrderCard } from '../../../../shared/contract/console-orders'
import type { OutputOf } from '../../../../shared/contract/define'
import type { Fulfilment } from '../../../../shared/contract/order-parts'
import { call } from '../../../lib/call'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { PagedList, unread } from '../../../lib/paged-list'
import type { ListState } from '../../../lib/paged-list'
import { keepInView } from '../panes/keep-in-view'
import type { ListKey } from '../panes/key-deed'
import { stateOrder, stateText, toOrderRow, wayText } from './orders-view'
import type { OrderRow } from './orders-view'

const ways = ['carrier', 'sameCity', 'pickup'] as const satisfies readonly Fulfilment[]

definePage({
  texts: ['common', 'desk'],
  data: {
    states: stateChips(),
    ways: wayChips(),
    state: 'all' as OrderFilter,
    way: '' as Fulfilment | '',
    query: '',
    rows: [] as OrderRow[],
    itemIds: [] as string[],
    /** The order in the detail beside the list. */
    openId: '',
    isSearching: false,
    ...unread,
  },
  list: null as PagedList<OutputOf<AppContract['console.findOrders']>, StaffOrderCard> | null,

  onLoad(query: { state?: string; fulfilment?: string }) {
    const state = stateOrder.find((name) => name === query.state)
    const way = ways.find((name) => name === query.fulfilment)
    this.setData({ state: state ?? 'all', way: way ?? '' })
    this.list = new PagedList({
      ask: (cursor) => this.ask(cursor),
      itemsOf: ({ orders }) => orders,
      show: (list, orders) => this.show(list, orders),
    })
  },
  onShow() {
    void this.list?.refresh()
  },
  onLanguageChange() {
    this.setData({ states: stateChips(), ways: wayChips() })
    this.list?.showAgain()
  },
  async onPullDownRefresh() {
    await this.list?.refresh()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    void this.list?.more()
  },

  onStateTap(event: WechatMiniprogram.TouchEvent<object, object, { state: OrderFilter }>) {
    this.narrow({ state: event.currentTarget.dataset.state })
  },
  onWayTap(event: WechatMiniprogram.TouchEvent<object, object, { way: Fulfilment }>) {
    const { way } = event.currentTarget.dataset
    this.narrow({ way: way === this.data.way ? '' : way })
  },
  onSearchConfirm(event: WechatMiniprogram.Input) {
    this.narrow({ query: event.detail.value.trim() })
  },
  async onScanTap() {
    // Closing the scanner is an answer too: the list stays as it is.
    const scanned = await wx.scanCode({}).catch(() => undefined)
    if (scanned) this.narrow({ query: scanned.result.trim().slice(0, 40) })
  },
  onClearTap() {
    this.narrow({ query: '', state: 'all', way: '' })
  },
  onOrderTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = event.currentTarget.dataset
    if (this.data.appearance.isBeside) this.setData({ openId: id })
    else nav.open('staffOrder', { orderId: id })
  },
  onMove(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.setData({ openId: event.detail.id }, () => this.keepInView('.order-open'))
  },
  keepInView(selector: string) {
    keepInView(selector, this.data.appearance.topHeight)
  },
  onKey(event: WechatMiniprogram.CustomEvent<{ deed: ListKey }>) {
    const { deed } = event.detail
    if (deed === 'search') this.setData({ isSearching: true }, () => this.keepInView('.search'))
    else if (deed === 'enter')
      (this.selectComponent('.file') as { onEnter?(): void } | null)?.onEnter?.()
  },
  onSearchBlur() {
    this.setData({ isSearching: false })
  },
  onChanged() {
    void this.list?.refresh()
  },
  onRetryTap() {
    void this.list?.restart()
  },

  narrow(change: { state?: OrderFilter; way?: Fulfilment | ''; query?: string }) {
    this.setData({ ...change, openId: '' })
    void this.list?.restart()
  },
  ask(cursor: string | undefined) {
    const { state, way, query } = this.data
    return call('console.findOrders', {
      state,
      ...(way === '' ? {} : { fulfilment: way }),
      ...(query === '' ? {} : { query }),
      cursor,
    })
  },
  show(list: ListState, orders: readonly StaffOrderCard[]) {
    const { desk } = textsOf(['desk'])
    const rows = orders.map((order) => toOrderRow(order, Date.now(), desk))
    const openId = this.data.openId || (rows[0]?.id ?? '')
    this.setData({ ...list, rows, itemIds: rows.map(({ id }) => id), openId })
  },
})

function stateChips() {
  const { desk } = textsOf(['desk'])
  return [
    { state: 'all', label: desk.filterAll },
    ...stateOrder.map((state) => ({ state, label: stateText(state, desk) })),
  ]
}

function wayChips() {
  const { desk } = textsOf(['desk'])
  return ways.map((way) => ({ way, label: wayText(way, desk) }))
}
