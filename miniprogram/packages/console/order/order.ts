import { definePage } from '../../../lib/page'

definePage({
  texts: ['desk'],
  data: { orderId: '' },

  onLoad(query: { orderId?: string }) {
    this.setData({ orderId: query.orderId ?? '' })
  },
  async onPullDownRefresh() {
    await (this.selectComponent('.file') as { load?(): Promise<void> } | null)?.load?.()
    void wx.stopPullDownRefresh()
  },
})
