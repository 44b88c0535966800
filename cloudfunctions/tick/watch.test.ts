import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { settings } from '../../tests/shop/catalogue'
import { Shop } from '../../tests/shop/shop'
import { db } from '../_kit/db'
import type { TimerDocument } from '../_kit/documents/health'
import type { OutboxDocument } from '../_kit/documents/outbox'
import { longestSilenceMs } from '../_kit/health/levels'
import { noteEnd, watch } from './watch'

const minuteMs = 60_000
const alert = {
  id: 'alert-template',
  fields: { thing1: 'problem', number2: 'count', time3: 'noticedAt', thing4: 'hint' },
}

let shop: Shop
beforeEach(async () => {
  shop = new Shop()
  fakeCloud.answer('openapi.subscribeMessage.send', {})
  shop.put('settings', [{ ...settings, templates: { ...settings.templates, alert } }])
  await shop.call('owner', 'member.recordSubscription', {
    answers: [{ templateId: alert.id, answer: 'accept' }],
  })
})

const dead = (id: string) => ({
  _id: id,
  memberId: 'anna',
  state: 'dead',
  dueAt: 0,
  attempts: 20,
  createdAt: 0,
  effect: { kind: 'refreshOffer', productId: 'spring' },
})
const alerts = () =>
  shop.all<OutboxDocument>('outbox').filter(({ _id }) => _id.startsWith('alert:'))
const sent = () =>
  fakeCloud.callsOf('openapi.subscribeMessage.send').map(({ parameters }) => parameters)

describe('the owner', () => {
  test('hears of something given up, once', async () => {
    await shop.tick()
    expect(alerts()).toEqual([])
    shop.put('outbox', [dead('a'), dead('b')])
    shop.advance(minuteMs)
    await shop.tick()
    shop.advance(minuteMs)
    await shop.tick()
    expect(alerts()).toMatchObject([{ memberId: 'owner', state: 'done' }])
    expect(sent()).toMatchObject([
      {
        touser: 'owner',
        page: 'packages/console/health/health',
        data: { number2: { value: '2' } },
      },
    ])
  })

  test('hears that the timer was silent when it runs again', async () => {
    await shop.tick()
    shop.advance(25 * minuteMs)
    await shop.tick()
    expect(alerts()).toMatchObject([{ effect: { problem: 'timerSilent' } }])
    const { timer } = await shop.call('owner', 'console.getHealth', {})
    expect(timer).toMatchObject({ lastRunAt: Date.now(), silence: { ms: 25 * minuteMs } })
  })

  test('hears nothing when nobody has asked to be told, and it is no error', async () => {
    shop.put('subscriptions', [
      {
        _id: `owner:${alert.id}`,
        memberId: 'owner',
        templateId: alert.id,
        credits: 0,
        entries: [],
      },
    ])
    shop.put('outbox', [dead('a')])
    await shop.tick()
    expect(alerts()).toEqual([])
    expect(shop.errors).toEqual([])
  })

  test('hears once though two timers run', async () => {
    shop.put('outbox', [dead('a')])
    await Promise.all([shop.tick(), shop.tick()])
    expect(alerts()).toHaveLength(1)
    expect(sent()).toHaveLength(1)
  })
})

describe('the note of the timer', () => {
  const timer = () => shop.one<TimerDocument>('timers', 'tick')
  const end = { failed: ['clean'], places: [{ what: 'expire', after: 'o1' }] }
  const run = () => ({ envId: 'local', now: Date.now() })

  test('of the first run says that nothing failed and nothing waits', async () => {
    expect(await watch(run())).toEqual({ failed: [], places: [] })
    expect(timer()).toMatchObject({ lastRunAt: Date.now(), failed: [], places: [] })
    expect(timer().silence).toBeUndefined()
  })

  test('keeps how the last run ended until this one has, and answers it', async () => {
    await watch(run())
    await noteEnd(end, { failed: [], places: [] })
    shop.advance(minuteMs)
    expect(await watch(run())).toEqual(end)
    expect(timer()).toMatchObject(end)
  })

  test('is not written when a run ends as the one before', async () => {
    await watch(run())
    const update = jest.spyOn(db.timers, 'updateIf')
    await noteEnd(end, structuredClone(end))
    expect(update).not.toHaveBeenCalled()
    await noteEnd(end, { ...end, failed: [] })
    expect(update).toHaveBeenCalledTimes(1)
    update.mockRestore()
  })

  test('calls it silent only beyond the longest silence, and remembers the last one', async () => {
    await watch(run())
    shop.advance(longestSilenceMs)
    await watch(run())
    expect(timer().silence).toBeUndefined()
    shop.advance(longestSilenceMs + 1)
    await watch(run())
    const silence = { until: Date.now(), ms: longestSilenceMs + 1 }
    expect(timer().silence).toEqual(silence)
    shop.advance(minuteMs)
    await watch(run())
    expect(timer().silence).toEqual(silence)
  })
})

describe('health', () => {
  test('names the chores that failed in the last run, until they work again', async () => {
    const { orderId } = await shop.order('anna', 'spring-50')
    shop.advance(16 * minuteMs)
    const readKeys = jest.spyOn(db.once, 'find').mockRejectedValue(new Error('no answer'))
    await expect(shop.tick()).rejects.toThrow('chores failed')
    const failed = async () => (await shop.call('owner', 'console.getHealth', {})).timer.failed
    readKeys.mockRestore()
    expect(await failed()).toEqual(['clean'])
    expect(shop.one<{ state: string }>('orders', orderId).state).toBe('cancelled')
    shop.advance(minuteMs)
    await shop.tick()
    expect(await failed()).toEqual([])
  })

  test('shows what is stuck and which actions fail', async () => {
    shop.put('outbox', [dead('a'), { ...dead('late'), state: 'open' }])
    shop.put('health', [
      {
        _id: 'h:order',
        function: 'order',
        hourAt: Date.now(),
        actions: { place: { calls: 40, errors: 2, refused: 0, cold: 1, to100: 30, to3200: 10 } },
      },
    ])
    const health = await shop.call('manager', 'console.getHealth', {})
    expect(health).toMatchObject({
      calls: 40,
      errors: 2,
      failing: [{ action: 'order.place', calls: 40, errors: 2, p95Ms: 3200 }],
      slow: [{ action: 'order.place' }],
      outbox: { overdue: { count: 1, since: 0 }, dead: 1 },
      alerts: { isOn: true, mine: 0 },
    })
  })

  test('keeps counts for a week', async () => {
    const dayMs = 24 * 60 * minuteMs
    const at = (days: number) => ({
      _id: `${days}:order`,
      function: 'order',
      hourAt: Date.now() - days * dayMs,
      actions: {},
    })
    shop.put('health', [at(6), at(8)])
    await shop.tick()
    expect(shop.all<{ _id: string }>('health').map(({ _id }) => _id)).toEqual(['6:order'])
  })

  test('is for those who lead', async () => {
    expect(await shop.refusal('clerk', 'console.getHealth', {})).toEqual({ code: 'FORBIDDEN' })
  })
})
