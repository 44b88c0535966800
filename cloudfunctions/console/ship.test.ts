import { beforeEach, describe, expect, test } from '@jest/globals'
import type { OrderDocument } from '../_kit/documents/order'
import type { OutboxDocument } from '../_kit/documents/outbox'
import type { ProductDocument, SearchEntryDocument } from '../_kit/documents/catalog'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const parcel = { carrier: 'SF', trackingNumber: 'SF-1234567' } as const

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
})

const orderOf = (id: string) => shop.one<OrderDocument>('orders', id)

test('shipping is for staff only', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  for (const action of ['console.ship', 'console.getOrder', 'console.listOrders'] as const) {
    const input = { orderId, ...parcel }
    expect((await shop.send('anna', action, input)).error).toEqual({ code: 'FORBIDDEN' })
    expect((await shop.send(undefined, action, input)).error).toEqual({ code: 'UNAUTHORIZED' })
  }
})

test('a shipped order tells WeChat, the customer and the shelf', async () => {
  const { orderId, outTradeNo } = await shop.paidOrder('anna', 'spring-50', 2)
  const shipped = await shop.call('packer', 'console.ship', { orderId, ...parcel })
  expect(shipped).toEqual({ state: 'shipped' })
  expect(orderOf(orderId)).toMatchObject({
    state: 'shipped',
    shippedAt: Date.now(),
    dueAt: Date.now() + 10 * dayMs,
    parcels: [{ ...parcel, shippedAt: Date.now() }],
  })
  expect(shop.one<ProductDocument>('products', 'spring').soldCount).toBe(2)
  expect(shop.one<SearchEntryDocument>('searchentries', 'spring').soldCount).toBe(2)
  const [upload] = fakeCloud.callsOf('openapi.wxa.sec.order.uploadShippingInfo')
  expect(upload?.parameters).toMatchObject({
    order_key: { order_number_type: 2, transaction_id: `T-${outTradeNo}` },
    logistics_type: 1,
    delivery_mode: 1,
    shipping_list: [
      {
        tracking_no: 'SF-1234567',
        express_company: 'SF',
        item_desc: '云山雾尖×2',
        contact: { receiver_contact: '138****0027' },
      },
    ],
    payer: { openid: 'anna' },
  })
  const detail = await shop.call('anna', 'order.get', { orderId }, { language: 'en' })
  expect(detail.parcels).toEqual([
    { carrier: 'SF Express', trackingNumber: 'SF-1234567', shippedAt: Date.now() },
  ])
  expect(detail.actions).toEqual(expect.arrayContaining(['confirmReceipt', 'buyAgain']))
})

test('the same order is shipped once', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  const ship = (once: string) =>
    shop.send('packer', 'console.ship', { orderId, ...parcel }, { once })
  const replies = await Promise.all([ship('ship-key-1'), ship('ship-key-1'), ship('ship-key-2')])
  expect(replies.filter(({ ok }) => !ok).map(({ error }) => error)).toEqual([
    { code: 'ORDER_STATE_CHANGED', detail: { state: 'shipped' } },
  ])
  expect(orderOf(orderId).parcels).toHaveLength(1)
  expect(fakeCloud.callsOf('openapi.wxa.sec.order.uploadShippingInfo')).toHaveLength(1)
})

test('unpaid orders are none of the packers’ business', async () => {
  const { orderId } = await shop.order('anna', 'spring-50')
  for (const action of ['console.ship', 'console.getOrder'] as const)
    expect(
      (await shop.send('packer', action, { orderId, ...(action === 'console.ship' ? parcel : {}) }))
        .error,
    ).toEqual({ code: 'ORDER_NOT_FOUND' })
})

test('an upload that fails is tried again until WeChat has it', async () => {
  fakeCloud.refuse('openapi.wxa.sec.order.uploadShippingInfo', 10060001, 'payment not found')
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  await shop.call('packer', 'console.ship', { orderId, ...parcel })
  const upload = () => shop.one<OutboxDocument>('outbox', `shipping:${orderId}`)
  expect(upload()).toMatchObject({ state: 'open', attempts: 1 })
  fakeCloud.refuse('openapi.wxa.sec.order.uploadShippingInfo', 10060002, 'shipped before')
  shop.advance(2 * 60_000)
  await shop.tick()
  expect(upload().state).toBe('done')
})

describe('the tabs of the packing table', () => {
  test('count and find what has to leave today, is late, or left', async () => {
    const first = await shop.paidOrder('anna', 'spring-50')
    shop.advance(10 * hourMs)
    const second = await shop.paidOrder('bert', 'spring-50')
    // Nineteen o'clock: the first should have left at eighteen, the second leaves tomorrow.
    expect(await shop.call('packer', 'console.getShipping', {})).toEqual({
      toShip: 2,
      dueToday: 0,
      overdue: 1,
    })
    const ids = async (tab: 'toShip' | 'overdue' | 'dueToday' | 'shipped', query?: string) =>
      (
        await shop.call('packer', 'console.listOrders', { tab, ...(query ? { query } : {}) })
      ).orders.map(({ id }) => id)
    expect(await ids('toShip')).toEqual([first.orderId, second.orderId])
    expect(await ids('overdue')).toEqual([first.orderId])
    shop.advance(6 * hourMs)
    expect(await ids('dueToday')).toEqual([second.orderId])
    await shop.call('packer', 'console.ship', { orderId: first.orderId, ...parcel })
    expect(await ids('shipped')).toEqual([first.orderId])
    const { number } = orderOf(second.orderId)
    for (const query of [number, number.slice(1), number.slice(-9), '0027', '何女士'])
      expect(await ids('toShip', query)).toEqual([second.orderId])
    expect(await ids('shipped', 'sf-1234567')).toEqual([first.orderId])
    expect(await ids('toShip', 'nothing like it')).toEqual([])
  })
})

describe('receiving', () => {
  async function shipped() {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    await shop.call('packer', 'console.ship', { orderId, ...parcel })
    return orderId
  }

  test('is the customer’s word', async () => {
    const orderId = await shipped()
    expect(await shop.refusal('bert', 'order.confirmReceipt', { orderId })).toEqual({
      code: 'ORDER_NOT_FOUND',
    })
    expect(await shop.call('anna', 'order.confirmReceipt', { orderId })).toEqual({
      state: 'completed',
    })
    expect(orderOf(orderId)).toMatchObject({ state: 'completed', receivedAt: Date.now() })
  })

  test('happens by itself after ten days', async () => {
    const orderId = await shipped()
    shop.advance(10 * dayMs - 1)
    await shop.tick()
    expect(orderOf(orderId).state).toBe('shipped')
    shop.advance(1)
    await shop.tick()
    expect(orderOf(orderId)).toMatchObject({
      state: 'completed',
      timeline: expect.arrayContaining([
        expect.objectContaining({ event: 'receive', by: 'system' }),
      ]),
    })
  })

  test('of one order that cannot be changed does not keep the others from it', async () => {
    const broken = await shipped()
    const sound = await shipped()
    // A timeline that is not there cannot be added to.
    shop.put('orders', [{ ...orderOf(broken), timeline: null } as never])
    shop.advance(10 * dayMs)
    await shop.tick()
    expect(orderOf(sound).state).toBe('completed')
    expect(shop.errors.join()).toContain('"receiveOrder"')
  })
})

test('an order has at most fifteen parcels, and nothing is left behind for a sixteenth', async () => {
  await shop.changeSku('spring-50', { stock: 17 })
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 17)
  const one = { orderId, ...parcel, lines: [{ lineIndex: 0, quantity: 1 }] }
  for (let sent = 0; sent < 14; sent += 1)
    expect(await shop.call('packer', 'console.ship', one)).toEqual({ state: 'paid' })
  expect(await shop.refusal('packer', 'console.ship', one)).toEqual({
    code: 'PARCEL_LIMIT',
    detail: { limit: 15 },
  })
  expect(await shop.call('packer', 'console.ship', { orderId, ...parcel })).toEqual({
    state: 'shipped',
  })
  expect(orderOf(orderId).parcels).toHaveLength(15)
})

test('what its customer asks money back for leaves only when whoever sends it knows', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 3)
  await shop.call('anna', 'care.requestAfterSale', {
    orderId,
    kind: 'refundOnly',
    reason: 'changedMind',
    lines: [{ lineIndex: 0, quantity: 1 }],
  })
  const { orders } = await shop.call('packer', 'console.listOrders', { tab: 'toShip' })
  expect(orders[0]?.lines).toMatchObject([{ left: 3, asked: 1 }])
  const all = { orderId, ...parcel }
  expect(await shop.refusal('packer', 'console.ship', all)).toEqual({ code: 'AFTER_SALE_OPEN' })
  expect(orderOf(orderId).parcels).toEqual([])

  const two = { ...all, lines: [{ lineIndex: 0, quantity: 2 }] }
  expect(await shop.call('packer', 'console.ship', two)).toEqual({ state: 'paid' })
  expect(await shop.refusal('packer', 'console.ship', all)).toEqual({ code: 'AFTER_SALE_OPEN' })
  const known = { ...all, includesAsked: true }
  expect(await shop.call('packer', 'console.ship', known)).toEqual({ state: 'shipped' })
})
