import type { AppContract } from '../../../../shared/contract'
import type { ReviewFilter, ReviewView } from '../../../../shared/contract/care'
import type { OutputOf } from '../../../../shared/contract/define'
import { call } from '../../../lib/call'
import { textsOf } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { PagedList, unread } from '../../../lib/paged-list'
import type { ListState } from '../../../lib/paged-list'
import { toRatingSummary, toReviewRow } from '../review-view'
import type { RatingSummary, ReviewRow } from '../review-view'

type ReviewPage = OutputOf<AppContract['care.listReviews']>

const filters = [
  { filter: 'all', key: 'filterAll' },
  { filter: 'withPictures', key: 'filterWithPictures' },
  { filter: 'followUp', key: 'filterFollowUp' },
  { filter: 'good', key: 'filterGood' },
  { filter: 'middle', key: 'filterMiddle' },
  { filter: 'bad', key: 'filterBad' },
] as const satisfies readonly { filter: ReviewFilter; key: string }[]

definePage({
  texts: ['common', 'reviews'],
  data: {
    productId: '',
    filters,
    filter: 'all' as ReviewFilter,
    summary: null as RatingSummary | null,
    rows: [] as ReviewRow[],
    ...unread,
  },

  list: null as PagedList<ReviewPage, ReviewView> | null,

  onLoad({ productId = '' }: { productId?: string }) {
    this.setData({ productId })
    this.list = new PagedList({
      ask: (cursor) => call('care.listReviews', { productId, filter: this.data.filter, cursor }),
      itemsOf: ({ reviews }) => reviews,
      show: (list, reviews, last) => this.show(list, reviews, last),
    })
    void this.list.refresh()
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

  show(list: ListState, all: readonly ReviewView[], last?: ReviewPage) {
    const { reviews } = textsOf(['reviews'])
    this.setData({
      ...list,
      ...(last ? { summary: toRatingSummary(last.rating, reviews) ?? null } : {}),
      rows: all.map((review) => toReviewRow(review, reviews)),
    })
  },

  onFilterTap(event: WechatMiniprogram.TouchEvent<object, object, { filter: ReviewFilter }>) {
    const { filter } = event.currentTarget.dataset
    if (filter === this.data.filter) return
    this.setData({ filter })
    void this.list?.restart()
  },
  onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string; src: string }>) {
    const { id, src } = event.currentTarget.dataset
    const row = this.data.rows.find((one) => one.id === id)
    void wx.previewImage({
      urls: [...(row?.pictures ?? []), ...(row?.follow?.pictures ?? [])],
      current: src,
    })
  },
  onRetryTap() {
    void this.list?.restart()
  },
})
