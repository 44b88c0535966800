import { beforeEach, expect, test } from '@jest/globals'
import type { AccountDocument } from '../_kit/documents/ledger'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const check = 'openapi.security.msgSecCheck'
const place = {
  name: '何女士',
  phone: '13800000027',
  province: '云南省',
  city: '大理州',
  district: '',
  street: '松树坡路 12 号',
}

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

test('a member nobody knows yet has a page all the same', async () => {
  expect(await shop.call('anna', 'member.getMe', {})).toEqual({
    roles: [],
    orders: { toPay: 0, toShip: 0, toReceive: 0 },
    means: { points: 0, coupons: 0, balanceFen: 0, giftcards: 0 },
    templates: {
      orderPaid: 'tpl-paid',
      orderShipped: 'tpl-shipped',
      orderReady: 'tpl-ready',
      afterSaleAnswered: 'tpl-answered',
      afterSaleRefunded: 'tpl-back',
      invoiceIssued: 'tpl-invoice',
    },
  })
  expect((await shop.call('packer', 'member.getMe', {})).roles).toEqual(['packer'])
})

test('the page counts running orders by what they wait for', async () => {
  await shop.order('anna', 'spring-50')
  await shop.paidOrder('anna', 'spring-50')
  expect((await shop.call('anna', 'member.getMe', {})).orders).toEqual({
    toPay: 1,
    toShip: 1,
    toReceive: 0,
  })
  const live = await shop.call('anna', 'order.getLive', {})
  // The paid one is newer, but only the unpaid one is lost by waiting.
  expect(live).toMatchObject({ count: 2, order: { state: 'pendingPayment' } })
  shop.advance(15 * 60_000)
  const later = await shop.call('anna', 'order.getLive', {})
  expect(later).toMatchObject({ count: 1, order: { state: 'paid' } })
})

test('of several unpaid orders the one that runs out first leads', async () => {
  const first = await shop.order('anna', 'spring-50')
  shop.advance(60_000)
  await shop.order('anna', 'spring-50')
  const { order } = await shop.call('anna', 'order.getLive', {})
  expect(order?.id).toBe(first.orderId)
})

test('a name is checked and kept', async () => {
  fakeCloud.answer(check, { result: { suggest: 'pass', label: 100 } })
  await shop.call('anna', 'member.updateProfile', { nickname: ' 阿青 ' })
  expect(fakeCloud.callsOf(check)).toHaveLength(1)
  expect(fakeCloud.callsOf(check)[0]?.parameters).toMatchObject({
    version: 2,
    scene: 1,
    openid: 'anna',
    content: '阿青',
  })
  expect(await shop.call('anna', 'member.getMe', {})).toMatchObject({ nickname: '阿青' })
})

test('the page knows what there is to spend', async () => {
  const of = { memberId: 'anna', updatedAt: 0 }
  shop.put<AccountDocument>('accounts', [
    { _id: 'points:anna', kind: 'points', amount: 1360, ...of },
    { _id: 'balance:anna', kind: 'balance', amount: 12_000, ...of },
    { _id: 'giftcard:1', kind: 'giftcard', amount: 5_000, ...of },
    { _id: 'giftcard:2', kind: 'giftcard', amount: 0, ...of },
    { _id: 'giftcard:3', kind: 'giftcard', amount: 5_000, expiresAt: Date.now(), ...of },
  ])
  expect((await shop.call('anna', 'member.getMe', {})).means).toEqual({
    points: 1360,
    coupons: 0,
    balanceFen: 12_000,
    giftcards: 1,
  })
  expect((await shop.call('bert', 'member.getMe', {})).means).toMatchObject({ points: 0 })
})

test.each([
  ['review', true],
  ['risky', false],
])('a name that is %p: taken is %p', async (suggest, taken) => {
  fakeCloud.answer(check, { result: { suggest, label: 20001 } })
  const reply = await shop.send('anna', 'member.updateProfile', { nickname: '阿青' })
  expect(reply.ok).toBe(taken)
  if (!taken) expect(reply.error).toEqual({ code: 'CONTENT_REFUSED' })
})

test('a check that does not answer lets nothing through', async () => {
  fakeCloud.refuse(check, -1, 'system error')
  const reply = await shop.send('anna', 'member.updateProfile', { nickname: '阿青' })
  expect(reply.error).toEqual({ code: 'INTERNAL' })
  expect(shop.all('members')).toEqual([])
})

test('the first address is the default until another is', async () => {
  const first = (await shop.call('anna', 'member.saveAddress', place)).address
  expect(first.isDefault).toBe(true)
  const second = (
    await shop.call('anna', 'member.saveAddress', { ...place, name: '公司', isDefault: true })
  ).address
  const list = async () =>
    (await shop.call('anna', 'member.listAddresses', {})).addresses.map(({ id, isDefault }) => [
      id,
      isDefault,
    ])
  expect(await list()).toEqual([
    [second.id, true],
    [first.id, false],
  ])
  await shop.call('anna', 'member.saveAddress', { ...place, id: first.id, name: '家' })
  expect(await list()).toEqual([
    [second.id, true],
    [first.id, false],
  ])
  await shop.call('anna', 'member.removeAddress', { addressId: second.id })
  expect(await list()).toEqual([[first.id, true]])
})

test('other people’s addresses cannot be changed or removed', async () => {
  const { address } = await shop.call('anna', 'member.saveAddress', place)
  const notFound = { code: 'ADDRESS_NOT_FOUND' }
  expect(await shop.refusal('bert', 'member.saveAddress', { ...place, id: address.id })).toEqual(
    notFound,
  )
  expect(await shop.refusal('bert', 'member.removeAddress', { addressId: address.id })).toEqual(
    notFound,
  )
})

test('an address book holds twenty', async () => {
  for (let at = 0; at < 20; at += 1) await shop.call('anna', 'member.saveAddress', place)
  expect(await shop.refusal('anna', 'member.saveAddress', place)).toEqual({
    code: 'ADDRESS_LIMIT',
    detail: { limit: 20 },
  })
})
