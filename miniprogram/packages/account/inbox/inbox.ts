import type { InboxMessage } from '../../../../shared/contract/member'
import { call } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { rememberSeen } from '../../../lib/inbox'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { inboxKinds, toInboxRow } from './inbox-view'
import type { InboxRow } from './inbox-view'

definePage({
  texts: ['inbox', 'common'],
  data: {
    rows: null as InboxRow[] | null,
    hasMore: false,
    failure: null as FailureView | null,
  },
  messages: [] as InboxMessage[],
  cursor: undefined as string | undefined,
  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad() {
    void this.read([])
  },
  onLanguageChange() {
    void this.read([])
  },
  async onPullDownRefresh() {
    await this.read([])
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    if (this.cursor !== undefined) void this.read(this.messages, this.cursor)
  },

  async read(before: InboxMessage[], cursor?: string) {
    const question = ++this.asked
    const result = await call('member.listMessages', {
      kinds: inboxKinds,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (question !== this.asked) return
    if (!result.ok) {
      if (this.data.rows) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    const { data } = result
    this.messages = [...before, ...data.messages]
    this.cursor = data.cursor
    const newest = this.messages[0]
    if (newest) rememberSeen(newest.at)
    const texts = textsOf(['inbox', 'orders'])
    this.setData({
      rows: this.messages.map((message) => toInboxRow(message, data.now, texts)),
      hasMore: data.cursor !== undefined,
      failure: null,
    })
  },

  onRetry() {
    this.setData({ failure: null })
    void this.read([])
  },
  onBrowseTap() {
    nav.open('category')
  },
  onMessageTap(
    event: WechatMiniprogram.TouchEvent<object, object, { order: string; case: string }>,
  ) {
    const { order: orderId, case: afterSaleId } = event.currentTarget.dataset
    if (afterSaleId) nav.open('afterSale', { afterSaleId })
    else nav.open('order', { orderId })
  },
})
