import { beforeEach, expect, test } from '@jest/globals'
import type { OrderDocument } from '../../_kit/documents/order'
import { fakeCloud } from '../../../tests/fakes/wx-server-sdk'
import { Shop } from '../../../tests/shop/shop'

const send = 'openapi.subscribeMessage.send'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
  fakeCloud.answer(send, {})
})

test('an invoice that was asked for is issued once, with its file', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  const file = 'cloud://e.b/invoices/1.pdf'
  expect(await shop.refusal('clerk', 'console.issueInvoice', { orderId, file })).toEqual({
    code: 'INVOICE_NOT_ASKED',
  })
  await shop.call('anna', 'order.askInvoice', { orderId, kind: 'person', title: '何女士' })
  const { invoices, count } = await shop.call('clerk', 'console.listInvoices', {})
  expect({ count, invoices }).toMatchObject({ count: 1, invoices: [{ orderId, title: '何女士' }] })
  await shop.call('clerk', 'console.issueInvoice', { orderId, file })
  expect(shop.one<OrderDocument>('orders', orderId).invoice).toMatchObject({
    state: 'issued',
    file,
    issuedAt: Date.now(),
  })
  expect((await shop.call('clerk', 'console.listInvoices', {})).count).toBe(0)
  expect(await shop.refusal('clerk', 'console.issueInvoice', { orderId, file })).toEqual({
    code: 'INVOICE_NOT_ASKED',
  })
})

test('whoever waits for an invoice is told that it is there', async () => {
  const { orderId } = await shop.paidOrder('anna', 'spring-50')
  await shop.call('anna', 'order.askInvoice', { orderId, kind: 'person', title: '何女士' })
  await shop.call('anna', 'member.recordSubscription', {
    answers: [{ templateId: 'tpl-invoice', answer: 'accept' }],
  })
  await shop.call('clerk', 'console.issueInvoice', { orderId, file: 'cloud://e.b/invoices/1.pdf' })
  expect(fakeCloud.callsOf(send)).toMatchObject([
    {
      parameters: {
        touser: 'anna',
        template_id: 'tpl-invoice',
        page: `packages/shop/order/order?orderId=${orderId}`,
        data: { thing1: { value: '云山雾尖 ×1' }, amount2: { value: '¥70.00' } },
      },
    },
  ])
  const kinds = ['invoiceIssued']
  const { messages } = await shop.call('anna', 'member.listMessages', { kinds })
  expect(messages).toMatchObject([{ kind: 'invoiceIssued', orderId }])
  // A page of before has no words for it.
  const known = (await shop.call('anna', 'member.listMessages', {})).messages
  expect(known.map(({ kind }) => kind)).toEqual(['orderPaid'])
})
