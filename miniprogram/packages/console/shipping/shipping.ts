import type { AppContract } from '../../../../shared/contract'
import type { ShippingTab, StaffOrder } from '../../../../shared/contract/console'
import type { OutputOf } from '../../../../shared/contract/define'
import { call } from '../../../lib/call'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { PagedList, unread } from '../../../lib/paged-list'
import type { ListState } from '../../../lib/paged-list'
import { keepInView } from '../panes/keep-in-view'
import type { ListKey } from '../panes/key-deed'
import { toOrderRow } from './shipping-view'
import type { OrderRow } from './shipping-view'

/** More are not sent in one go: a person checks every number. */
const mostAtOnce = 20

definePage({
  texts: ['common', 'shipping'],
  data: {
    counts: { toShip: 0, dueToday: 0, overdue: 0 },
    tab: 'toShip' as ShippingTab,
    query: '',
    rows: [] as OrderRow[],
    itemIds: [] as string[],
    /** Orders that are ticked, by id. */
    chosen: {} as Record<string, boolean>,
    chosenCount: 0,
    chosenText: '',
    isBatching: false,
    batch: [] as OrderRow[],
    /** The order in the detail beside the list. */
    openId: '',
    isSearching: false,
    ...unread,
  },

  list: null as PagedList<OutputOf<AppContract['console.listOrders']>, StaffOrder> | null,

  onLoad() {
    this.list = new PagedList({
      ask: (cursor) => {
        const { tab, query } = this.data
        return call('console.listOrders', { tab, query, cursor })
      },
      itemsOf: ({ orders }) => orders,
      show: (list, orders) => this.showOrders(list, orders),
    })
  },
  onShow() {
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    void this.list?.more()
  },
  onLanguageChange() {
    this.list?.showAgain()
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
    const { id } = event.currentTarget.dataset
    if (this.data.appearance.isBeside) this.setData({ openId: id })
    else nav.open('ship', { orderId: id })
  },
  onSearchBlur() {
    this.setData({ isSearching: false })
  },

  onTickTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.tick(event.currentTarget.dataset.id)
  },
  tick(id: string) {
    const { chosen, chosenCount, rows, t } = this.data
    const row = rows.find((one) => one.id === id)
    if (!row) return
    if (row.asked) void wx.showToast({ title: t.shipping.askedAlone, icon: 'none' })
    else if (!row.canBatch) void wx.showToast({ title: t.shipping.notTogether, icon: 'none' })
    else if (!chosen[id] && chosenCount >= mostAtOnce)
      void wx.showToast({
        title: fill(t.shipping.mostTogether, { count: mostAtOnce }),
        icon: 'none',
      })
    else this.choose({ ...chosen, [id]: !chosen[id] })
  },
  onAllTap() {
    const able = this.data.rows.filter(({ canBatch }) => canBatch).slice(0, mostAtOnce)
    const isAll = able.every(({ id }) => this.data.chosen[id])
    this.choose(isAll ? {} : Object.fromEntries(able.map(({ id }) => [id, true])))
  },
  onNoneTap() {
    this.choose({})
  },
  /** Keeps of these what is still in the list. */
  choose(wanted: Record<string, boolean>) {
    const rows = this.data.rows.filter(({ id, canBatch }) => canBatch && wanted[id])
    this.setData({
      chosen: Object.fromEntries(rows.map(({ id }) => [id, true])),
      chosenCount: rows.length,
      chosenText: fill(textsOf(['shipping']).shipping.chosen, { count: rows.length }),
    })
  },
  chosenRows(): OrderRow[] {
    return this.data.rows.filter(({ id }) => this.data.chosen[id])
  },
  onPackingTap() {
    nav.open('packing', {
      orderIds: this.chosenRows()
        .map(({ id }) => id)
        .join(','),
    })
  },
  onBatchTap() {
    const batch = this.chosenRows()
    if (batch.length > 0) this.setData({ batch, isBatching: true })
  },
  onBatchClose(event: WechatMiniprogram.CustomEvent<{ sent: string[] }>) {
    this.setData({ isBatching: false })
    const { sent } = event.detail
    if (sent.length === 0) return
    if (sent.includes(this.data.openId)) this.setData({ openId: '' })
    void this.refresh()
  },
  /** After a parcel left beside the list: the next order, when this one is done with. */
  onLeft(event: WechatMiniprogram.CustomEvent<{ isAll: boolean }>) {
    if (event.detail.isAll) {
      const { rows, openId } = this.data
      const index = rows.findIndex(({ id }) => id === openId)
      this.setData({ openId: (rows[index + 1] ?? rows[index - 1])?.id ?? '' })
    }
    void this.refresh()
  },

  onMove(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.setData({ openId: event.detail.id }, () => this.keepInView('.order-open'))
  },
  keepInView(selector: string) {
    keepInView(selector, this.data.appearance.topHeight)
  },
  onKey(event: WechatMiniprogram.CustomEvent<{ deed: ListKey }>) {
    const { deed } = event.detail
    if (deed === 'select') this.tick(this.data.openId)
    else if (deed === 'search')
      this.setData({ isSearching: true }, () => this.keepInView('.search'))
    else this.shipByKey()
  },
  /** What is ticked, else the order that is open. */
  shipByKey() {
    if (this.data.chosenCount > 0) this.onBatchTap()
    else
      (this.selectComponent('.detail-form') as { onEnter?(): void } | null | undefined)?.onEnter?.()
  },

  onRetryTap() {
    void this.count()
    void this.list?.restart()
  },

  show(tab: ShippingTab, query: string) {
    this.setData({ tab, query, openId: '' })
    void this.count()
    void this.list?.restart()
  },
  async refresh() {
    await Promise.all([this.count(), this.list?.refresh()])
  },
  async count() {
    const counts = await call('console.getShipping', {})
    if (counts.ok) this.setData({ counts: counts.data })
  },
  showOrders(list: ListState, orders: readonly StaffOrder[]) {
    const { shipping } = textsOf(['shipping'])
    const rows = orders.map((order) => toOrderRow(order, Date.now(), shipping))
    const openId = this.data.openId || (rows[0]?.id ?? '')
    this.setData({ ...list, rows, itemIds: rows.map(({ id }) => id), openId })
    this.choose(this.data.chosen)
  },
})
