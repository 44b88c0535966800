import * as nav from '../../../lib/nav'
import { definePage } from '../../../lib/page'

definePage({
  texts: ['shipping'],
  data: { orderId: '' },

  onLoad(query: { orderId?: string }) {
    this.setData({ orderId: query.orderId ?? '' })
  },
  onLeft(event: WechatMiniprogram.CustomEvent<{ isAll: boolean }>) {
    if (event.detail.isAll) nav.back()
  },
})
