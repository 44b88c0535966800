import { beforeEach, describe, expect, test } from '@jest/globals'
import type { OrderDocument } from '../_kit/documents/order'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

const parcel = { carrier: 'SF', trackingNumber: 'SF-7654321' } as const
const dayMs = 86_400_000

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
})

const orderOf = (id: string) => shop.one<OrderDocument>('orders', id)
const saved = async (province = '云南省') => {
  const { address } = await shop.call('anna', 'member.saveAddress', {
    name: '李先生',
    phone: '13900000042',
    province,
    city: '昆明市',
    district: '五华区',
    street: '翠湖路 1 号',
  })
  return address.id
}

describe('reminding', () => {
  test('is for what waits to be shipped, once a day', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    await shop.call('anna', 'order.remind', { orderId })
    expect(orderOf(orderId).remindedAt).toBe(Date.now())
    expect((await shop.refusal('anna', 'order.remind', { orderId })).code).toBe('ORDER_REMINDED')
    shop.advance(dayMs)
    await shop.call('anna', 'order.remind', { orderId })
    await shop.call('packer', 'console.ship', { orderId, ...parcel })
    expect((await shop.refusal('anna', 'order.remind', { orderId })).code).toBe(
      'ORDER_STATE_CHANGED',
    )
    expect((await shop.refusal('bert', 'order.remind', { orderId })).code).toBe('ORDER_NOT_FOUND')
  })
})

describe('another address', () => {
  test('is taken while nothing has left, and staff find the order by the new person', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const addressId = await saved()
    await shop.call('anna', 'order.changeAddress', { orderId, addressId })
    expect(orderOf(orderId)).toMatchObject({ state: 'paid', address: { name: '李先生' } })
    const found = async (query: string) =>
      (await shop.call('packer', 'console.listOrders', { tab: 'toShip', query })).orders.length
    expect([await found('李先生'), await found('何女士'), await found('0042')]).toEqual([1, 0, 1])
  })

  test('against shipping: the parcel goes where the order says', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const addressId = await saved()
    const [changed, shipped] = await Promise.all([
      shop.send('anna', 'order.changeAddress', { orderId, addressId }),
      shop.send('packer', 'console.ship', { orderId, ...parcel }),
    ])
    expect(shipped.ok).toBe(true)
    const { address, timeline } = orderOf(orderId)
    expect(address.name).toBe(changed.ok ? '李先生' : '何女士')
    if (changed.ok) {
      const events = timeline.map(({ event }) => event)
      expect(events.indexOf('changeAddress')).toBeLessThan(events.indexOf('ship'))
    }
  })

  test('where delivery costs something else, or nothing goes, is refused with the reason', async () => {
    shop.put('freighttemplates', [
      {
        _id: 'default',
        name: 'default',
        updatedAt: 1,
        zones: [
          { provinces: [], firstGrams: 1000, firstFen: 1200, stepGrams: 1000, stepFen: 300 },
          { provinces: ['西藏'], firstGrams: 1000, firstFen: 2500, stepGrams: 1000, stepFen: 900 },
          {
            provinces: ['台湾'],
            firstGrams: 0,
            firstFen: 0,
            stepGrams: 0,
            stepFen: 0,
            isExcluded: true,
          },
        ],
      } as { _id: string },
    ])
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const to = async (province: string) =>
      shop.refusal('anna', 'order.changeAddress', { orderId, addressId: await saved(province) })
    expect(await to('西藏自治区')).toEqual({
      code: 'DELIVERY_DIFFERS',
      detail: { paidFen: 1200, neededFen: 2500 },
    })
    expect(await to('台湾省')).toEqual({ code: 'DELIVERY_UNAVAILABLE' })
    await shop.call('anna', 'order.changeAddress', { orderId, addressId: await saved('四川省') })
  })

  test('is nobody else’s to change, nor to take', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const theirs = await shop.address('bert')
    expect(
      await shop.refusal('bert', 'order.changeAddress', { orderId, addressId: theirs }),
    ).toEqual({ code: 'ORDER_NOT_FOUND' })
    expect(
      await shop.refusal('anna', 'order.changeAddress', { orderId, addressId: theirs }),
    ).toEqual({ code: 'ADDRESS_NOT_FOUND' })
  })
})

describe('an invoice', () => {
  test('is asked for a sale, a company’s with its tax number, and can be corrected', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const company = { orderId, kind: 'company', title: '云山茶业' } as const
    expect(await shop.refusal('anna', 'order.askInvoice', company)).toEqual({
      code: 'INVOICE_NEEDS_TAX_NUMBER',
    })
    await shop.call('anna', 'order.askInvoice', { ...company, taxNumber: '91530000MA6K000001' })
    await shop.call('anna', 'order.askInvoice', { orderId, kind: 'person', title: '何女士' })
    const { invoice } = await shop.call('anna', 'order.getAfter', { orderId })
    expect(invoice).toEqual({
      kind: 'person',
      title: '何女士',
      state: 'asked',
      askedAt: Date.now(),
    })
    const unpaid = await shop.order('anna', 'white-1')
    expect(
      (
        await shop.refusal('anna', 'order.askInvoice', {
          orderId: unpaid.orderId,
          kind: 'person',
          title: '何女士',
        })
      ).code,
    ).toBe('ORDER_STATE_CHANGED')
  })
})

describe('the file of an invoice', () => {
  const stored = (content: Buffer, path = 'invoices/1.pdf') => {
    const file = `cloud://fake-env.fake/${path}`
    fakeCloud.files.set(file, content)
    return file
  }
  async function issued(content: Buffer, path?: string) {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    await shop.call('anna', 'order.askInvoice', { orderId, kind: 'person', title: '何女士' })
    const file = stored(content, path)
    await shop.call('clerk', 'console.issueInvoice', { orderId, file })
    return { orderId, file }
  }

  test('comes to its customer whole, part by part, each within what an answer may hold', async () => {
    const content = Buffer.from(Array.from({ length: 1_500_000 }, (_, at) => at % 251))
    const { orderId } = await issued(content)
    const parts: Buffer[] = []
    let from: number | undefined = 0
    while (from !== undefined) {
      const part: { base64: string; total: number; next?: number } = await shop.call(
        'anna',
        'order.readInvoice',
        { orderId, from },
      )
      expect(part.total).toBe(content.length)
      expect(part.base64.length).toBeLessThan(900_000)
      parts.push(Buffer.from(part.base64, 'base64'))
      from = part.next
    }
    expect(Buffer.concat(parts).equals(content)).toBe(true)
    expect(parts.length).toBeGreaterThan(1)
  })

  test('is not there before it is issued, nor once it is gone', async () => {
    const { orderId } = await shop.paidOrder('anna', 'spring-50')
    const missing = { code: 'INVOICE_FILE_MISSING' }
    const read = (id: string) => shop.refusal('anna', 'order.readInvoice', { orderId: id, from: 0 })
    expect(await read(orderId)).toEqual(missing)
    const { orderId: gone, file } = await issued(Buffer.from('%PDF'))
    fakeCloud.files.delete(file)
    expect(await read(gone)).toEqual(missing)
  })

  test('is nobody else’s, and nothing from another folder', async () => {
    const { orderId } = await issued(Buffer.from('%PDF'))
    expect(await shop.refusal('bert', 'order.readInvoice', { orderId, from: 0 })).toEqual({
      code: 'ORDER_NOT_FOUND',
    })
    const { orderId: other } = await issued(Buffer.from('{}'), 'backups/all.json')
    expect(await shop.refusal('anna', 'order.readInvoice', { orderId: other, from: 0 })).toEqual({
      code: 'INVOICE_FILE_MISSING',
    })
  })
})

describe('searching one’s orders', () => {
  test('finds by name and number, and nobody else’s', async () => {
    const tea = await shop.paidOrder('anna', 'spring-50')
    const white = await shop.paidOrder('anna', 'white-1')
    const ids = async (user: string, query: string) =>
      (await shop.call(user, 'order.search', { query })).orders.map(({ id }) => id)
    expect(await ids('anna', '雾尖')).toEqual([tea.orderId])
    expect(await ids('anna', 'old tree')).toEqual([white.orderId])
    expect(await ids('anna', orderOf(white.orderId).number)).toEqual([white.orderId])
    expect(await ids('anna', '咖啡')).toEqual([])
    expect(await ids('bert', '雾尖')).toEqual([])
  })
})

test('an order says what became of its pieces and of its money', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50', 2)
  await shop.call('packer', 'console.ship', { orderId, ...parcel })
  await shop.call('anna', 'care.requestAfterSale', {
    orderId,
    kind: 'refundOnly',
    reason: 'damaged',
    lines: [{ lineIndex: 0, quantity: 1 }],
  })
  const [{ id: afterSaleId }] = shop
    .all<{ id: string; _id: string }>('aftersales')
    .map(({ _id }) => ({ id: _id })) as [{ id: string }]
  await shop.call('clerk', 'console.approveAfterSale', { afterSaleId })
  const after = await shop.call('anna', 'order.getAfter', { orderId }, { language: 'en' })
  expect(after).toMatchObject({
    placedLines: [{ refunded: 1, isGift: false }],
    shipments: [{ carrier: 'SF Express', lines: [{ name: 'Mist Tips', quantity: 2 }] }],
    refunds: [{ state: 'refunded', means: { wechatFen: 5800 } }],
    afterSales: [{ id: afterSaleId }],
    refundedFen: 5800,
  })
  expect(await shop.refusal('bert', 'order.getAfter', { orderId })).toEqual({
    code: 'ORDER_NOT_FOUND',
  })
})
