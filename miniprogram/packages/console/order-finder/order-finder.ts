import { call } from '../../../lib/call'
import { sayFailure } from '../../../lib/failure'
import { fill } from '../../../lib/language'
import { textsBehavior } from '../../../lib/texts'
import { stamp } from '../stamp'

/**
 * Finds a customer by one of their orders: number, phone or name.
 *
 * | event  | detail       | when                                            |
 * | ------ | ------------ | ----------------------------------------------- |
 * | choose | { orderId }  | an order was tapped; empty when none is any more |
 */
Component({
  behaviors: [textsBehavior(['staffPromotions'])],
  data: {
    query: '',
    orderId: '',
    isNone: false,
    orders: [] as { id: string; number: string; line: string }[],
  },
  methods: {
    onQueryInput(event: WechatMiniprogram.Input) {
      this.setData({ query: event.detail.value.trim() })
    },
    async onFindTap() {
      const { query } = this.data
      if (query === '') return
      const result = await call('console.findOrders', { query })
      if (!result.ok) {
        sayFailure(result)
        return
      }
      const { orderOf } = this.data.t.staffPromotions
      const orders = result.data.orders.map(({ id, number, receiver, placedAt }) => ({
        id,
        number,
        line: fill(orderOf, { name: receiver, time: stamp(placedAt) }),
      }))
      this.setData({ orders, isNone: orders.length === 0 })
      this.choose('')
    },
    onOrderTap(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.choose(event.currentTarget.dataset.id)
    },
    choose(orderId: string) {
      this.setData({ orderId })
      this.triggerEvent('choose', { orderId })
    },
  },
})
