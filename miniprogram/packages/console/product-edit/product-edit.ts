import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'

definePage({
  texts: ['goods', 'productEditor'],
  data: { productId: '', isReady: false },

  onLoad(query: { productId?: string }) {
    this.setData({ productId: query.productId ?? '', isReady: true })
  },
  onDirty(event: WechatMiniprogram.CustomEvent<{ isDirty: boolean }>) {
    if (event.detail.isDirty)
      void wx.enableAlertBeforeUnload({ message: this.data.t.goods.unsavedLine })
    else void wx.disableAlertBeforeUnload()
  },
  onSaved(event: WechatMiniprogram.CustomEvent<{ productId: string; isNew: boolean }>) {
    const { productId, isNew } = event.detail
    if (isNew) nav.replace('productEdit', { productId })
  },
})
