import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fakeCloud } from '../../../tests/fakes/wx-server-sdk'
import { Shop, roundTrips } from '../../../tests/shop/shop'
import type { HealthDocument } from '../documents/health'
import { bucketOf, percentileMs } from './buckets'
import { Counters } from './counters'
import { dueAlerts } from './due-alerts'
import { writeCounts } from './write-counts'

const call = (outcome = 'ok', action = 'order.place') => ({
  action,
  outcome,
  durationMs: 70,
  isCold: false,
})
const hourMs = 3_600_000

describe('counting', () => {
  test('is written down once a minute, however many calls there are', () => {
    const counters = new Counters()
    let writes = 0
    for (let clock = 0; clock < 180_000; clock += 10) {
      if (counters.isDue(clock)) {
        counters.take(clock)
        writes += 1
      }
      counters.count(call(), clock)
    }
    expect(writes).toBe(2)
  })

  test('writes a mistake at once, and a storm of them every ten seconds', () => {
    const counters = new Counters()
    let writes = 0
    for (let clock = 0; clock < 30_000; clock += 100) {
      counters.count(call('INTERNAL'), clock)
      if (counters.isDue(clock)) {
        counters.take(clock)
        writes += 1
      }
    }
    expect(writes).toBe(3)
  })

  test('tells mistakes from refusals and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ok', 'INTERNAL', 'SOLD_OUT')), (outcomes) => {
        const counters = new Counters()
        for (const outcome of outcomes) counters.count(call(outcome), 0)
        const counts = counters.take(0)['order.place']
        const of = (outcome: string) => outcomes.filter((each) => each === outcome).length
        expect(counts?.calls ?? 0).toBe(outcomes.length)
        expect(counts?.errors ?? 0).toBe(of('INTERNAL'))
        expect(counts?.refused ?? 0).toBe(of('SOLD_OUT'))
      }),
    )
  })

  test('costs an order no call and less than a hundredth of its time', async () => {
    const shop = new Shop()
    const { outTradeNo } = await shop.order('anna', 'spring-50')
    const begun = performance.now()
    const trips = await roundTrips(() => shop.call('anna', 'order.pay', { outTradeNo }))
    const payMs = performance.now() - begun
    expect(trips.join(' ')).not.toContain('health')
    const counters = new Counters()
    const rounds = 20_000
    const from = performance.now()
    for (let round = 0; round < rounds; round += 1) counters.count(call(), from)
    expect((performance.now() - from) / rounds).toBeLessThan(payMs / 100)
  })
})

describe('what several instances write', () => {
  test('adds up in one document an hour and function', async () => {
    const shop = new Shop()
    const at = Date.now()
    const counts = () => {
      const counters = new Counters()
      counters.count(call(), 0)
      counters.count(call('INTERNAL'), 0)
      counters.count(call('ok', 'order.quote'), 0)
      return counters.take(0)
    }
    await Promise.all([writeCounts(counts(), at), writeCounts(counts(), at)])
    await writeCounts(counts(), at)
    await writeCounts(counts(), at + hourMs)
    const documents = shop.all<HealthDocument>('health')
    expect(documents).toHaveLength(2)
    expect(documents[0]?.actions['place']).toMatchObject({ calls: 6, errors: 3, to100: 6 })
    expect(documents[0]?.actions['quote']).toMatchObject({ calls: 3, errors: 0 })
  })

  test('is never a reason for a call to fail', async () => {
    const shop = new Shop()
    fakeCloud.as('anna')
    shop.put('carts', [{ _id: 'anna', entries: null }])
    const reply = await shop.send('anna', 'order.getCart', {})
    expect(reply).toHaveProperty('requestId')
  })
})

test('an estimate of a percentile is never below the true one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1 }), (durations) => {
      const counts: Record<string, number> = {}
      for (const ms of durations) counts[bucketOf(ms)] = (counts[bucketOf(ms)] ?? 0) + 1
      const sorted = [...durations].sort((a, b) => a - b)
      const exact = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
      expect(percentileMs(counts, 0.95)).toBeGreaterThanOrEqual(exact)
    }),
  )
})

describe('alerts', () => {
  const none = { dead: 0, stuckRefunds: 0, money: 0, timerSilent: 0, errors: 0 }

  test('of a kind come at most once an hour, and again only for worse or after a day', () => {
    const first = dueAlerts({ ...none, dead: 2 }, {}, 0)
    expect(first.due).toEqual(['dead'])
    const soon = dueAlerts({ ...none, dead: 9 }, first.told, hourMs - 1)
    expect(soon.due).toEqual([])
    expect(dueAlerts({ ...none, dead: 2 }, soon.told, 5 * hourMs).due).toEqual([])
    expect(dueAlerts({ ...none, dead: 3 }, soon.told, hourMs).due).toEqual(['dead'])
    expect(dueAlerts({ ...none, dead: 2 }, soon.told, 24 * hourMs).due).toEqual(['dead'])
  })

  test('come for what came back after it was put right', () => {
    const told = dueAlerts({ ...none, money: 3 }, {}, 0).told
    const right = dueAlerts(none, told, hourMs).told
    expect(dueAlerts({ ...none, money: 1 }, right, 2 * hourMs).due).toEqual(['money'])
  })
})
