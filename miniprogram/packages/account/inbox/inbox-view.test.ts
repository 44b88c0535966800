import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toInboxRow } from './inbox-view'

const now = Date.parse('2026-03-22T09:41:00+08:00')
const chinese = messages['zh-CN']
const common = { id: 'm', orderId: 'o', at: now - 60_000 }

test('says what was paid and how much', () => {
  const facts = { goods: '云山雾尖 ×2', total: '¥256.00' }
  expect(toInboxRow({ ...common, kind: 'orderPaid', facts }, now, chinese)).toEqual({
    id: 'm',
    orderId: 'o',
    afterSaleId: '',
    icon: 'check-circle',
    title: '付好了',
    line: '云山雾尖 ×2，¥256.00',
    note: '',
    when: '今天 9:40',
  })
})

test('names the parcel that left, and what is picked up where', () => {
  const parcel = { goods: '云山雾尖', carrier: '顺丰', trackingNumber: 'SF123456' }
  expect(
    toInboxRow({ ...common, kind: 'orderShipped', facts: parcel }, now, chinese),
  ).toMatchObject({ title: '发出了', line: '云山雾尖', note: '顺丰 SF123456' })
  const pickup = { store: '老街店', pickupCode: '140476' }
  const ready = toInboxRow({ ...common, kind: 'orderReady', facts: pickup }, now, messages.en)
  expect(ready.line).toBe('At 老街店, code 140476')
})

test('says what the shop did with an after-sale case, and leads there', () => {
  const facts = { goods: '云山雾尖 ×1', total: '¥128.00', progress: '同意了，请把商品寄回' }
  const about = { ...common, afterSaleId: 'case', facts } as const
  const answered = { ...about, kind: 'afterSaleAnswered', event: 'approveReturn' } as const
  expect(toInboxRow(answered, now, messages.en)).toMatchObject({
    afterSaleId: 'case',
    title: 'Agreed: please send it back',
    line: '云山雾尖 ×1',
  })
  const refunded = { ...about, kind: 'afterSaleRefunded', event: 'refund' } as const
  expect(toInboxRow(refunded, now, chinese)).toMatchObject({
    title: '退款到了',
    line: '云山雾尖 ×1，退 ¥128.00',
  })
})

test('says that the invoice is there', () => {
  const facts = { goods: 'Mist Tips ×1', total: '¥70.00' }
  expect(toInboxRow({ ...common, kind: 'invoiceIssued', facts }, now, messages.en)).toMatchObject({
    title: 'Your invoice is there',
    line: 'Mist Tips ×1, ¥70.00',
    afterSaleId: '',
  })
})
