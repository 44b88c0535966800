import type { Carrier } from '../../../../shared/contract/carriers'
import { change, newOnceKey } from '../../../lib/call'
import { fill, textsOf } from '../../../lib/language'
import { textsBehavior } from '../../../lib/texts'
import { keyAfter } from '../../../lib/next-key'
import { carrierKey, carrierName, carrierOrder, trackingNumberOf } from '../ship/ship-view'
import type { OrderRow } from '../shipping/shipping-view'
import { checked, nextWithout } from './batch'
import type { BatchRow } from './batch'

type Tap<D extends object> = WechatMiniprogram.TouchEvent<
  object,
  object,
  D & WechatMiniprogram.IAnyObject
>

/**
 * Sends several orders with one carrier, each whole and with its own number. They leave one after
 * the other; what was refused stays in the sheet with its reason, and can be tried again.
 *
 * | property | type    | what                       |
 * | -------- | ------- | -------------------------- |
 * | visible  | Boolean | whether it is open         |
 * | orders   | Array   | rows of the shipping list  |
 *
 * | event | when                                              |
 * | ----- | ------------------------------------------------- |
 * | close | it wants to close: `{ sent }`, ids of what left   |
 */
Component({
  behaviors: [textsBehavior(['common', 'shipping'])],
  properties: { visible: Boolean, orders: { type: Array, value: [] as OrderRow[] } },
  data: {
    rows: [] as BatchRow[],
    carriers: [] as { carrier: Carrier; name: string }[],
    carrier: 'SF' as Carrier,
    title: '',
    left: 0,
    isSending: false,
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.begin()
    },
  },
  methods: {
    begin() {
      const { shipping } = textsOf(['shipping'])
      const used: unknown = wx.getStorageSync(carrierKey)
      this.setData({
        carriers: carrierOrder.map((carrier) => ({
          carrier,
          name: carrierName(carrier, shipping),
        })),
        carrier: carrierOrder.find((name) => name === used) ?? 'SF',
      })
      this.show(
        this.data.orders.map(({ id, number, goods, receiver }) => ({
          id,
          number,
          goods,
          person: receiver,
          trackingNumber: '',
          state: 'open',
          problem: '',
          once: newOnceKey(),
        })),
      )
    },
    show(rows: BatchRow[]) {
      const { shipping } = textsOf(['shipping'])
      this.setData({
        rows,
        left: rows.filter(({ state }) => state !== 'sent').length,
        title: fill(shipping.batchTitle, { count: rows.length }),
      })
    },

    onClose() {
      if (this.data.isSending) return
      const sent = this.data.rows.filter(({ state }) => state === 'sent').map(({ id }) => id)
      this.triggerEvent('close', { sent })
    },
    onCarrierTap(event: Tap<{ carrier: Carrier }>) {
      const { carrier } = event.currentTarget.dataset
      this.setData({
        carrier,
        rows: this.data.rows.map((row) => ({ ...row, once: newOnceKey() })),
      })
      wx.setStorageSync(carrierKey, carrier)
    },
    onNumberInput(
      event: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>,
    ) {
      this.write(event.currentTarget.dataset.index, event.detail.value)
    },
    write(index: number, trackingNumber: string) {
      this.setData({
        [`rows[${index}].trackingNumber`]: trackingNumber,
        [`rows[${index}].state`]: 'open',
        [`rows[${index}].problem`]: '',
        [`rows[${index}].once`]: newOnceKey(),
      })
    },
    /** Scans label after label until all have one, or the scanner is closed. */
    async onScanTap() {
      const { shipping } = this.data.t
      for (;;) {
        const index = nextWithout(this.data.rows)
        if (index === undefined) return
        const scanned = await wx.scanCode({}).catch(() => undefined)
        if (!scanned) return
        const number = trackingNumberOf(scanned.result)
        if (number) this.write(index, number)
        else {
          void wx.showToast({ title: shipping.trackingWrong, icon: 'none' })
          return
        }
      }
    },
    async onShipTap() {
      if (this.data.isSending) return
      const { shipping } = this.data.t
      this.show(checked(this.data.rows, shipping.trackingWrong, shipping.trackingTwice))
      if (this.data.rows.some(({ state }) => state === 'asked')) return
      this.setData({ isSending: true })
      for (const [index, row] of this.data.rows.entries())
        if (row.state !== 'sent') await this.sendOne(index, row)
      this.setData({ isSending: false })
      if (this.data.left > 0) return
      void wx.showToast({ title: shipping.done, icon: 'none' })
      this.onClose()
    },
    async sendOne(index: number, { id, trackingNumber, once }: BatchRow) {
      this.setData({ [`rows[${index}].state`]: 'sending' })
      const { carrier } = this.data
      const input = { orderId: id, carrier, trackingNumber: trackingNumber.trim() }
      const result = await change('console.ship', input, once)
      const rows = this.data.rows.map((row, place) =>
        place !== index
          ? row
          : result.ok
            ? { ...row, state: 'sent' as const, problem: '' }
            : {
                ...row,
                state: 'failed' as const,
                once: keyAfter(result, once),
                problem: textsOf(['errors']).errors[result.error.code],
              },
      )
      this.show(rows)
    },
  },
})
