import type { StaffAfterSaleDetail } from '../../../../shared/contract/console-care'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { textsOf } from '../../../lib/language'
import { textsBehavior } from '../../../lib/texts'
import { toCaseView } from '../care-view'
import type { CaseView, DecisionButton } from '../care-view'
import { keyAfter } from '../../../lib/next-key'

/**
 * One after-sale case with what whoever looks may decide: a page of its own on a phone, the detail
 * beside the list in a wide window.
 *
 * | property    | type    | what                            |
 * | ----------- | ------- | ------------------------------- |
 * | afterSaleId | String  | the case; another one is read   |
 * | isPane      | Boolean | stands beside a list            |
 *
 * | event   | when                |
 * | ------- | ------------------- |
 * | changed | it was decided upon |
 */
Component({
  behaviors: [textsBehavior(['common', 'staffCare', 'afterSale'])],
  properties: { afterSaleId: { type: String, value: '' }, isPane: Boolean },
  data: {
    kase: null as StaffAfterSaleDetail | null,
    view: null as CaseView | null,
    /** What is being decided; its sheet is open. */
    chosen: null as DecisionButton | null,
    isOpen: false,
    answer: '',
    isStockBack: false,
    carriers: [] as StaffAfterSaleDetail['carriers'],
    carrierIndex: 0,
    trackingNumber: '',
    problem: '',
    isBusy: false,
    once: '',
    failure: null as FailureView | null,
  },
  pageLifetimes: {
    show() {
      // What another page did to it since.
      if (this.data.view) void this.load()
    },
  },
  observers: {
    afterSaleId() {
      this.setData({ kase: null, view: null, isOpen: false, failure: null, once: newOnceKey() })
      if (this.data.afterSaleId) void this.load()
    },
    t() {
      this.show()
    },
  },
  methods: {
    async load() {
      const { afterSaleId } = this.data
      const result = await call('console.getAfterSale', { afterSaleId })
      if (afterSaleId !== this.data.afterSaleId) return
      if (result.ok) {
        this.setData({ kase: result.data, carriers: result.data.carriers, failure: null })
        this.show()
      } else if (this.data.view) sayFailure(result)
      else this.setData({ failure: toFailureView(result) })
    },
    show() {
      const { kase } = this.data
      const texts = textsOf(['staffCare', 'afterSale', 'orders'])
      if (kase) this.setData({ view: toCaseView(kase, Date.now(), texts) })
    },

    /** What the enter key of a list beside it means: the first thing one may decide. */
    onEnter() {
      this.choose(this.data.view?.buttons.find(({ isPrimary }) => isPrimary))
    },
    onDecisionTap(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.choose(this.data.view?.buttons[event.currentTarget.dataset.index])
    },
    choose(chosen: DecisionButton | undefined) {
      if (!chosen || this.data.isBusy) return
      this.setData({
        once: newOnceKey(),
        chosen,
        isOpen: true,
        answer: '',
        problem: '',
        // What never left is still in the house.
        isStockBack: chosen.hasStock && this.data.kase?.hasLeft === false,
      })
    },
    onSheetClose() {
      this.setData({ isOpen: false })
    },
    onAnswerInput(event: WechatMiniprogram.Input) {
      this.setData({ answer: event.detail.value, problem: '' })
    },
    onStockTap() {
      this.setData({ isStockBack: !this.data.isStockBack })
    },
    onCarrierChange(event: WechatMiniprogram.PickerChange) {
      this.setData({ carrierIndex: Number(event.detail.value) })
    },
    onTrackingInput(event: WechatMiniprogram.Input) {
      this.setData({ trackingNumber: event.detail.value, problem: '' })
    },
    async onScanTap() {
      // Closing the scanner is an answer too.
      const scanned = await wx.scanCode({}).catch(() => undefined)
      if (scanned) this.setData({ trackingNumber: scanned.result.trim().slice(0, 32), problem: '' })
    },

    async onSendTap() {
      const { chosen, isBusy } = this.data
      if (!chosen || isBusy) return
      const problem = this.problemOf(chosen)
      if (problem) {
        this.setData({ problem })
        return
      }
      this.setData({ isBusy: true })
      const result = await this.decide(chosen)
      this.setData({
        isBusy: false,
        once: keyAfter(result, this.data.once),
        ...(result.ok ? { isOpen: false } : {}),
      })
      if (!result.ok) sayFailure(result)
      else this.triggerEvent('changed')
      await this.load()
    },
    problemOf({ form }: DecisionButton): string {
      const { staffCare, afterSale } = this.data.t
      if (form === 'wordNeeded' && this.data.answer.trim().length < 2) return staffCare.answerNeeded
      const isTracked = /^[A-Za-z0-9-]{6,32}$/.test(this.data.trackingNumber.trim())
      return form === 'parcel' && !isTracked ? afterSale.trackingWrong : ''
    },
    decide({ decision }: DecisionButton) {
      const { afterSaleId, isStockBack, carriers, carrierIndex, once } = this.data
      const answer = this.data.answer.trim()
      const trackingNumber = this.data.trackingNumber.trim()
      switch (decision) {
        case 'approve':
        case 'approveReturn':
          return change('console.approveAfterSale', { afterSaleId, answer, isStockBack }, once)
        case 'refuse':
          return change('console.refuseAfterSale', { afterSaleId, answer }, once)
        case 'acceptReturn':
          return change('console.acceptReturn', { afterSaleId, isStockBack }, once)
        case 'sendExchange': {
          const carrier = carriers[carrierIndex]?.id ?? 'SF'
          const parcel = { carrier, trackingNumber }
          return change('console.sendExchange', { afterSaleId, ...parcel, isStockBack }, once)
        }
        case 'refund':
        case 'return':
        case 'close':
        case 'decide':
          return change(
            'console.decideAfterSale',
            {
              afterSaleId,
              decision: decision === 'decide' ? 'close' : decision,
              answer,
              isStockBack,
            },
            once,
          )
      }
    },

    onCallTap() {
      const phoneNumber = this.data.view?.phone
      // Closing the dialler is an answer too.
      if (phoneNumber) wx.makePhoneCall({ phoneNumber }).catch(() => undefined)
    },
    onPictureTap(event: WechatMiniprogram.TouchEvent<object, object, { src: string }>) {
      const urls = this.data.view?.pictures ?? []
      void wx.previewImage({ urls, current: event.currentTarget.dataset.src })
    },
    onRetryTap() {
      this.setData({ failure: null })
      void this.load()
    },
  },
})
