import { expect, test } from '@jest/globals'
import type { Troubles } from '../../../../shared/contract/console-orders'
import { messages } from '../../../../shared/messages/messages'
import { toTroublesView } from './troubles-view'

const t = messages['zh-CN'].troubles
const nothing: Troubles = { effects: [], refunds: [], days: [] }
const order = { id: 'o', number: 'Y1', goods: '云山雾尖', count: 3, receiver: '何女士' }
const effect = {
  id: 'e',
  kind: 'uploadShipping',
  reference: 'o',
  reason: 'timeout',
  createdAt: 0,
  canRetry: true,
}

test('what did not work is told with the order it is about, and the way to it', () => {
  const { effects, isEmpty } = toTroublesView(
    { ...nothing, effects: [{ ...effect, about: { order } }] },
    t,
  )
  expect(isEmpty).toBe(false)
  expect(effects[0]).toMatchObject({
    what: '发货没能告诉微信',
    about: '何女士的订单 Y1，云山雾尖等 3 件',
    detail: '对方的回答：timeout',
    orderId: 'o',
    productId: '',
    hint: '',
  })
})

test('nobody reads a number of the database, whatever it is about', () => {
  const about = (one: Partial<Troubles['effects'][number]>) =>
    toTroublesView({ ...nothing, effects: [{ ...effect, ...one }] }, t).effects[0]
  expect(about({ about: { product: { id: 'p', name: '云尖' } } })).toMatchObject({
    about: '商品「云尖」',
    productId: 'p',
  })
  expect(about({ about: { customer: '安娜' } })?.about).toBe('客人 安娜')
  expect(about({ reference: 'giftcard:…6789' })?.about).toBe('礼品卡 …6789')
  expect(about({ reference: '0mws74w5d592793c96bcf' })?.about).toBe('这件事的对象已经不在了')
})

test('money that differs, and money that is stuck', () => {
  const difference = { kind: 'paymentAmount', reference: 'Y1', expectedFen: 5800, foundFen: 5700 }
  const view = toTroublesView(
    {
      ...nothing,
      refunds: [{ id: 'r', orderId: 'o', refundFen: 5800, createdAt: 0 }],
      days: [{ date: '2026-03-21', differences: [{ ...difference, about: { order } }] }],
    },
    t,
  )
  expect(view.days[0]?.rows[0]).toMatchObject({
    what: '付的钱和订单不一样',
    detail: '应有 ¥58.00，实有 ¥57.00',
    orderId: 'o',
  })
  expect(view.refunds[0]).toMatchObject({ what: '¥58.00', orderId: 'o', hint: t.refundByHand })
})

test('nothing at all is good news', () => {
  expect(toTroublesView(nothing, t).isEmpty).toBe(true)
})
