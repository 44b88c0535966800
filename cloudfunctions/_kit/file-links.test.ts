import { beforeEach, expect, test } from '@jest/globals'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { Shop } from '../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer('openapi.wxa.sec.order.uploadShippingInfo', {})
})

function stored(path: string): string {
  const fileId = `cloud://fake-env.fake/${path}`
  fakeCloud.files.set(fileId, Buffer.from('x'))
  return fileId
}

test('staff see a customer’s proofs by links, the customer by what they put there', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  // Pages of the first release put proofs where everybody sees them.
  const pictures = [stored('cases/broken.jpg'), stored('care/early.jpg')]
  const { afterSaleId } = await shop.call('anna', 'care.requestAfterSale', {
    orderId,
    kind: 'refundOnly',
    reason: 'other',
    lines: [{ lineIndex: 0, quantity: 1 }],
    pictures,
  })
  expect(await shop.call('anna', 'care.getAfterSale', { afterSaleId })).toMatchObject({ pictures })
  expect(await shop.call('clerk', 'console.getAfterSale', { afterSaleId })).toMatchObject({
    pictures: ['https://fake.invalid/fake-env.fake/cases/broken.jpg', pictures[1]],
  })
  fakeCloud.files.clear()
  expect(await shop.call('clerk', 'console.getAfterSale', { afterSaleId })).toMatchObject({
    pictures,
  })
})

test('a customer gets a link to the invoice that staff put there', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  await shop.call('anna', 'order.askInvoice', { orderId, kind: 'person', title: '何女士' })
  const file = stored('invoices/1.pdf')
  await shop.call('clerk', 'console.issueInvoice', { orderId, file })
  const { invoice } = await shop.call('anna', 'order.getAfter', { orderId })
  expect(invoice).toMatchObject({ file: 'https://fake.invalid/fake-env.fake/invoices/1.pdf' })
})
