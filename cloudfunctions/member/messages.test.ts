import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { SubscriptionDocument } from '../_kit/documents/member'
import type { OutboxDocument } from '../_kit/documents/outbox'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const minuteMs = 60_000
const send = 'openapi.subscribeMessage.send'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer(send, {})
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
})

const sent = () => fakeCloud.callsOf(send)
const accept = (templateId = 'tpl-paid') =>
  shop.call('anna', 'member.recordSubscription', {
    answers: [{ templateId, answer: 'accept' }],
  })
const ledger = () => shop.one<SubscriptionDocument>('subscriptions', 'anna:tpl-paid')
const message = () =>
  shop.all<OutboxDocument>('outbox').find(({ effect }) => effect.kind === 'message')!

test('the changes of a balance are kept, but not for ever', async () => {
  for (let time = 0; time < 130; time += 1) await accept()
  expect(ledger().credits).toBe(130)
  expect(ledger().entries).toHaveLength(100)
})

test('whoever said "tell me" before paying is told when it is paid', async () => {
  expect(await accept()).toEqual({ accepted: 1 })
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
  expect(sent()).toHaveLength(1)
  expect(sent()[0]?.parameters).toMatchObject({
    touser: 'anna',
    template_id: 'tpl-paid',
    page: `packages/shop/order/order?orderId=${orderId}`,
    data: { thing2: { value: '云山雾尖 ×2' } },
  })
  expect(ledger()).toMatchObject({
    credits: 0,
    entries: [
      { change: 1, cause: 'accepted' },
      { change: -1, cause: 'sent' },
    ],
  })
})

test('whoever says it on the page after paying is told at once', async () => {
  await shop.paidOrder('anna', 'spring-50')
  expect(sent()).toHaveLength(0)
  await accept()
  expect(sent()).toHaveLength(1)
  expect(message().state).toBe('done')
})

test('old news is not sent', async () => {
  await shop.paidOrder('anna', 'spring-50')
  shop.advance(30 * minuteMs)
  await accept()
  expect(sent()).toHaveLength(0)
  expect(message().state).toBe('expired')
})

test('the timer puts off what waits, and ends it when it is old', async () => {
  await shop.paidOrder('anna', 'spring-50')
  shop.advance(2 * minuteMs)
  await shop.tick()
  expect(message()).toMatchObject({ state: 'open', dueAt: Date.now() + 10 * minuteMs })
  shop.advance(30 * minuteMs)
  await shop.tick()
  expect(message().state).toBe('expired')
  expect(sent()).toHaveLength(0)
})

test('the timer sends what an instance left behind', async () => {
  await shop.paidOrder('anna', 'spring-50')
  // The instance that took the credit died before it looked for what waits.
  const ledgerLeft: SubscriptionDocument = {
    _id: 'anna:tpl-paid',
    memberId: 'anna',
    templateId: 'tpl-paid',
    credits: 1,
    entries: [{ at: Date.now(), change: 1, cause: 'accepted' }],
  }
  shop.put('subscriptions', [ledgerLeft])
  shop.setNow(message().dueAt)
  await shop.tick()
  expect(sent()).toHaveLength(1)
})

test('a message is never sent twice, whoever tries', async () => {
  await shop.paidOrder('anna', 'spring-50')
  await Promise.all([accept(), accept(), shop.tick(), shop.tick()])
  shop.advance(5 * minuteMs)
  await shop.tick()
  expect(sent()).toHaveLength(1)
  expect(ledger().credits).toBe(1)
})

describe('when WeChat does not send it', () => {
  test('no credit there sets ours to none, and the next one sends it', async () => {
    fakeCloud.refuse(send, 43101, 'user refuse to accept the msg')
    await accept()
    await shop.paidOrder('anna', 'spring-50')
    expect(ledger().credits).toBe(0)
    expect(message().state).toBe('open')
    fakeCloud.answer(send, {})
    await accept()
    expect(message().state).toBe('done')
  })

  test('a refusal for good ends it and gives the credit back', async () => {
    fakeCloud.refuse(send, 47003, 'argument invalid')
    await accept()
    await shop.paidOrder('anna', 'spring-50')
    expect(message().state).toBe('dead')
    expect(ledger().credits).toBe(1)
    expect(shop.errors.join()).toContain('effectDead')
  })

  test('a database that fails before WeChat is asked only puts it off', async () => {
    await accept()
    const wire = fakeCloud.wire.bind(fakeCloud)
    const spy = jest.spyOn(fakeCloud, 'wire').mockImplementation((action, request) => {
      if (action === 'database.modifyDocument' && request.collectionName === 'subscriptions')
        throw new Error('the database is away')
      return wire(action, request)
    })
    await shop.paidOrder('anna', 'spring-50')
    spy.mockRestore()
    expect(message().state).toBe('open')
    expect(sent()).toHaveLength(0)
    shop.advance(minuteMs)
    await shop.tick()
    expect(message().state).toBe('done')
    expect(sent()).toHaveLength(1)
  })

  test('no answer at all ends it: nobody knows whether it was sent', async () => {
    fakeCloud.refuse(send, -1, 'system error')
    await accept()
    await shop.paidOrder('anna', 'spring-50')
    fakeCloud.answer(send, {})
    shop.advance(5 * minuteMs)
    await shop.tick()
    expect(message().state).toBe('dead')
    expect(sent()).toHaveLength(1)
  })
})

test('refusing a message, or one we do not send, adds nothing', async () => {
  expect(
    await shop.call('anna', 'member.recordSubscription', {
      answers: [
        { templateId: 'tpl-paid', answer: 'reject' },
        { templateId: 'tpl-shipped', answer: 'ban' },
        { templateId: 'somebody-elses', answer: 'accept' },
      ],
    }),
  ).toEqual({ accepted: 0 })
  expect(shop.all('subscriptions')).toEqual([])
})

test('the balance is the sum of its entries', async () => {
  await accept()
  await accept()
  await shop.paidOrder('anna', 'spring-50')
  const { credits, entries } = ledger()
  expect(entries.reduce((sum, { change }) => sum + change, 0)).toBe(credits)
})

test('what was told can be read again, and what nobody asked to be told, too', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
  const { messages, cursor } = await shop.call('anna', 'member.listMessages', {})
  expect(messages).toMatchObject([
    { kind: 'orderPaid', orderId, facts: { goods: '云山雾尖 ×2' }, at: Date.now() },
  ])
  expect(cursor).toBeUndefined()
  expect((await shop.call('anna', 'member.getMe', {})).newestMessageAt).toBe(messages[0]?.at)
  expect((await shop.call('ben', 'member.listMessages', {})).messages).toEqual([])
  expect(await shop.call('ben', 'member.getMe', {})).not.toHaveProperty('newestMessageAt')
})

describe('in English', () => {
  const told = async () =>
    (await shop.call('anna', 'member.listMessages', {}, { language: 'en' })).messages

  test('goods and carriers have their English names, and numbers stay', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
    const parcel = { carrier: 'SF', trackingNumber: 'SF-7654321' } as const
    await shop.call('packer', 'console.ship', { orderId, ...parcel })
    const facts = (await told()).map((each) => each.facts)
    expect(facts).toMatchObject([
      { goods: 'Mist Tips ×2', carrier: 'SF Express', trackingNumber: 'SF-7654321' },
      { goods: 'Mist Tips ×2', total: '¥116.00' },
    ])
  })

  test('a message that was written before is told as it is', async () => {
    await shop.paidOrder('anna', 'spring-50')
    const { effect, ...entry } = message()
    if (effect.kind !== 'message' || effect.message === 'alert') throw new Error('no message')
    const { english: _english, ...before } = effect
    shop.put('outbox', [{ ...entry, effect: before }])
    expect((await told())[0]?.facts.goods).toBe('云山雾尖 ×1')
  })
})
