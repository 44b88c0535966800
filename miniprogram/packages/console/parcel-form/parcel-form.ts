import type { Carrier } from '../../../../shared/contract/carriers'
import { call, change, newOnceKey } from '../../../lib/call'
import type { CallResult } from '../../../lib/call'
import { sayFailure, toFailureView } from '../../../lib/failure'
import type { FailureView } from '../../../lib/failure'
import { fill, textsOf } from '../../../lib/language'
import * as nav from '../../../lib/nav'
import { textsBehavior } from '../../../lib/texts'
import { keyAfter } from '../../../lib/next-key'
import {
  askedAmong,
  carrierKey,
  carrierName,
  carrierOrder,
  chosenPieces,
  packedAtFirst,
  toShipView,
  trackingNumberOf,
} from '../ship/ship-view'
import type { Packed, ShipView, StaffOrderDetail } from '../ship/ship-view'

/**
 * What one order still has to be packed of, where it goes, and the way it leaves: a page of its own
 * on a phone, the detail beside the list on a tablet.
 *
 * | property | type   | what                          |
 * | -------- | ------ | ----------------------------- |
 * | orderId  | String | the order; another one reloads |
 * | isPane   | Boolean | stands beside a list: one column |
 *
 * | event | when                                                      |
 * | ----- | --------------------------------------------------------- |
 * | left  | a parcel left: `{ isAll }`, whether the order is done with |
 */
Component({
  behaviors: [textsBehavior(['common', 'shipping', 'desk'])],
  properties: { orderId: { type: String, value: '' }, isPane: Boolean },
  data: {
    order: null as StaffOrderDetail | null,
    view: null as ShipView | null,
    carriers: carrierChoices(),
    carrier: 'SF' as Carrier,
    trackingNumber: '',
    isWrong: false,
    isAsked: false,
    isSplit: false,
    packed: {} as Packed,
    courier: { name: '', phone: '' },
    isSending: false,
    once: '',
    failure: null as FailureView | null,
  },
  observers: {
    orderId() {
      this.begin()
    },
    t() {
      this.setData({ carriers: carrierChoices() })
      this.show()
    },
  },
  methods: {
    begin() {
      const used: unknown = wx.getStorageSync(carrierKey)
      this.setData({
        order: null,
        view: null,
        carrier: carrierOrder.find((name) => name === used) ?? 'SF',
        trackingNumber: '',
        isWrong: false,
        isSplit: false,
        packed: {},
        courier: { name: '', phone: '' },
        failure: null,
        once: newOnceKey(),
      })
      if (this.data.orderId) void this.load()
    },
    async load() {
      const { orderId } = this.data
      const result = await call('console.getOrder', { orderId })
      if (orderId !== this.data.orderId) return
      if (!result.ok) {
        this.setData({ failure: toFailureView(result) })
        return
      }
      const packed = packedAtFirst(result.data)
      this.setData({
        order: result.data,
        failure: null,
        ...(packed ? { packed, isSplit: true } : {}),
      })
      this.show()
    },
    show() {
      const { order } = this.data
      if (order)
        this.setData({ view: toShipView(order, Date.now(), textsOf(['shipping']).shipping) })
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
      if (view) void wx.setClipboardData({ data: `${view.receiver} ${view.address}` })
    },
    onCarrierTap(event: WechatMiniprogram.TouchEvent<object, object, { carrier: Carrier }>) {
      const { carrier } = event.currentTarget.dataset
      this.setData({ carrier, once: newOnceKey() })
      wx.setStorageSync(carrierKey, carrier)
    },
    onTrackingBlur() {
      this.setData({ isAsked: false })
    },
    onTrackingInput(event: WechatMiniprogram.Input) {
      this.setData({ trackingNumber: event.detail.value, isWrong: false, once: newOnceKey() })
    },
    async onScanTap() {
      // Closing the scanner is an answer too: the field stays as it is.
      const scanned = await wx.scanCode({}).catch(() => undefined)
      if (!scanned) return
      const trackingNumber = trackingNumberOf(scanned.result)
      this.setData({
        isWrong: !trackingNumber,
        trackingNumber: trackingNumber ?? '',
        once: newOnceKey(),
      })
    },

    onPrintTap() {
      nav.open('packing', { orderIds: this.data.orderId })
    },
    onSplitTap() {
      const { isSplit, view } = this.data
      const packed = isSplit ? {} : everything(view)
      this.setData({ isSplit: !isSplit, packed, once: newOnceKey() })
    },
    onPieceTap(event: WechatMiniprogram.TouchEvent<object, object, { line: number; by: number }>) {
      const { line, by } = event.currentTarget.dataset
      const known = this.data.view?.lines.find(({ lineIndex }) => lineIndex === line)
      if (!known) return
      const now = this.data.packed[line] ?? known.left
      const quantity = Math.max(0, Math.min(known.left, now + by))
      this.setData({ packed: { ...this.data.packed, [line]: quantity }, once: newOnceKey() })
    },
    onCourierInput(
      event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'name' | 'phone' }>,
    ) {
      const { field } = event.currentTarget.dataset
      const courier = { ...this.data.courier, [field]: event.detail.value.trim() }
      this.setData({ courier, isWrong: false, once: newOnceKey() })
    },
    async onCourierTap() {
      const { orderId, courier, once, isSending } = this.data
      if (isSending) return
      const isWrong = courier.name === '' || !/^1[3-9]\d{9}$/.test(courier.phone)
      this.setData({ isWrong })
      if (isWrong) return
      const includesAsked = await this.askAboutAsked()
      if (includesAsked === undefined) return
      this.setData({ isSending: true })
      const input = { orderId, ...courier, ...(includesAsked ? { includesAsked } : {}) }
      this.settle(await change('console.sendCourier', input, once))
    },

    /** What the enter key of a list beside this form means. */
    onEnter() {
      const { view } = this.data
      if (!view?.canShip) return
      if (view.isCourier) void this.onCourierTap()
      else void this.onShipTap()
    },
    async onShipTap() {
      if (this.data.isSending) return
      const trackingNumber = trackingNumberOf(this.data.trackingNumber)
      this.setData({ isWrong: !trackingNumber })
      if (!trackingNumber) {
        // The field may be out of sight: WeChat brings what has the focus into view.
        this.setData({ isAsked: true })
        return
      }
      const { orderId, carrier, once, view, packed, t } = this.data
      const lines = chosenPieces(view?.lines ?? [], packed)
      if (lines?.length === 0) {
        void wx.showToast({ title: t.desk.splitTitle, icon: 'none' })
        return
      }
      const includesAsked = await this.askAboutAsked()
      if (includesAsked === undefined) return
      this.setData({ isSending: true })
      const input = {
        orderId,
        carrier,
        trackingNumber,
        ...(lines ? { lines } : {}),
        ...(includesAsked ? { includesAsked } : {}),
      }
      this.settle(await change('console.ship', input, once))
    },

    /**
     * Whether what is sent holds pieces the customer asks something for; undefined when whoever
     * sends it, told so, would rather not.
     */
    async askAboutAsked(): Promise<boolean | undefined> {
      const { view, packed, t } = this.data
      const count = askedAmong(view?.lines ?? [], packed)
      if (count === 0) return false
      const { confirm } = await wx.showModal({
        title: t.shipping.askedTitle,
        content: fill(t.shipping.askedBody, { count }),
        confirmText: t.shipping.askedSend,
        cancelText: t.shipping.askedWait,
      })
      return confirm || undefined
    },

    /** Goes on after something left: back when all of it did, else to the next parcel. */
    settle(result: CallResult<'console.ship'> | CallResult<'console.sendCourier'>) {
      this.setData({ isSending: false, once: keyAfter(result, this.data.once) })
      if (!result.ok) {
        sayFailure(result)
        if (result.error.code !== 'NETWORK') void this.load()
        return
      }
      void wx.showToast({ title: this.data.t.shipping.done, icon: 'none' })
      this.triggerEvent('left', { isAll: result.data.state !== 'paid' })
      if (result.data.state !== 'paid') return
      this.setData({ packed: {}, isSplit: false, trackingNumber: '' })
      void this.load()
    },
  },
})

const everything = (view: ShipView | null): Packed =>
  Object.fromEntries((view?.lines ?? []).map(({ lineIndex, left }) => [lineIndex, left]))

function carrierChoices() {
  const { shipping } = textsOf(['shipping'])
  return carrierOrder.map((carrier) => ({ carrier, name: carrierName(carrier, shipping) }))
}
