import type { ErrorCode } from '../../../../shared/contract'
import type { StaffOrderFile } from '../../../../shared/contract/console-orders'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { priceText } from '../../../lib/price-text'
import { session } from '../../../lib/session'
import { textsBehavior } from '../../../lib/texts'
import { keyAfter } from '../../../lib/next-key'
import { fenOf, toOrderFileView } from './order-view'
import type { OrderFileView } from './order-view'

/**
 * Everything about one order, with what whoever looks may do about it: a page of its own on a phone,
 * the detail beside the list in a wide window.
 *
 * | property | type    | what                             |
 * | -------- | ------- | -------------------------------- |
 * | orderId  | String  | the order; another one is read   |
 * | isPane   | Boolean | stands beside a list: one column |
 *
 * | event   | when                            |
 * | ------- | ------------------------------- |
 * | changed | something about it was changed  |
 */
Component({
  behaviors: [textsBehavior(['common', 'desk'])],
  properties: { orderId: { type: String, value: '' }, isPane: Boolean },
  data: {
    order: null as StaffOrderFile | null,
    view: null as OrderFileView | null,
    note: '',
    discount: { isOpen: false, typed: '', reason: '', most: '', after: '', isWrong: false },
    isSending: false,
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
    orderId() {
      this.setData({ order: null, view: null, failure: null, once: newOnceKey() })
      if (this.data.orderId) void this.load()
    },
    t() {
      this.show()
    },
  },
  methods: {
    async load() {
      const { orderId } = this.data
      const result = await call('console.openOrder', { orderId })
      if (orderId !== this.data.orderId) return
      if (!result.ok) {
        if (this.data.view) sayFailure(result)
        else this.setData({ failure: toFailureView(result) })
        return
      }
      this.setData({ order: result.data, note: result.data.staffNote, failure: null })
      this.show()
    },
    show() {
      const { order } = this.data
      const roles = session.get().me?.roles ?? []
      if (order)
        this.setData({ view: toOrderFileView(order, roles, textsOf(['desk', 'shipping'])) })
    },

    onRetryTap() {
      this.setData({ failure: null })
      void this.load()
    },
    onAllOrdersTap() {
      nav.replace('staffOrders', {})
    },
    onCopyTap() {
      const { view } = this.data
      if (view)
        void wx.setClipboardData({ data: [view.person, view.address].filter(Boolean).join(' ') })
    },
    onCopyNumberTap() {
      const { view } = this.data
      if (view) void wx.setClipboardData({ data: view.number })
    },
    onPrintTap() {
      nav.open('packing', { orderIds: this.data.orderId })
    },
    onHistoryTap() {
      nav.open('audit', { subject: this.data.orderId })
    },

    onNoteInput(event: WechatMiniprogram.Input) {
      this.setData({ note: event.detail.value, once: newOnceKey() })
    },
    async onNoteSaveTap() {
      const { orderId, note, once, t } = this.data
      await this.send(() => change('console.noteOrder', { orderId, note }, once), t.desk.noteSaved)
    },

    async onStepTap() {
      const { orderId, once, view, t } = this.data
      switch (view?.step?.name) {
        case 'ship':
          return nav.open('ship', { orderId })
        case 'handOver':
          return nav.open('pickup')
        case 'makeReady':
          return this.send(() => change('console.makeReady', { orderId }, once), t.desk.madeReady)
        case 'finish':
          return this.send(() => change('console.finishShipping', { orderId }, once), '')
        default:
          return undefined
      }
    },

    onDiscountTap() {
      const { order, t } = this.data
      if (order?.mostDiscountFen === undefined) return
      const typed = order.staffDiscountFen > 0 ? String(order.staffDiscountFen / 100) : ''
      const most = fill(t.desk.priceMost, { amount: priceText(order.mostDiscountFen) })
      this.setData({
        discount: { isOpen: true, typed, reason: '', most, after: '', isWrong: false },
        once: newOnceKey(),
      })
    },
    onDiscountClose() {
      this.setData({ 'discount.isOpen': false })
    },
    onDiscountInput(event: WechatMiniprogram.Input) {
      const { order, t } = this.data
      const fen = fenOf(event.detail.value)
      const isRight = order !== null && fen !== undefined && fen <= (order.mostDiscountFen ?? 0)
      this.setData({
        'discount.typed': event.detail.value,
        'discount.isWrong': false,
        'discount.after': isRight
          ? fill(t.desk.priceNow, {
              amount: priceText(order.totalFen + order.staffDiscountFen - fen, 'always'),
            })
          : '',
        once: newOnceKey(),
      })
    },
    onReasonInput(event: WechatMiniprogram.Input) {
      this.setData({ 'discount.reason': event.detail.value, once: newOnceKey() })
    },
    async onDiscountSaveTap() {
      const { orderId, order, discount, once, t } = this.data
      const discountFen = fenOf(discount.typed)
      if (!order || discountFen === undefined || discountFen > (order.mostDiscountFen ?? 0)) {
        this.setData({ 'discount.isWrong': true })
        return
      }
      const input = { orderId, discountFen, reason: discount.reason }
      if (await this.send(() => change('console.discountOrder', input, once), t.desk.priceDone))
        this.onDiscountClose()
    },

    /** What the enter key of a list beside it means. */
    onEnter() {
      if (this.data.view?.step) void this.onStepTap()
    },

    /** Sends one change at a time, says what came of it, and shows the order as it is then. */
    async send(
      ask: () => Promise<
        { ok: true } | { ok: false; error: { code: ErrorCode }; requestId: string }
      >,
      done: string,
    ): Promise<boolean> {
      if (this.data.isSending) return false
      this.setData({ isSending: true })
      const result = await ask()
      this.setData({ isSending: false, once: keyAfter(result, this.data.once) })
      if (!result.ok) sayFailure(result)
      else {
        if (done) void wx.showToast({ title: done, icon: 'none' })
        this.triggerEvent('changed')
      }
      await this.load()
      return result.ok
    },
  },
})
