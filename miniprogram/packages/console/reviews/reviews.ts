import type { AppContract } from '../../../../shared/contract'
import type { StaffQuestion, StaffReview } from '../../../../shared/contract/console-care'
import type { OutputOf } from '../../../../shared/contract/define'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import { definePage } from '../../../lib/page'
import { PagedList, unread } from '../../../lib/paged-list'
import type { ListState } from '../../../lib/paged-list'
import { keyAfter } from '../../../lib/next-key'
import { keepInView } from '../panes/keep-in-view'
import type { ListKey } from '../panes/key-deed'
import { toVoiceRow } from './reviews-view'
import type { VoiceRow } from './reviews-view'

type Voice = StaffReview | StaffQuestion
type VoicePage = OutputOf<AppContract['console.listReviews'] | AppContract['console.listQuestions']>

type Tab = 'open' | 'all' | 'questions'
const tabs = [
  { tab: 'open', key: 'tabOpen' },
  { tab: 'all', key: 'tabAll' },
  { tab: 'questions', key: 'tabQuestions' },
] as const satisfies readonly { tab: Tab; key: string }[]

definePage({
  texts: ['common', 'staffCare'],
  data: {
    tabs,
    tab: 'open' as Tab,
    rows: [] as VoiceRow[],
    itemIds: [] as string[],
    /** What is in the detail beside the list. */
    openId: '',
    open: null as VoiceRow | null,
    /** The review or question that is answered; empty while none is. */
    answeredId: '',
    words: '',
    isBusy: false,
    ...unread,
  },

  list: null as PagedList<VoicePage, Voice> | null,
  once: '',

  onLoad({ tab }: { tab?: string }) {
    this.once = newOnceKey()
    this.setData({ tab: tabs.find((one) => one.tab === tab)?.tab ?? 'open' })
    this.list = new PagedList({
      ask: (cursor) => this.ask(cursor),
      itemsOf: (page: VoicePage): readonly Voice[] =>
        'reviews' in page ? page.reviews : page.questions,
      show: (list, voices) => this.show(list, voices),
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

  ask(cursor: string | undefined) {
    const { tab } = this.data
    return tab === 'questions'
      ? call('console.listQuestions', { cursor })
      : call('console.listReviews', { tab, cursor })
  },
  show(list: ListState, voices: readonly Voice[]) {
    const texts = textsOf(['staffCare', 'reviews', 'orders'])
    const now = Date.now()
    const rows = voices.map((voice) => toVoiceRow(voice, now, texts))
    this.setData({ ...list, rows, itemIds: rows.map(({ id }) => id) })
    this.look(rows.some(({ id }) => id === this.data.openId) ? this.data.openId : rows[0]?.id)
  },
  look(openId = '', onceShown?: () => void) {
    const open = this.data.rows.find(({ id }) => id === openId) ?? null
    this.setData({ openId, open }, onceShown)
  },
  onVoiceTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.look(event.currentTarget.dataset.id)
  },
  onMove(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
    const { topHeight } = this.data.appearance
    this.look(event.detail.id, () => keepInView('.voice-open', topHeight))
  },
  onKey(event: WechatMiniprogram.CustomEvent<{ deed: ListKey }>) {
    const { open } = this.data
    if (event.detail.deed === 'enter' && open) this.answer(open.id, open.reply)
  },

  onTabTap(event: WechatMiniprogram.TouchEvent<object, object, { tab: Tab }>) {
    const { tab } = event.currentTarget.dataset
    if (tab === this.data.tab) return
    this.setData({ tab })
    void this.list?.restart()
  },
  onAnswerTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string; words?: string }>) {
    const { id, words = '' } = event.currentTarget.dataset
    this.answer(id, words)
  },
  answer(id: string, words: string) {
    this.once = newOnceKey()
    this.setData({ answeredId: id, words })
  },
  onSheetClose() {
    this.setData({ answeredId: '' })
  },
  onWordsInput(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value })
  },
  async onSendTap() {
    const { tab, answeredId: id, isBusy } = this.data
    const text = this.data.words.trim()
    if (isBusy || text === '') return
    this.setData({ isBusy: true })
    const result =
      tab === 'questions'
        ? await change('console.answerQuestion', { questionId: id, text }, this.once)
        : await change('console.answerReview', { reviewId: id, text }, this.once)
    this.once = keyAfter(result, this.once)
    this.setData({ isBusy: false, ...(result.ok ? { answeredId: '' } : {}) })
    if (!result.ok) sayFailure(result)
    await this.list?.refresh()
  },
  async onShowTap(
    event: WechatMiniprogram.TouchEvent<object, object, { id: string; show: boolean }>,
  ) {
    const { id, show: isShown } = event.currentTarget.dataset
    if (this.data.isBusy) return
    this.setData({ isBusy: true })
    const result =
      this.data.tab === 'questions'
        ? await change('console.showQuestion', { questionId: id, isShown })
        : await change('console.showReview', { reviewId: id, isShown })
    this.setData({ isBusy: false })
    if (!result.ok) sayFailure(result)
    await this.list?.refresh()
  },
  onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string; src: string }>) {
    const { id, src } = event.currentTarget.dataset
    const urls = this.data.rows.find((row) => row.id === id)?.pictures ?? []
    void wx.previewImage({ urls, current: src })
  },
  onRetryTap() {
    void this.list?.restart()
  },
})
