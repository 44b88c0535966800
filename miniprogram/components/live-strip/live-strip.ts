import * as nav from '../../lib/nav'
import { textsBehavior } from '../../lib/texts'
import { toLiveView } from './live-view'
import type { Live, LiveView } from './live-view'

/**
 * One strip for the orders that are on their way; nothing when there are none. A tap opens the
 * order, or the list when there are several.
 *
 * | property | type   | what                          |
 * | -------- | ------ | ----------------------------- |
 * | live     | Object | the answer of `order.getLive` |
 */
Component({
  behaviors: [textsBehavior(['home'])],
  properties: { live: { type: Object, value: { count: 0 } as Live } },
  data: { view: null as LiveView | null },
  observers: {
    'live, t'(live: Live) {
      this.setData({ view: toLiveView(live, this.data.t.home) ?? null })
    },
  },
  methods: {
    onStripTap() {
      const { view } = this.data
      if (!view) return
      if (view.orderId) nav.open('order', { orderId: view.orderId })
      else nav.open('orders', {})
    },
  },
})
