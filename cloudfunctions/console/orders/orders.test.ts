import { beforeEach, describe, expect, test } from '@jest/globals'
import { shanghaiDate } from '../../../shared/domain/shanghai-time'
import type { OrderDocument, PaymentDocument, RefundDocument } from '../../_kit/documents/order'
import type { OutboxDocument } from '../../_kit/documents/outbox'
import { fakeCloud } from '../../../tests/fakes/wx-server-sdk'
import { Shop } from '../../../tests/shop/shop'

const minuteMs = 60_000
const upload = 'openapi.wxa.sec.order.uploadShippingInfo'
const parcel = { carrier: 'SF', trackingNumber: 'SF-1234567' } as const

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer(upload, {})
})

const orderOf = (id: string) => shop.one<OrderDocument>('orders', id)

/** Changes an order behind the functions' back. */
const change = (id: string, part: Partial<OrderDocument>) =>
  shop.put('orders', [{ ...orderOf(id), ...part }])

describe('several parcels', () => {
  async function twoParcels() {
    const { orderId } = await shop.paidOrder('anna', 'spring-50', 3)
    const first = await shop.call('packer', 'console.ship', {
      orderId,
      ...parcel,
      lines: [{ lineIndex: 0, quantity: 2 }],
    })
    return { orderId, first }
  }

  test('leave one after the other; the last piece makes it shipped', async () => {
    const { orderId, first } = await twoParcels()
    expect(first).toEqual({ state: 'paid' })
    expect(orderOf(orderId)).toMatchObject({ state: 'paid', lines: [{ shipped: 2 }] })
    const second = { ...parcel, trackingNumber: 'SF-7654321' }
    expect(await shop.call('packer', 'console.ship', { orderId, ...second })).toEqual({
      state: 'shipped',
    })
    expect(orderOf(orderId)).toMatchObject({
      shippedAt: Date.now(),
      parcels: [
        { trackingNumber: 'SF-1234567', lines: [{ lineIndex: 0, quantity: 2 }] },
        { trackingNumber: 'SF-7654321', lines: [{ lineIndex: 0, quantity: 1 }] },
      ],
    })
    expect(fakeCloud.callsOf(upload).map(({ parameters }) => parameters)).toMatchObject([
      { delivery_mode: 2, is_all_delivered: false, shipping_list: [{ item_desc: '云山雾尖×2' }] },
      {
        delivery_mode: 2,
        is_all_delivered: true,
        shipping_list: [{ item_desc: '云山雾尖×2' }, { item_desc: '云山雾尖×1' }],
      },
    ])
  })

  test('never hold what is refunded, and the rest is finished by a person', async () => {
    const { orderId } = await twoParcels()
    const [line] = orderOf(orderId).lines
    change(orderId, { lines: [{ ...line!, refunded: 1, refundedUnsent: 1 }] })
    expect(await shop.refusal('packer', 'console.ship', { orderId, ...parcel })).toEqual({
      code: 'PIECES_WRONG',
    })
    expect(await shop.call('packer', 'console.finishShipping', { orderId })).toEqual({
      state: 'shipped',
    })
    expect(fakeCloud.callsOf(upload).at(-1)?.parameters).toMatchObject({ is_all_delivered: true })
  })

  test('two packers never send the same pieces', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50', 3)
    const ship = (quantity: number) =>
      shop.send('packer', 'console.ship', {
        orderId,
        ...parcel,
        lines: [{ lineIndex: 0, quantity }],
      })
    const replies = await Promise.all([ship(2), ship(2), ship(1)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(2)
    expect(orderOf(orderId)).toMatchObject({ state: 'shipped', lines: [{ shipped: 3 }] })
  })
})

test('a courier of the town takes all of it, and WeChat hears of no parcel', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
  const courier = { orderId, name: '小段', phone: '13900000001' }
  expect(await shop.refusal('packer', 'console.sendCourier', courier)).toMatchObject({
    code: 'ORDER_STATE_CHANGED',
  })
  change(orderId, { fulfilment: 'sameCity' })
  expect(await shop.call('packer', 'console.sendCourier', courier)).toEqual({ state: 'shipped' })
  expect(orderOf(orderId).parcels).toMatchObject([{ courier: { name: '小段' } }])
  const [told] = fakeCloud.callsOf(upload)
  expect(told?.parameters).toMatchObject({ logistics_type: 2, delivery_mode: 1 })
  expect(told?.parameters['shipping_list']).toEqual([{ item_desc: '云山雾尖×2' }])
})

test('a courier takes what its customer asks money back for only when whoever sends it knows', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
  change(orderId, { fulfilment: 'sameCity' })
  await shop.call('anna', 'care.requestAfterSale', {
    orderId,
    kind: 'refundOnly',
    reason: 'changedMind',
    lines: [{ lineIndex: 0, quantity: 1 }],
  })
  const courier = { orderId, name: '小段', phone: '13900000001' }
  expect(await shop.refusal('packer', 'console.sendCourier', courier)).toEqual({
    code: 'AFTER_SALE_OPEN',
  })
  const known = { ...courier, includesAsked: true }
  expect(await shop.call('packer', 'console.sendCourier', known)).toEqual({ state: 'shipped' })
})

describe('pickup', () => {
  async function paidPickup() {
    const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
    change(orderId, { fulfilment: 'pickup', pickup: { storeId: 'old-street', code: '4827' } })
    return orderId
  }

  test('waits with its code and is handed over against it, once', async () => {
    const orderId = await paidPickup()
    expect(await shop.call('packer', 'console.getTasks', {})).toMatchObject({
      toShip: 0,
      toMakeReady: 1,
    })
    expect(await shop.refusal('packer', 'console.ship', { orderId, ...parcel })).toMatchObject({
      code: 'ORDER_STATE_CHANGED',
    })
    expect(await shop.call('packer', 'console.makeReady', { orderId })).toEqual({
      state: 'ready',
      code: '4827',
    })
    expect(
      shop.one<OutboxDocument>('outbox', `message:orderReady:${orderId}`).effect,
    ).toMatchObject({
      facts: { pickupCode: '4827', store: '云山老街店'.slice(2) },
      english: { store: 'Old Street' },
    })
    const { orders } = await shop.call('packer', 'console.findPickup', { code: '4827' })
    expect(orders.map(({ id }) => id)).toEqual([orderId])
    expect(await shop.refusal('packer', 'console.handOver', { orderId, code: '4828' })).toEqual({
      code: 'PICKUP_CODE_WRONG',
    })
    const handOver = () => shop.send('packer', 'console.handOver', { orderId, code: '4827' })
    const replies = await Promise.all([handOver(), handOver()])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(orderOf(orderId)).toMatchObject({ state: 'completed', lines: [{ shipped: 2 }] })
    const [told] = fakeCloud.callsOf(upload)
    expect(told?.parameters).toMatchObject({ logistics_type: 4, delivery_mode: 1 })
    expect((await shop.call('packer', 'console.findPickup', { code: '4827' })).orders).toEqual([])
  })
})

describe('all orders', () => {
  test('are found whatever their state, by number, phone, name and tracking number', async () => {
    const unpaid = await shop.order('anna', 'spring-50')
    const paid = await shop.paidOrder('bert', 'spring-100')
    await shop.call('packer', 'console.ship', { orderId: paid.orderId, ...parcel })
    const ids = async (input: Parameters<typeof shop.call<'console.findOrders'>>[2]) =>
      (await shop.call('service', 'console.findOrders', input)).orders.map(({ id }) => id)
    expect(new Set(await ids({}))).toEqual(new Set([unpaid.orderId, paid.orderId]))
    expect(await ids({ state: 'shipped' })).toEqual([paid.orderId])
    expect(await ids({ fulfilment: 'pickup' })).toEqual([])
    expect(await ids({ query: orderOf(unpaid.orderId).number })).toEqual([unpaid.orderId])
    expect(await ids({ query: 'sf-1234567' })).toEqual([paid.orderId])
    expect(await ids({ query: '0027', state: 'shipped' })).toEqual([paid.orderId])
  })

  test('carry a note that only staff see', async () => {
    const { orderId } = await shop.order('anna', 'spring-50')
    await shop.call('service', 'console.noteOrder', { orderId, note: '客人要下午送' })
    expect(await shop.call('packer', 'console.openOrder', { orderId })).toMatchObject({
      staffNote: '客人要下午送',
      mostDiscountFen: 5_800,
    })
    expect(JSON.stringify(await shop.call('anna', 'order.get', { orderId }))).not.toContain('下午')
  })
})

describe('a price changed before payment', () => {
  const discount = (orderId: string, discountFen: number, user = 'owner') =>
    shop.send(user, 'console.discountOrder', { orderId, discountFen, reason: '老客人' })

  test('is for owners and managers', async () => {
    const { orderId } = await shop.order('anna', 'spring-50')
    for (const user of ['clerk', 'packer', 'service', 'anna'])
      expect((await discount(orderId, 100, user)).error).toEqual({ code: 'FORBIDDEN' })
  })

  test('moves the order to a new payment that is paid like any other', async () => {
    const placed = await shop.order('anna', 'spring-50', 2)
    await shop.call('anna', 'order.pay', { outTradeNo: placed.outTradeNo })
    shop.advance(10 * minuteMs)
    const reply = await discount(placed.orderId, 1_600)
    expect(reply).toMatchObject({ ok: true, data: { totalFen: placed.totalFen - 1_600 } })
    const order = orderOf(placed.orderId)
    expect(order.outTradeNo).not.toBe(placed.outTradeNo)
    expect(order.expiresAt).toBe(Date.now() + 15 * minuteMs)
    expect(order.lines.reduce((sum, { payableFen }) => sum + payableFen, order.deliveryFen)).toBe(
      order.totalFen,
    )
    expect(await shop.refusal('anna', 'order.pay', { outTradeNo: placed.outTradeNo })).toEqual({
      code: 'ORDER_EXPIRED',
    })
    const { outTradeNo } = order
    const payment = await shop.call('anna', 'order.pay', { outTradeNo })
    expect(payment.totalFen).toBe(order.totalFen)
    shop.pay.pay(outTradeNo, 'anna')
    expect(await shop.call('anna', 'order.confirmPayment', { outTradeNo })).toMatchObject({
      outcome: 'paid',
    })
    // The old one was opened now at the latest: WeChat Pay closes nothing younger than 5 minutes.
    shop.advance(5 * minuteMs)
    await shop.tick()
    expect(shop.pay.payments.get(placed.outTradeNo)?.state).toBe('CLOSED')
  })

  test('stays within what is left to pay, and the last one counts', async () => {
    const { orderId, totalFen } = await shop.order('anna', 'spring-50')
    expect((await discount(orderId, 5_801)).error).toEqual({
      code: 'DISCOUNT_TOO_MUCH',
      detail: { mostFen: 5_800 },
    })
    await discount(orderId, 1_000)
    shop.advance(1)
    expect((await discount(orderId, 300)).data).toMatchObject({ totalFen: totalFen - 300 })
  })

  test('leaves a note that staff can still write in, however often it is changed', async () => {
    const { orderId } = await shop.order('anna', 'spring-50')
    await shop.call('owner', 'console.noteOrder', { orderId, note: '先打电话🍵'.repeat(28) })
    for (const reason of ['一'.repeat(60), '二'.repeat(59), '三'.repeat(60)]) {
      await shop.call('owner', 'console.discountOrder', { orderId, discountFen: 100, reason })
      const note = orderOf(orderId).staffNote ?? ''
      expect(note.startsWith('先打电话🍵先打电话')).toBe(true)
      expect(note.endsWith(`…；${reason}`)).toBe(true)
      expect(() => encodeURIComponent(note)).not.toThrow()
      await shop.call('owner', 'console.noteOrder', { orderId, note })
    }
  })

  test('comes too late for what is paid at WeChat Pay already', async () => {
    const { orderId, outTradeNo } = await shop.order('anna', 'spring-50')
    await shop.call('anna', 'order.pay', { outTradeNo })
    shop.pay.pay(outTradeNo, 'anna')
    expect((await discount(orderId, 500)).error).toEqual({
      code: 'ORDER_ALREADY_PAID',
      detail: { orderId },
    })
    expect(orderOf(orderId)).toMatchObject({ state: 'paid', outTradeNo })
  })

  test('gives back, once, what is paid for the price before', async () => {
    const placed = await shop.order('anna', 'spring-50')
    await shop.call('anna', 'order.pay', { outTradeNo: placed.outTradeNo })
    await discount(placed.orderId, 500)
    // The cashier sheet was still open on the phone.
    shop.pay.pay(placed.outTradeNo, 'anna')
    const confirm = () =>
      shop.call('anna', 'order.confirmPayment', { outTradeNo: placed.outTradeNo })
    expect(await Promise.all([confirm(), confirm()])).toEqual([
      { orderId: placed.orderId, outcome: 'refunding' },
      { orderId: placed.orderId, outcome: 'refunding' },
    ])
    shop.advance(2 * minuteMs)
    await shop.tick()
    expect(shop.all<RefundDocument>('refunds')).toMatchObject([
      { outTradeNo: placed.outTradeNo, wechatFen: placed.totalFen, state: 'refunded' },
    ])
    const order = orderOf(placed.orderId)
    expect(order).toMatchObject({ state: 'pendingPayment', refundedFen: 0 })
    expect(shop.one<PaymentDocument>('payments', placed.outTradeNo).state).toBe('refunded')
    await shop.call('anna', 'order.pay', { outTradeNo: order.outTradeNo })
    shop.pay.pay(order.outTradeNo, 'anna')
    await shop.call('anna', 'order.confirmPayment', { outTradeNo: order.outTradeNo })
    expect(orderOf(placed.orderId).state).toBe('paid')
  })
})

describe('what needs a look', () => {
  test('an effect that was given up is tried again by a person', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    await shop.call('packer', 'console.ship', { orderId, ...parcel })
    const id = `shipping:${orderId}`
    const entry = shop.one<OutboxDocument>('outbox', id)
    shop.put('outbox', [{ ...entry, state: 'dead', lastError: 'no answer' }])
    const { effects } = await shop.call('manager', 'console.listTroubles', {})
    const { number } = orderOf(orderId)
    expect(effects).toEqual([
      {
        id,
        kind: 'uploadShipping',
        reference: orderId,
        about: {
          order: { id: orderId, number, goods: expect.any(String), count: 1, receiver: '何女士' },
        },
        reason: 'no answer',
        createdAt: entry.createdAt,
        canRetry: true,
      },
    ])
    expect(await shop.call('manager', 'console.getTasks', {})).toMatchObject({ troubles: 1 })
    expect(await shop.call('manager', 'console.retryEffect', { effectId: id })).toEqual({
      retried: true,
    })
    expect(shop.one<OutboxDocument>('outbox', id).state).toBe('done')
    expect(await shop.refusal('manager', 'console.retryEffect', { effectId: id })).toEqual({
      code: 'EFFECT_NOT_FOUND',
    })
  })

  test('a payment, a refund and an account are told by what people call them', async () => {
    const { orderId, outTradeNo } = await shop.paidOrder('anna', 'spring-50')
    const { number } = orderOf(orderId)
    shop.put('members', [{ _id: 'anna', nickname: '安娜' }])
    const difference = (kind: string, reference: string) => ({
      kind,
      reference,
      expectedFen: 2,
      foundFen: 1,
    })
    const date = shanghaiDate(Date.now())
    shop.put('accounts', [
      { _id: 'balance:anna', kind: 'balance', memberId: 'anna', amount: 1, updatedAt: 0 },
    ])
    shop.put('moneydays', [
      {
        _id: date,
        differences: [
          difference('paymentOpen', outTradeNo),
          difference('accountSum', 'balance:anna'),
          difference('accountSum', 'giftcard:ABCD2345EFGH6789'),
          difference('refundOpen', 'gone'),
        ],
      },
    ])
    const { days } = await shop.call('manager', 'console.listTroubles', {})
    const customer = '安娜'
    expect(days).toEqual([
      {
        date,
        differences: [
          {
            ...difference('paymentOpen', outTradeNo),
            about: { order: expect.objectContaining({ id: orderId, number }), customer },
          },
          { ...difference('accountSum', 'balance:anna'), about: { customer } },
          difference('accountSum', 'giftcard:…6789'),
          difference('refundOpen', 'gone'),
        ],
      },
    ])
  })

  test('a message is never sent twice, not even by hand', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const id = `message:orderPaid:${orderId}`
    shop.put('outbox', [{ ...shop.one<OutboxDocument>('outbox', id), state: 'dead' }])
    expect(await shop.refusal('owner', 'console.retryEffect', { effectId: id })).toEqual({
      code: 'EFFECT_NOT_RETRIABLE',
    })
  })
})

test('tasks show everybody their own work', async () => {
  expect(Object.keys(await shop.call('packer', 'console.getTasks', {})).sort()).toEqual([
    'overdue',
    'roles',
    'toHandOver',
    'toMakeReady',
    'toShip',
  ])
  expect(Object.keys(await shop.call('service', 'console.getTasks', {})).sort()).toEqual([
    'afterSales',
    'questions',
    'reviews',
    'roles',
  ])
})
