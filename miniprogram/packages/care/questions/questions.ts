import type { QuestionView } from '../../../../shared/contract/care'
import { call, change, newOnceKey } from '../../../lib/call'
import type { CallResult } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { definePage } from '../../../lib/page'
import { isSinglePage } from '../../../lib/single-page'
import { keyAfter } from '../../../lib/next-key'

definePage({
  texts: ['common', 'reviews'],
  data: {
    productId: '',
    questions: [] as QuestionView[],
    isLoading: true,
    hasMore: false,
    canWrite: false,
    isOpen: false,
    /** The question that is answered; empty when a new one is asked. */
    questionId: '',
    words: '',
    isSending: false,
    failure: null as FailureView | null,
  },

  cursor: undefined as string | undefined,
  once: '',
  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad({ productId = '' }: { productId?: string }) {
    this.once = newOnceKey()
    this.setData({ productId, canWrite: !isSinglePage() })
    void this.refresh()
  },
  async onPullDownRefresh() {
    await this.refresh()
    void wx.stopPullDownRefresh()
  },
  onReachBottom() {
    if (this.cursor !== undefined) void this.loadMore()
  },

  async refresh() {
    const question = ++this.asked
    const result = await call('care.listQuestions', { productId: this.data.productId })
    if (question === this.asked) this.receive(result, [])
  },
  async loadMore() {
    const question = ++this.asked
    const { productId } = this.data
    const result = await call('care.listQuestions', { productId, cursor: this.cursor })
    if (question !== this.asked) return
    if (result.ok) this.receive(result, this.data.questions)
    else sayFailure(result)
  },
  receive(result: CallResult<'care.listQuestions'>, before: QuestionView[]) {
    if (!result.ok) {
      if (this.data.isLoading) this.setData({ isLoading: false, failure: toFailureView(result) })
      else sayFailure(result)
      return
    }
    this.cursor = result.data.cursor
    this.setData({
      questions: [...before, ...result.data.questions],
      hasMore: this.cursor !== undefined,
      isLoading: false,
      failure: null,
    })
  },

  onAskTap() {
    this.setData({ isOpen: true, questionId: '', words: '' })
  },
  onAnswerTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.setData({ isOpen: true, questionId: event.currentTarget.dataset.id, words: '' })
  },
  onSheetClose() {
    this.setData({ isOpen: false })
  },
  onWordsInput(event: WechatMiniprogram.Input) {
    this.once = newOnceKey()
    this.setData({ words: event.detail.value })
  },
  async onSendTap() {
    const { isSending, questionId, productId, t } = this.data
    const text = this.data.words.trim()
    if (isSending) return
    if (text.length < (questionId ? 1 : 4)) {
      const title = questionId ? t.reviews.answerHint : t.reviews.askHint
      void wx.showToast({ title, icon: 'none' })
      return
    }
    this.setData({ isSending: true })
    const result = questionId
      ? await change('care.answerQuestion', { questionId, text }, this.once)
      : await change('care.askQuestion', { productId, text }, this.once)
    this.setData({ isSending: false })
    this.once = keyAfter(result, this.once)
    if (!result.ok) {
      sayFailure(result)
      return
    }
    this.setData({ isOpen: false, words: '' })
    void wx.showToast({
      title: questionId ? t.reviews.answered : t.reviews.asked,
      icon: 'none',
      duration: 2500,
    })
    void this.refresh()
  },
  onRetryTap() {
    this.setData({ failure: null, isLoading: true })
    void this.refresh()
  },
})
