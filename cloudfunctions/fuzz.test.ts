import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { contract } from '../shared/contract'
import type { ActionName } from '../shared/contract'
import { commonErrors } from '../shared/contract/define'
import { fakeCloud } from '../tests/fakes/wx-server-sdk'
import { arbitraryInput } from '../tests/shop/arbitrary-input'
import type { KnownTexts } from '../tests/shop/arbitrary-input'
import { skus } from '../tests/shop/catalogue'
import { Shop } from '../tests/shop/shop'
import type { OrderDocument } from './_kit/documents/order'

const actions = Object.keys(contract) as ActionName[]
/** The same inputs every time: what fails once fails again. */
const seed = 20260321
const secret = '秘密路 7 号'

let shop: Shop
let annas: string
let known: KnownTexts
const succeeded = new Set<ActionName>()

const ofAnna = () => {
  const collections = ['orders', 'payments', 'carts', 'addresses', 'subscriptions', 'refunds']
  const documents = collections.flatMap((name) =>
    shop
      .all<{ _id: string; memberId?: string }>(name)
      .filter(({ _id, memberId }) => memberId === 'anna' || _id === 'anna'),
  )
  return JSON.stringify(documents)
}

/** A shop in which Anna has all there is to have, and Mallory knows every one of her ids. */
beforeAll(async () => {
  shop = new Shop()
  fakeCloud.answer('openapi.security.msgSecCheck', { result: { suggest: 'pass' } })
  fakeCloud.answer('openapi.subscribeMessage.send', {})
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
  const { address } = await shop.call('anna', 'member.saveAddress', {
    name: '安娜',
    phone: '13911112222',
    province: '云南省',
    city: '大理州',
    district: '',
    street: secret,
  })
  const pending = await shop.order('anna', 'spring-50')
  const paid = await shop.paidOrder('anna', 'spring-50')
  await shop.call('anna', 'order.changeCart', { changes: [{ skuId: 'spring-100', add: 1 }] })
  await shop.call('anna', 'member.recordSubscription', {
    answers: [{ templateId: 'tpl-shipped', answer: 'accept' }],
  })
  const mallorys = await shop.order('mallory', 'spring-50')
  const shipped = await shop.paidOrder('mallory', 'spring-50')
  const parcel = { carrier: 'SF', trackingNumber: 'SF7654321' } as const
  await shop.call('packer', 'console.ship', { orderId: shipped.orderId, ...parcel })
  const packers = await shop.paidOrder('packer', 'spring-50')
  known = {
    orderId: [pending, paid, mallorys, shipped, packers].map(({ orderId }) => orderId),
    outTradeNo: [pending, paid, mallorys, shipped, packers].map(({ outTradeNo }) => outTradeNo),
    addressId: [address.id, await shop.address('mallory'), 'nope'],
    id: [address.id, 'nope'],
    skuId: ['spring-50', 'spring-100', 'white-1', 'hidden-1', 'nope'],
    productId: ['spring', 'white', 'hidden', 'nope'],
    categoryId: ['tea', 'nope'],
    templateId: ['tpl-paid', 'tpl-shipped', 'somebody-elses'],
    cursor: [Buffer.from('[1,"x"]').toString('base64url'), 'WzEsIngiXQ', 'x'],
    signature: ['q1-00000000000', ''],
    phone: ['13800000027', '1380000002'],
    trackingNumber: ['SF1234567', 'SF'],
    avatar: ['cloud://e.b/x.png', 'https://e.b/x.png'],
    query: ['白茶', '0027', 'anna', '…'],
    words: ['何女士', '云南省', '松树坡路 12 号'],
  }
  annas = ofAnna()
})

async function send(user: string | undefined, action: ActionName, input: unknown) {
  // Slowly, so that nobody is refused for haste alone.
  shop.advance(20)
  // As it arrives: what JSON cannot carry is gone.
  const text = JSON.stringify(input)
  return shop.send(user, action, text === undefined ? undefined : JSON.parse(text))
}

describe.each(actions)('%s', (action) => {
  const { input: schema, errors } = contract[action]
  const codes = new Set<string>([...Object.keys(errors), ...commonErrors])
  codes.delete('INTERNAL')

  test.each([
    ['a stranger', undefined],
    ['another member', 'mallory'],
    ['a packer', 'packer'],
  ])(
    'answers anything from %s with data or a typed error, and tells nothing of others',
    async (_who, user) => {
      await fc.assert(
        fc.asyncProperty(arbitraryInput(schema, known), async (input) => {
          const reply = await send(user, action, input)
          if (reply.ok) succeeded.add(action)
          else expect(codes).toContain((reply.error as { code: string }).code)
          if (user !== 'packer') expect(JSON.stringify(reply)).not.toContain(secret)
        }),
        { numRuns: 40, seed },
      )
      expect(shop.errors.filter((line) => line.includes('"internal"'))).toEqual([])
      if (user !== 'packer') expect(ofAnna()).toBe(annas)
      else annas = ofAnna()
    },
  )
})

test('all of it was more than refusals: most actions also succeeded', () => {
  expect(succeeded.size).toBeGreaterThan(actions.length * 0.8)
})

test('after all of it not a piece is lost', () => {
  const held = new Map<string, number>()
  for (const { state, lines } of shop.all<OrderDocument>('orders'))
    if (!['cancelled', 'refunding', 'refunded'].includes(state))
      for (const { skuId, quantity } of lines) held.set(skuId, (held.get(skuId) ?? 0) + quantity)
  for (const { _id, stock } of skus) expect(shop.stockOf(_id) + (held.get(_id) ?? 0)).toBe(stock)
})
