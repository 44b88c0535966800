import type { AfterSaleChoices } from '../../../../shared/contract/care'
import type { AfterSaleKind, AfterSaleReason } from '../../../../shared/domain/after-sale'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'
import { askForMessages } from '../../../lib/subscribe'
import { kindsFor, piecesOf, toAmountView, toAskView } from './ask-view'
import type { AmountView, AskView, Draft } from './ask-view'

const nothingChosen: Draft = { quantities: {}, kind: '', reason: '' }
const viewOf = (choices: AfterSaleChoices, draft: Draft): AskView =>
  toAskView(choices, draft, textsOf(['afterSale', 'orders']))

definePage({
  texts: ['common', 'afterSale', 'sku'],
  data: {
    orderId: '',
    view: null as AskView | null,
    amount: null as AmountView | null,
    words: '',
    pictures: [] as string[],
    canSend: false,
    isUploading: false,
    isSending: false,
    failure: null as FailureView | null,
  },

  choices: undefined as AfterSaleChoices | undefined,
  draft: nothingChosen,
  once: '',
  /** Answers to earlier questions are dropped. */
  asked: 0,

  onLoad({ orderId = '', line }: { orderId?: string; line?: string }) {
    this.once = newOnceKey()
    if (line !== undefined) this.draft = { ...nothingChosen, quantities: { [Number(line)]: 1 } }
    this.setData({ orderId })
    void this.load()
  },
  onLanguageChange() {
    if (this.choices) this.setData({ view: viewOf(this.choices, this.draft) })
    void this.load()
  },

  async load() {
    const result = await call('care.getAfterSaleChoices', { orderId: this.data.orderId })
    if (!result.ok) {
      // What is filled in stays on the screen when the choices cannot be read again.
      if (this.data.view) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
      return
    }
    this.choices = result.data
    const open = result.data.lines.filter(({ available }) => available > 0)
    // One line with one piece leaves nothing to choose.
    if (open.length === 1 && Object.keys(this.draft.quantities).length === 0)
      this.draft = { ...this.draft, quantities: { [open[0]!.lineIndex]: open[0]!.available } }
    this.setData({ failure: null })
    this.show()
  },

  /** Draws the draft, and asks what would come back of it. */
  show() {
    const { choices } = this
    if (!choices) return
    const possible = kindsFor(choices, this.draft)
    if (this.draft.kind !== '' && !possible.includes(this.draft.kind))
      this.draft = { ...this.draft, kind: '' }
    const { kind, reason } = this.draft
    const isComplete = kind !== '' && reason !== '' && piecesOf(this.draft).length > 0
    const hasMoney = isComplete && kind !== 'exchange'
    this.setData({
      view: viewOf(choices, this.draft),
      canSend: isComplete,
      ...(hasMoney ? {} : { amount: null }),
    })
    this.asked += 1
    if (hasMoney) void this.preview(kind, reason, this.asked)
  },

  async preview(kind: AfterSaleKind, reason: AfterSaleReason, question: number) {
    const { orderId } = this.data
    const lines = piecesOf(this.draft)
    const result = await call('care.previewAfterSale', { orderId, kind, reason, lines })
    if (question !== this.asked) return
    if (result.ok)
      this.setData({ amount: toAmountView(result.data, textsOf(['afterSale']).afterSale) })
    else {
      this.setData({ amount: null, canSend: false })
      sayFailure(result)
    }
  },

  change(draft: Partial<Draft>) {
    this.draft = { ...this.draft, ...draft }
    this.once = newOnceKey()
    this.show()
  },
  setQuantity(lineIndex: number, quantity: number) {
    this.change({ quantities: { ...this.draft.quantities, [lineIndex]: quantity } })
  },

  onLineTap(event: WechatMiniprogram.TouchEvent<object, object, { line: number }>) {
    const { line } = event.currentTarget.dataset
    const available = this.choices?.lines[line]?.available ?? 0
    if (available > 0)
      this.setQuantity(line, (this.draft.quantities[line] ?? 0) > 0 ? 0 : available)
  },
  onLessTap(event: WechatMiniprogram.TouchEvent<object, object, { line: number }>) {
    const { line } = event.currentTarget.dataset
    this.setQuantity(line, Math.max(1, (this.draft.quantities[line] ?? 1) - 1))
  },
  onMoreTap(event: WechatMiniprogram.TouchEvent<object, object, { line: number }>) {
    const { line } = event.currentTarget.dataset
    const available = this.choices?.lines[line]?.available ?? 0
    this.setQuantity(line, Math.min(available, (this.draft.quantities[line] ?? 0) + 1))
  },
  onKindTap(event: WechatMiniprogram.TouchEvent<object, object, { kind: AfterSaleKind }>) {
    const { kind } = event.currentTarget.dataset
    if (this.choices && kindsFor(this.choices, this.draft).includes(kind)) this.change({ kind })
  },
  onReasonTap(event: WechatMiniprogram.TouchEvent<object, object, { reason: AfterSaleReason }>) {
    this.change({ reason: event.currentTarget.dataset.reason })
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

  async onSendTap() {
    const { orderId, words, pictures, isSending, isUploading } = this.data
    const { afterSale } = this.data.t
    const { kind, reason } = this.draft
    const lines = piecesOf(this.draft)
    if (isSending) return
    if (isUploading || kind === '' || reason === '' || lines.length === 0) {
      void wx.showToast({
        title: isUploading ? afterSale.uploading : afterSale.choose,
        icon: 'none',
      })
      return
    }
    this.setData({ isSending: true })
    // WeChat asks only in a tap, and each yes is good for one message of a kind.
    await askForMessages(['afterSaleAnswered', 'afterSaleRefunded'])
    const result = await change(
      'care.requestAfterSale',
      { orderId, kind, reason, lines, description: words, pictures },
      this.once,
    )
    if (result.ok) {
      // It stays busy until it has left.
      void wx.showToast({ title: afterSale.sent, icon: 'none' })
      nav.replace('afterSale', { afterSaleId: result.data.afterSaleId })
      return
    }
    this.setData({ isSending: false })
    sayFailure(result)
    if (result.error.code !== 'NETWORK') {
      this.once = newOnceKey()
      void this.load()
    }
  },
  onRetryTap() {
    this.setData({ failure: null })
    void this.load()
  },
  onBackTap() {
    nav.back()
  },
})
