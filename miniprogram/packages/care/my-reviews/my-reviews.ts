import type { AppContract } from '../../../../shared/contract'
import type { MyReview } from '../../../../shared/contract/care'
import type { OutputOf } from '../../../../shared/contract/define'
import { call } from '../../../lib/call'
import type { CallResult } from '../../../lib/call'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { PagedList, unread } from '../../../lib/paged-list'
import { toMyReviewRow } from '../review-view'
import type { MyReviewRow } from '../review-view'

type MyReviewPage = OutputOf<AppContract['care.listMyReviews']>
type Tab = 'waiting' | 'written'
/** Pages of orders whose lines are all reviewed are gone over, so many at a time. */
const mostEmptyPages = 5

definePage({
  texts: ['common', 'reviews'],
  data: {
    tab: 'waiting' as Tab,
    rows: [] as MyReviewRow[],
    ...unread,
  },

  list: null as PagedList<MyReviewPage, MyReview> | null,

  onLoad({ tab }: { tab?: string }) {
    if (tab === 'written') this.setData({ tab })
    this.list = new PagedList({
      ask: (cursor) => this.ask(cursor),
      itemsOf: ({ lines }) => lines,
      show: (list, lines) => {
        const { reviews } = textsOf(['reviews'])
        this.setData({ ...list, rows: lines.map((line) => toMyReviewRow(line, reviews)) })
      },
    })
  },
  onShow() {
    void this.list?.refresh()
  },
  async onPullDownRefresh() {
    await this.list?.refresh()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    void this.list?.more()
  },
  onLanguageChange() {
    this.list?.showAgain()
  },

  /** The next page that has something in it. */
  async ask(from: string | undefined): Promise<CallResult<'care.listMyReviews'>> {
    const { tab } = this.data
    let cursor = from
    for (let pages = 1; ; pages += 1) {
      const page = await call('care.listMyReviews', { tab, ...(cursor ? { cursor } : {}) })
      if (!page.ok || page.data.lines.length > 0 || pages >= mostEmptyPages) return page
      if (page.data.cursor === undefined) return page
      cursor = page.data.cursor
    }
  },

  onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
    const { tab } = event.currentTarget.dataset
    if (tab === this.data.tab && !this.data.failure) return
    this.setData({ tab })
    void this.list?.restart()
  },
  onWriteTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const row = this.data.rows[event.currentTarget.dataset.index]
    if (!row) return
    const { orderId, skuId, id, isFollowUp } = row
    nav.open('writeReview', { orderId, skuId, ...(isFollowUp ? { reviewId: id } : {}) })
  },
  onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string; src: string }>) {
    const { id, src } = event.currentTarget.dataset
    const review = this.data.rows.find((row) => row.id === id)?.review
    const urls = [...(review?.pictures ?? []), ...(review?.follow?.pictures ?? [])]
    void wx.previewImage({ urls, current: src })
  },
  onRetryTap() {
    void this.list?.restart()
  },
})
