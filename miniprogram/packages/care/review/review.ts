import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { keyAfter } from '../../../lib/next-key'
import { definePage } from '../../../lib/page'
import { session } from '../../../lib/session'
import { unnamed } from '../../../../shared/domain/review'

const scoreWords = ['score1', 'score2', 'score3', 'score4', 'score5'] as const

definePage({
  texts: ['common', 'reviews', 'afterSale'],
  data: {
    line: null as { name: string; options: string; picture: string } | null,
    isFollowUp: false,
    stars: [1, 2, 3, 4, 5],
    score: 5,
    scoreWord: '',
    words: '',
    pictures: [] as string[],
    isUnnamed: false,
    unnamedLine: '',
    isUploading: false,
    isSending: false,
    failure: null as FailureView | null,
  },

  orderId: '',
  skuId: '',
  reviewId: undefined as string | undefined,
  once: '',

  onLoad(query: { orderId?: string; skuId?: string; reviewId?: string }) {
    this.orderId = query.orderId ?? ''
    this.skuId = query.skuId ?? ''
    this.reviewId = query.reviewId
    this.once = newOnceKey()
    this.setData({ isFollowUp: this.reviewId !== undefined })
    this.word()
    void this.load()
  },
  onLanguageChange() {
    this.word()
    void this.load()
  },

  word() {
    const { reviews } = this.data.t
    this.setData({
      scoreWord: reviews[scoreWords[this.data.score - 1] ?? 'score5'],
      unnamedLine: fill(reviews.unnamedLine, { name: unnamed(session.get().me?.nickname ?? '') }),
    })
  },

  async load() {
    const result = await call('order.get', { orderId: this.orderId })
    const line = result.ok ? result.data.lines.find(({ skuId }) => skuId === this.skuId) : undefined
    if (result.ok && line) this.setData({ line, failure: null })
    // What is being written stays on the screen when its product cannot be read again.
    else if (!result.ok && this.data.line) sayFailure(result)
    else
      this.setData({
        failure: result.ok ? { kind: 'notFound', requestId: '' } : toFailureView(result),
      })
  },

  onStarTap(event: WechatMiniprogram.TouchEvent<object, object, { score: number }>) {
    this.once = newOnceKey()
    this.setData({ score: event.currentTarget.dataset.score })
    this.word()
  },
  onWordsInput(event: WechatMiniprogram.Input) {
    this.once = newOnceKey()
    this.data.words = event.detail.value
  },
  onPicturesChange(event: WechatMiniprogram.CustomEvent<{ pictures: string[]; isBusy: boolean }>) {
    this.once = newOnceKey()
    const { pictures, isBusy } = event.detail
    this.setData({ pictures, isUploading: isBusy })
  },
  onUnnamedTap() {
    this.once = newOnceKey()
    this.setData({ isUnnamed: !this.data.isUnnamed })
  },

  async onSendTap() {
    const { isSending, isUploading, score, pictures, isUnnamed, t } = this.data
    const text = this.data.words.trim()
    if (isSending) return
    if (isUploading || (this.reviewId !== undefined && text === '')) {
      const title = isUploading ? t.afterSale.uploading : t.reviews.followHint
      void wx.showToast({ title, icon: 'none' })
      return
    }
    this.setData({ isSending: true })
    const result =
      this.reviewId === undefined
        ? await change(
            'care.writeReview',
            { orderId: this.orderId, skuId: this.skuId, score, text, pictures, isUnnamed },
            this.once,
          )
        : await change(
            'care.followUpReview',
            { reviewId: this.reviewId, text, pictures },
            this.once,
          )
    if (!result.ok) {
      this.setData({ isSending: false })
      this.once = keyAfter(result, this.once)
      sayFailure(result)
      return
    }
    // It stays busy: a second tap while it leaves would take the page behind it along.
    nav.back()
    void wx.showToast({ title: t.reviews.thanks, icon: 'none', duration: 2500 })
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
})
