import { beforeEach, expect, test } from '@jest/globals'
import type { AfterSaleDocument } from '../_kit/documents/care'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const dayMs = 86_400_000
const parcel = { carrier: 'SF', trackingNumber: 'SF-7654321' } as const
const send = 'openapi.subscribeMessage.send'
const kinds = ['afterSaleAnswered', 'afterSaleRefunded']

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer(send, {})
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
})

const sent = () =>
  fakeCloud.callsOf(send).map(({ parameters }) => parameters as Record<string, unknown>)

/** A case about one of two pieces, of a customer who said yes to as many messages as named. */
async function asked(kind: AfterSaleDocument['kind'], accepted: readonly string[] = []) {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
  await shop.call('packer', 'console.ship', { orderId, ...parcel })
  await shop.call('anna', 'order.confirmReceipt', { orderId })
  for (const templateId of accepted)
    await shop.call('anna', 'member.recordSubscription', {
      answers: [{ templateId, answer: 'accept' }],
    })
  const lines = [{ lineIndex: 0, quantity: 1 }]
  const { afterSaleId } = await shop.call('anna', 'care.requestAfterSale', {
    orderId,
    kind,
    reason: 'damaged',
    lines,
  })
  return afterSaleId
}
const told = async (user = 'anna') =>
  (await shop.call(user, 'member.listMessages', { kinds })).messages.map(({ event }) => event)

test('says that the money was agreed to, and that it is back', async () => {
  const afterSaleId = await asked('refundOnly', ['tpl-answered', 'tpl-back'])
  await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
  await shop.tick()
  shop.advance(61_000)
  await shop.tick()
  const page = `packages/care/case/case?afterSaleId=${afterSaleId}`
  expect(sent()).toMatchObject([
    { touser: 'anna', template_id: 'tpl-answered', page, data: { phrase1: { value: '同意退款' } } },
    { touser: 'anna', template_id: 'tpl-back', page, data: { amount1: { value: '¥58.00' } } },
  ])
})

test('says where goods go back to, and what the shop did then', async () => {
  const afterSaleId = await asked('exchange', ['tpl-answered', 'tpl-answered'])
  await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
  await shop.call('anna', 'care.sendBack', { afterSaleId, ...parcel })
  await shop.call('clerk', 'console.sendExchange', { afterSaleId, ...parcel })
  expect(sent().map(({ data }) => data)).toMatchObject([
    { phrase1: { value: '请寄回来' } },
    { phrase1: { value: '换货发出' } },
  ])
  expect(await told()).toEqual(['sendExchange', 'approveReturn'])
})

test('says no, and the last word', async () => {
  const afterSaleId = await asked('refundOnly', ['tpl-answered'])
  await shop.call('clerk', 'console.refuseAfterSale', { afterSaleId, answer: '看不出破损' })
  await shop.call('anna', 'care.appealAfterSale', { afterSaleId, words: '照片里有' })
  shop.advance(1_000)
  await shop.call('owner', 'console.decideAfterSale', {
    afterSaleId,
    decision: 'close',
    answer: '看过了，没有破损',
  })
  expect(sent()).toHaveLength(1)
  expect(await told()).toEqual(['close', 'refuse'])
})

test('tells of silence that counted as a yes, but not of what the customer did', async () => {
  const afterSaleId = await asked('returnRefund')
  shop.advance(2 * dayMs)
  await shop.tick()
  expect(await told()).toEqual(['approveReturn'])
  await shop.call('anna', 'care.withdrawAfterSale', { afterSaleId })
  expect(await told()).toEqual(['approveReturn'])
  expect(await told('ben')).toEqual([])
  expect(sent()).toEqual([])
})

test('spares a page that has no words for it', async () => {
  const afterSaleId = await asked('refundOnly')
  await shop.call('clerk', 'console.refuseAfterSale', { afterSaleId, answer: '看不出破损' })
  const { messages } = await shop.call('anna', 'member.listMessages', {})
  expect(messages.map(({ kind }) => kind)).toEqual(['orderShipped', 'orderPaid'])
})
