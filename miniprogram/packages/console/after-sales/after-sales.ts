import type { AppContract } from '../../../../shared/contract'
import type { AfterSaleTab, StaffAfterSale } from '../../../../shared/contract/console-care'
import type { OutputOf } from '../../../../shared/contract/define'
import { call } from '../../../lib/call'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { PagedList, unread } from '../../../lib/paged-list'
import type { ListState } from '../../../lib/paged-list'
import { keepInView } from '../panes/keep-in-view'
import type { ListKey } from '../panes/key-deed'
import { toCaseRow } from '../care-view'
import type { CaseRow } from '../care-view'

const tabs = [
  { tab: 'due', key: 'tabDue' },
  { tab: 'returns', key: 'tabReturns' },
  { tab: 'appeals', key: 'tabAppeals' },
  { tab: 'waiting', key: 'tabWaiting' },
  { tab: 'done', key: 'tabDone' },
] as const satisfies readonly { tab: AfterSaleTab; key: string }[]

definePage({
  texts: ['common', 'staffCare'],
  data: {
    tabs,
    tab: 'due' as AfterSaleTab,
    counts: { due: 0, returns: 0, appeals: 0 } as Partial<Record<AfterSaleTab, number>>,
    late: '',
    rows: [] as CaseRow[],
    itemIds: [] as string[],
    /** The case in the detail beside the list. */
    openId: '',
    ...unread,
  },

  list: null as PagedList<OutputOf<AppContract['console.listAfterSales']>, StaffAfterSale> | null,

  onLoad() {
    this.list = new PagedList({
      ask: (cursor) => call('console.listAfterSales', { tab: this.data.tab, cursor }),
      itemsOf: ({ cases }) => cases,
      show: (list, cases) => this.show(list, cases),
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
    void this.refresh()
  },

  async refresh() {
    await Promise.all([this.count(), this.list?.refresh()])
  },
  async count() {
    const counts = await call('console.countAfterSales', {})
    if (!counts.ok) return
    const { late, ...byTab } = counts.data
    const { staffCare } = textsOf(['staffCare'])
    this.setData({ counts: byTab, late: late > 0 ? fill(staffCare.late, { count: late }) : '' })
  },
  show(list: ListState, cases: readonly StaffAfterSale[]) {
    const texts = textsOf(['staffCare', 'afterSale', 'orders'])
    const now = Date.now()
    const rows = cases.map((kase) => toCaseRow(kase, now, texts))
    const openId = this.data.openId || (rows[0]?.id ?? '')
    this.setData({ ...list, rows, itemIds: rows.map(({ id }) => id), openId })
  },

  onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: AfterSaleTab }>) {
    const { tab } = event.currentTarget.dataset
    if (tab === this.data.tab) return
    this.setData({ tab, openId: '' })
    void this.list?.restart()
  },
  onCaseTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { id } = event.currentTarget.dataset
    if (this.data.appearance.isBeside) this.setData({ openId: id })
    else nav.open('staffAfterSale', { afterSaleId: id })
  },
  onMove(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const { topHeight } = this.data.appearance
    this.setData({ openId: event.detail.id }, () => keepInView('.case-open', topHeight))
  },
  onKey(event: WechatMiniprogram.CustomEvent<{ deed: ListKey }>) {
    if (event.detail.deed === 'enter')
      (this.selectComponent('.file') as { onEnter?(): void } | null)?.onEnter?.()
  },
  onChanged() {
    void this.refresh()
  },
  onRetryTap() {
    void this.list?.restart()
  },
})
