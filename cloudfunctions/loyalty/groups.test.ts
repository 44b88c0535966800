import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { GroupDocument, PromotionDocument } from '../_kit/documents/loyalty'
import type { OrderDocument } from '../_kit/documents/order'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

let shop: Shop

const groupBuy = (change: Partial<PromotionDocument> = {}): PromotionDocument => ({
  _id: 'together',
  name: { zh: '一起喝', en: 'Together' },
  isOn: true,
  startsAt: Date.now() - hourMs,
  endsAt: Date.now() + 72 * hourMs,
  scope: {},
  stacking: 'exclusive',
  rule: {
    kind: 'groupBuy',
    items: [{ skuId: 'spring-50', priceFen: 4000 }],
    size: 3,
    lastsMs: 24 * hourMs,
  },
  createdAt: 0,
  updatedAt: 0,
  ...change,
})

const source = { kind: 'sku', skuId: 'spring-50', quantity: 1 } as const
const group = (id: string) => shop.one<GroupDocument>('groups', id)
const order = (id: string) => shop.one<OrderDocument>('orders', id)
const paidIn = (id: string) => group(id).members.filter(({ isPaid }) => isPaid).length

/** What a phone sends to start a group, or to join one. */
async function agreed(user: string, groupId?: string) {
  const addressId = await shop.address(user)
  const wish = {
    source,
    addressId,
    group: { promotionId: 'together', ...(groupId === undefined ? {} : { groupId }) },
  }
  const { signature, totalFen } = await shop.call(user, 'order.quote', wish)
  return { wish, signature, totalFen }
}

async function place(user: string, groupId?: string) {
  const { wish, signature } = await agreed(user, groupId)
  return shop.call(user, 'order.place', { ...wish, signature })
}

async function pay(user: string, outTradeNo: string) {
  await shop.call(user, 'order.pay', { outTradeNo })
  shop.pay.pay(outTradeNo, user)
  return shop.call(user, 'order.confirmPayment', { outTradeNo })
}

async function join(user: string, groupId?: string) {
  const placed = await place(user, groupId)
  await pay(user, placed.outTradeNo)
  return placed.orderId
}

beforeEach(() => {
  shop = new Shop()
  shop.put('promotions', [groupBuy()])
})

describe('a group', () => {
  test('waits for its people, and then all their orders go on', async () => {
    const before = shop.stockOf('spring-50')
    const first = await join('mia')
    expect(order(first)).toMatchObject({ state: 'grouping', groupId: first, goodsFen: 5800 })
    const second = await join('tom', first)
    expect(group(first)).toMatchObject({ state: 'open', size: 3 })
    expect(order(second).state).toBe('grouping')
    const third = await join('eve', first)
    expect(group(first).state).toBe('complete')
    for (const id of [first, second, third]) {
      expect(order(id)).toMatchObject({ state: 'paid', lines: [{ payableFen: 4000 }] })
      expect(order(id).dueAt).toBeGreaterThan(Date.now())
    }
    expect(shop.stockOf('spring-50')).toBe(before - 3)
    expect(shop.errors).toEqual([])
  })

  test('is seen and joined only once it is paid for', async () => {
    const { orderId, outTradeNo } = await place('mia')
    const listed = async () =>
      (await shop.call('tom', 'loyalty.listProductOffers', { productId: 'spring' })).groups
    expect(await listed()).toEqual([])
    expect(await shop.refusal('tom', 'loyalty.getGroup', { groupId: orderId })).toEqual({
      code: 'GROUP_NOT_FOUND',
    })
    const refusal = await shop.refusal('tom', 'order.quote', {
      source,
      group: { promotionId: 'together', groupId: orderId },
    })
    expect(refusal.code).toBe('GROUP_ENDED')
    await pay('mia', outTradeNo)
    expect(await listed()).toMatchObject([{ groupId: orderId, placesLeft: 2, isMine: false }])
    expect((await shop.call('tom', 'loyalty.getGroup', { groupId: orderId })).group).toMatchObject({
      state: 'open',
      groupFen: 4000,
      product: { priceFen: 5800 },
      placesLeft: 2,
      canJoin: true,
    })
  })

  test('has the clock of its first payment', async () => {
    const { orderId, outTradeNo } = await place('mia')
    shop.advance(10 * minuteMs)
    await pay('mia', outTradeNo)
    expect(group(orderId).expiresAt).toBe(Date.now() + 24 * hourMs)
  })

  test('never has more paid places than its size, with ten who want the last one', async () => {
    const first = await join('mia')
    await join('tom', first)
    const users = Array.from({ length: 10 }, (_, i) => `late-${i}`)
    const wishes: Awaited<ReturnType<typeof agreed>>[] = []
    for (const user of users) wishes.push(await agreed(user, first))
    const replies = await Promise.all(
      users.map((user, i) =>
        shop.send(user, 'order.place', { ...wishes[i]!.wish, signature: wishes[i]!.signature }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const codes = replies
      .filter(({ ok }) => !ok)
      .map(({ error }) => (error as { code: string }).code)
    expect(new Set(codes)).toEqual(new Set(['GROUP_FULL']))
    expect(group(first).members).toHaveLength(3)
    const winner = replies.findIndex(({ ok }) => ok)
    await pay(users[winner]!, (replies[winner]!.data as { outTradeNo: string }).outTradeNo)
    expect(paidIn(first)).toBe(3)
    expect(group(first).state).toBe('complete')
  })

  test('one member has one place', async () => {
    const first = await join('mia')
    const refusal = await shop.refusal('mia', 'order.quote', {
      source,
      group: { promotionId: 'together', groupId: first },
    })
    expect(refusal.code).toBe('ALREADY_IN_GROUP')
  })

  test('an unpaid place is free again when its order is given up, or its time is over', async () => {
    const first = await join('mia')
    await join('tom', first)
    const given = await place('eve', first)
    await shop.call('eve', 'order.cancel', { orderId: given.orderId, reason: 'changedMind' })
    expect(group(first).members).toHaveLength(2)
    await place('eve', first)
    shop.advance(16 * minuteMs)
    // Without the sweep: the comparison alone frees it.
    const last = await join('zoe', first)
    expect(order(last).state).toBe('paid')
    expect(group(first).state).toBe('complete')
  })

  test('a payment that comes when the place is taken goes back by itself', async () => {
    const before = shop.stockOf('spring-50')
    const first = await join('mia')
    await join('tom', first)
    const slow = await place('eve', first)
    await shop.call('eve', 'order.pay', { outTradeNo: slow.outTradeNo })
    shop.advance(16 * minuteMs)
    await join('zoe', first)
    shop.pay.pay(slow.outTradeNo, 'eve')
    const { outcome } = await shop.call('eve', 'order.confirmPayment', {
      outTradeNo: slow.outTradeNo,
    })
    expect(outcome).toBe('refunding')
    await shop.tick()
    expect(order(slow.orderId).state).toBe('refunded')
    expect(paidIn(first)).toBe(3)
    expect(shop.stockOf('spring-50')).toBe(before - 3)
  })

  test('that is not complete in time gives everything back, once', async () => {
    const before = shop.stockOf('spring-50')
    const first = await join('mia')
    const second = await join('tom', first)
    shop.advance(24 * hourMs)
    const refusal = await shop.refusal('zoe', 'order.quote', {
      source,
      group: { promotionId: 'together', groupId: first },
    })
    expect(refusal.code).toBe('GROUP_ENDED')
    await Promise.all([shop.tick(), shop.tick()])
    expect(group(first).state).toBe('failed')
    shop.advance(2 * minuteMs)
    await shop.tick()
    for (const id of [first, second]) expect(order(id).state).toBe('refunded')
    expect(shop.all('refunds')).toHaveLength(2)
    expect(shop.stockOf('spring-50')).toBe(before)
  })

  test('one who leaves it gets the money back, and the others go on', async () => {
    const first = await join('mia')
    const second = await join('tom', first)
    await shop.call('mia', 'order.cancel', { orderId: first, reason: 'changedMind' })
    expect(group(first)).toMatchObject({ state: 'open', members: [{ memberId: 'tom' }] })
    await join('eve', first)
    await join('zoe', first)
    expect(order(second).state).toBe('paid')
    await shop.tick()
    expect(order(first).state).toBe('refunded')
  })

  test('that everybody has left has failed', async () => {
    const first = await join('mia')
    await shop.call('mia', 'order.cancel', { orderId: first, reason: 'changedMind' })
    expect(group(first)).toMatchObject({ state: 'failed', members: [] })
  })

  test('is not started beside its promotion', async () => {
    const { wish, signature } = await agreed('mia')
    shop.advance(73 * hourMs)
    const reply = await shop.send('mia', 'order.place', { ...wish, signature })
    expect(reply.ok).toBe(false)
    expect(shop.all('groups')).toEqual([])
  })

  test('an interrupted settlement goes on where it was', async () => {
    const first = await join('mia')
    const second = await join('tom', first)
    const third = await place('eve', first)
    await shop.call('eve', 'order.pay', { outTradeNo: third.outTradeNo })
    shop.pay.pay(third.outTradeNo, 'eve')
    let failures = 0
    const wire = fakeCloud.wire.bind(fakeCloud)
    // The second order cannot be read once: the outbox takes it up a minute later.
    const spy = jest.spyOn(fakeCloud, 'wire').mockImplementation((action, request) => {
      if (failures === 0 && order(first).state === 'paid') {
        failures += 1
        throw new Error('the connection broke')
      }
      return wire(action, request)
    })
    await shop.call('eve', 'order.confirmPayment', { outTradeNo: third.outTradeNo })
    spy.mockRestore()
    expect(failures).toBe(1)
    expect(order(second).state).toBe('grouping')
    shop.advance(2 * minuteMs)
    await shop.tick()
    for (const id of [first, second, third.orderId]) expect(order(id).state).toBe('paid')
  })
})

describe('the card', () => {
  test('is one for a group, and says how many are in it', async () => {
    fakeCloud.answer('openapi.updatableMessage.createActivityId', () => ({
      activity_id: 'card',
      expiration_time: Math.floor(Date.now() / 1000) + 86_400,
    }))
    fakeCloud.answer('openapi.updatableMessage.setUpdatableMsg', {})
    const calls = (api: string) =>
      fakeCloud.calls.filter((call) => call.api === `openapi.updatableMessage.${api}`)
    const first = await join('mia')
    const share = () => shop.call('mia', 'loyalty.shareGroup', { groupId: first })
    expect(await share()).toEqual({ activityId: 'card', memberCount: 1, size: 3 })
    await share()
    expect(calls('createActivityId')).toHaveLength(1)
    await join('tom', first)
    await join('eve', first)
    expect(calls('setUpdatableMsg').map(({ parameters }) => parameters)).toMatchObject([
      {
        activity_id: 'card',
        target_state: 0,
        template_info: { parameter_list: [{ value: '2' }, {}] },
      },
      { activity_id: 'card', target_state: 1 },
    ])
  })

  test('is an ordinary one when WeChat gives no id, and for members only', async () => {
    const first = await join('mia')
    expect(await shop.call('mia', 'loyalty.shareGroup', { groupId: first })).toEqual({
      memberCount: 1,
      size: 3,
    })
    expect(await shop.refusal('tom', 'loyalty.shareGroup', { groupId: first })).toEqual({
      code: 'GROUP_NOT_FOUND',
    })
  })
})
