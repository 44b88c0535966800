import type { AuditEntry } from '../../../../shared/contract/console-company'
import { call } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { toEntryView } from './audit-view'
import type { EntryView, Kind } from './audit-view'

definePage({
  texts: ['common', 'company', 'staffActions'],
  data: {
    staffId: '',
    subject: '',
    about: '',
    rows: null as EntryView[] | null,
    hasMore: false,
    failure: null as FailureView | null,
  },
  cursor: undefined as string | undefined,
  entries: [] as AuditEntry[],
  asked: 0,

  onLoad(query: { staffId?: string; subject?: string }) {
    this.narrow({ staffId: query.staffId ?? '', subject: query.subject ?? '' })
  },
  onLanguageChange() {
    void this.load()
  },
  async onPullDownRefresh() {
    await this.load()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    if (this.cursor !== undefined) void this.load(this.cursor)
  },

  narrow(by: { staffId: string; subject: string }) {
    this.setData({ ...by, about: '', rows: null, failure: null })
    void this.load()
  },
  async load(cursor?: string) {
    const question = ++this.asked
    const { staffId, subject } = this.data
    const result = await call('console.listAudit', {
      ...(subject ? { subject } : staffId ? { staffId } : {}),
      cursor,
    })
    if (question !== this.asked) return
    if (!result.ok) {
      if (this.data.rows) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    const before = cursor === undefined ? [] : this.entries
    this.entries = [...before, ...result.data.entries]
    this.cursor = result.data.cursor
    const texts = textsOf(['staffActions', 'desk', 'shipping'])
    const rows = this.entries.map((entry) => toEntryView(entry, texts))
    this.setData({
      rows,
      about: aboutText(rows[0], staffId, subject),
      hasMore: this.cursor !== undefined,
      failure: null,
    })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onOpenTap(event: WechatMiniprogram.TouchEvent<object, object, { kind: Kind; id: string }>) {
    const { kind, id } = event.currentTarget.dataset
    openSubject(kind, id)
  },
  onPersonTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.narrow({ staffId: event.currentTarget.dataset.id, subject: '' })
  },
  onSubjectTap(event: WechatMiniprogram.TouchEvent<object, object, { subject: string }>) {
    this.narrow({ staffId: '', subject: event.currentTarget.dataset.subject })
  },
  onAllTap() {
    this.narrow({ staffId: '', subject: '' })
  },
})

/** What the list is narrowed to, as its newest entry names it. */
function aboutText(row: EntryView | undefined, staffId: string, subject: string): string {
  const { company } = textsOf(['company'])
  if (!row) return ''
  if (subject) return fill(company.auditSubject, { subject: row.about })
  return staffId ? fill(company.auditBy, { name: row.who }) : ''
}

function openSubject(kind: Kind, id: string): void {
  switch (kind) {
    case 'Order':
      return nav.open('staffOrder', { orderId: id })
    case 'Product':
      return nav.open('productEdit', { productId: id })
    case 'AfterSale':
      return nav.open('staffAfterSale', { afterSaleId: id })
    case 'Coupon':
      return nav.open('couponEdit', { couponId: id })
    case 'Promotion':
      return nav.open('promotionEdit', { promotionId: id })
    case 'Staff':
      return nav.open('staff')
  }
}
