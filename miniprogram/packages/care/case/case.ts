import type { AfterSaleAction, AfterSaleDetail } from '../../../../shared/contract/care'
import { call, change, newOnceKey } from '../../../lib/call'
import type { CallResult } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import { Loaded } from '../../../lib/loaded'
import * as nav from '../../../lib/nav'
import { keyAfter } from '../../../lib/next-key'
import { definePage } from '../../../lib/page'
import { askForMessages } from '../../../lib/subscribe'
import { toCaseView } from './case-view'
import type { CaseView } from './case-view'

type Moved =
  | CallResult<'care.withdrawAfterSale'>
  | CallResult<'care.sendBack'>
  | CallResult<'care.appealAfterSale'>
  | CallResult<'care.confirmExchange'>

definePage({
  texts: ['common', 'afterSale'],
  data: {
    afterSaleId: '',
    view: null as CaseView | null,
    sheet: '' as '' | 'sendBack' | 'appeal',
    carriers: [] as AfterSaleDetail['carriers'],
    carrierIndex: 0,
    trackingNumber: '',
    isWrong: false,
    words: '',
    isBusy: false,
    failure: null as FailureView | null,
  },

  loaded: null as Loaded<AfterSaleDetail> | null,
  once: '',

  onLoad({ afterSaleId = '' }: { afterSaleId?: string }) {
    this.once = newOnceKey()
    this.setData({ afterSaleId })
    this.loaded = new Loaded({
      ask: () => call('care.getAfterSale', { afterSaleId }),
      show: (kase) =>
        this.setData({
          view: toCaseView(kase, Date.now(), textsOf(['afterSale', 'orders'])),
          carriers: kase.carriers,
          failure: null,
        }),
      fail: (failure) => this.setData({ failure }),
    })
  },
  onShow() {
    void this.loaded?.load()
  },
  async onPullDownRefresh() {
    await this.loaded?.load()
    void wx.stopPullDownRefresh()
  },
  onLanguageChange() {
    this.loaded?.showAgain()
  },

  onActionTap(event: WechatMiniprogram.TouchEvent<object, object, { action: AfterSaleAction }>) {
    const { action } = event.currentTarget.dataset
    if (action === 'sendBack' || action === 'appeal') this.setData({ sheet: action })
    else if (action === 'withdraw') void this.withdraw()
    else void this.send(() => change('care.confirmExchange', this.subject(), this.once))
  },
  subject() {
    return { afterSaleId: this.data.afterSaleId }
  },

  async withdraw() {
    const { afterSale, common } = this.data.t
    const { confirm } = await wx.showModal({
      title: afterSale.withdrawSure,
      content: afterSale.withdrawLine,
      confirmText: afterSale.withdrawYes,
      cancelText: common.cancel,
    })
    if (confirm) await this.send(() => change('care.withdrawAfterSale', this.subject(), this.once))
  },

  onSheetClose() {
    this.setData({ sheet: '' })
  },
  onCarrierChange(event: WechatMiniprogram.PickerChange) {
    this.setData({ carrierIndex: Number(event.detail.value) })
  },
  onTrackingInput(event: WechatMiniprogram.Input) {
    this.setData({ trackingNumber: event.detail.value, isWrong: false })
  },
  async onScanTap() {
    // Closing the scanner is an answer too.
    const scanned = await wx.scanCode({}).catch(() => undefined)
    if (scanned)
      this.setData({ trackingNumber: scanned.result.trim().slice(0, 32), isWrong: false })
  },
  onWordsInput(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value })
  },
  async onSendBackTap() {
    const { carriers, carrierIndex } = this.data
    const trackingNumber = this.data.trackingNumber.trim()
    const carrier = carriers[carrierIndex]?.id
    if (!carrier || !/^[A-Za-z0-9-]{6,32}$/.test(trackingNumber)) {
      this.setData({ isWrong: true })
      return
    }
    await this.send(
      () => change('care.sendBack', { ...this.subject(), carrier, trackingNumber }, this.once),
      true,
    )
  },
  async onAppealTap() {
    const words = this.data.words.trim()
    if (words.length < 2) {
      void wx.showToast({ title: this.data.t.afterSale.appealHint, icon: 'none' })
      return
    }
    await this.send(
      () => change('care.appealAfterSale', { ...this.subject(), words }, this.once),
      true,
    )
  },

  /** What the shop has to answer may come as a message; WeChat asks for that only in a tap. */
  async send(work: () => Promise<Moved>, waitsForAnswer = false) {
    if (this.data.isBusy) return
    this.setData({ isBusy: true })
    if (waitsForAnswer) await askForMessages(['afterSaleAnswered', 'afterSaleRefunded'])
    const result = await work()
    // Nobody knows whether it arrived when the network is gone: the same key asks again.
    this.once = keyAfter(result, this.once)
    if (!result.ok) sayFailure(result)
    this.setData({ isBusy: false, ...(result.ok ? { sheet: '' as const } : {}) })
    await this.loaded?.load()
  },

  onCopyTap(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
    void wx.setClipboardData({ data: event.currentTarget.dataset.text })
  },
  onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { src: string }>) {
    const urls = this.data.view?.pictures ?? []
    void wx.previewImage({ urls, current: event.currentTarget.dataset.src })
  },
  onOrderTap() {
    const { orderId } = this.loaded?.data ?? {}
    if (orderId) nav.open('order', { orderId })
  },
  onRetryTap() {
    void this.loaded?.retry()
  },
})
