import type { StaffOrderFile } from '../../../../shared/contract/console-orders'
import { call, change, newOnceKey } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { definePage } from '../../../lib/page'
import { keyAfter } from '../../../lib/next-key'

definePage({
  texts: ['common', 'desk'],
  data: {
    code: '',
    /** What the last code found; null before one was looked for. */
    orders: null as StaffOrderFile[] | null,
    foundCode: '',
    isLooking: false,
    sendingId: '',
    once: '',
  },
  asked: 0,

  onLoad() {
    this.setData({ once: newOnceKey() })
  },

  onCodeInput(event: WechatMiniprogram.Input) {
    this.setData({ code: event.detail.value.trim() })
  },
  onFindTap() {
    void this.find(this.data.code)
  },
  async onScanTap() {
    // Closing the scanner is an answer too: the field stays as it is.
    const scanned = await wx.scanCode({}).catch(() => undefined)
    if (!scanned) return
    const code = scanned.result.trim().slice(0, 20)
    this.setData({ code })
    void this.find(code)
  },
  async find(code: string) {
    if (code.length < 4) {
      this.setData({ orders: [], foundCode: code })
      return
    }
    const question = ++this.asked
    this.setData({ isLooking: true })
    const result = await call('console.findPickup', { code })
    if (question !== this.asked) return
    this.setData({ isLooking: false })
    if (result.ok) this.setData({ orders: result.data.orders, foundCode: code, once: newOnceKey() })
    else if (result.error.code === 'INVALID_INPUT') this.setData({ orders: [], foundCode: code })
    else sayFailure(result)
  },
  async onHandOverTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const orderId = event.currentTarget.dataset.id
    const { foundCode, once, sendingId, t } = this.data
    if (sendingId) return
    this.setData({ sendingId: orderId })
    const result = await change('console.handOver', { orderId, code: foundCode }, once)
    this.setData({ sendingId: '', once: keyAfter(result, once) })
    if (!result.ok) {
      sayFailure(result)
      void this.find(foundCode)
      return
    }
    void wx.showToast({ title: t.desk.pickupDone, icon: 'none' })
    const orders = (this.data.orders ?? []).filter(({ id }) => id !== orderId)
    // The next customer stands there already.
    this.setData(orders.length > 0 ? { orders } : { orders: null, code: '', foundCode: '' })
  },
})
