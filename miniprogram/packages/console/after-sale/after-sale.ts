import { definePage } from '../../../lib/page'

definePage({
  texts: ['staffCare'],
  data: { afterSaleId: '' },

  onLoad({ afterSaleId = '' }: { afterSaleId?: string }) {
    this.setData({ afterSaleId })
  },
  async onPullDownRefresh() {
    await (this.selectComponent('.file') as { load?(): Promise<void> } | null)?.load?.()
    void wx.stopPullDownRefresh()
  },
})
