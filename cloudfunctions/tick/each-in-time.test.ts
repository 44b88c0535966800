import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'
import type { OrderDocument } from '../_kit/documents/order'
import type { TimerDocument } from '../_kit/documents/health'
import { batchSize } from './batch-size'
import { expireOrders } from './expire-orders'

const minuteMs = 60_000

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const stateOf = (id: string) => shop.one<OrderDocument>('orders', id).state

/** Overdue orders nobody can end, older than one that can be ended. */
async function brokenOrders(count: number): Promise<{ sound: string }> {
  const { orderId } = await shop.order('anna', 'spring-50')
  const order = shop.one<OrderDocument>('orders', orderId)
  shop.put(
    'orders',
    Array.from({ length: count }, (_, index) => ({
      ...order,
      _id: `broken-${String(index).padStart(3, '0')}`,
      // Nothing can be given back of an order without lines.
      lines: null,
      dueAt: order.dueAt - minuteMs,
    })),
  )
  shop.advance(16 * minuteMs)
  return { sound: orderId }
}

/** One run of the chore that has time for so many orders. */
const runWithTimeFor = (orders: number, places: Map<string, string>) => {
  let tried = 0
  const isOver = () => (tried += 1) > orders
  return expireOrders({ envId: 'fake-env', now: Date.now(), isOver, places })
}

describe('orders that can never be ended', () => {
  test('do not keep later ones from it, though they fill whole batches', async () => {
    const { sound } = await brokenOrders(batchSize + 5)
    await shop.tick()
    expect(stateOf(sound)).toBe('cancelled')
    expect(stateOf('broken-000')).toBe('pendingPayment')
  })

  test('do not keep later ones from it, though the time is over with them', async () => {
    const { sound } = await brokenOrders(25)
    const places = new Map<string, string>()
    for (const tried of [10, 10, 6]) expect(await runWithTimeFor(10, places)).toBe(tried)
    expect(stateOf(sound)).toBe('cancelled')
    // Whatever was in the way may be mended meanwhile: it begins anew.
    expect(places.size).toBe(0)
    expect(await runWithTimeFor(10, places)).toBe(10)
  })

  test('are gone on behind by the next timer, wherever it runs', async () => {
    const { sound } = await brokenOrders(25)
    let clock = performance.now()
    // Each question costs so much that the chore's time is over after some orders.
    const refuse = fakeCloud.wire.bind(fakeCloud)
    jest.spyOn(fakeCloud, 'wire').mockImplementation((action, request) => {
      clock += 20
      return refuse(action, request)
    })
    jest.spyOn(performance, 'now').mockImplementation(() => clock)
    await shop.tick()
    expect(stateOf(sound)).toBe('pendingPayment')
    expect(shop.one<TimerDocument>('timers', 'tick').places).toMatchObject([
      { what: 'expireOrder' },
    ])
    for (let minutes = 0; minutes < 10 && stateOf(sound) === 'pendingPayment'; minutes += 1) {
      shop.advance(minuteMs)
      await shop.tick()
    }
    expect(stateOf(sound)).toBe('cancelled')
  })
})
