import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { dueText, toOrderRow } from './shipping-view'
import type { StaffOrder } from '../../../../shared/contract/console'

const t = messages['zh-CN'].shipping
const inChina = (text: string) => Date.parse(`${text}+08:00`)
const now = inChina('2026-03-22T09:41:00')

test.each([
  ['2026-03-22T18:00:00', '18:00 前'],
  ['2026-03-23T18:00:00', '明天'],
  ['2026-03-25T18:00:00', '3-25'],
  ['2026-03-22T09:01:00', '超时 40 分'],
  ['2026-03-22T06:41:00', '超时 3 小时'],
  ['2026-03-20T09:00:00', '超时 2 天'],
])('an order due at %s reads %s', (shipBy, words) => {
  expect(dueText(inChina(shipBy), now, t)).toBe(words)
})

test('a row names the goods, and what was asked for before who asked', () => {
  const line = {
    skuId: 's',
    productId: 'p',
    name: '盖碗',
    options: '',
    picture: 'cloud://a',
    plate: 'mist',
    priceFen: 100,
    quantity: 2,
    amountFen: 200,
    lineIndex: 0,
    left: 2,
    asked: 0,
    shipped: 0,
    refunded: 0,
    isGift: false,
  } as const
  const order: StaffOrder = {
    id: 'o',
    number: '0322 18',
    state: 'paid',
    fulfilment: 'carrier',
    lines: [line, { ...line, name: '谷雨青', quantity: 1, left: 1 }, line],
    count: 5,
    totalFen: 500,
    receiver: {
      name: '高',
      phone: '13800138000',
      province: '浙江省',
      city: '山下市',
      district: '江北县',
      street: '1 号',
    },
    note: '',
    giftNote: '',
    staffNote: '',
    isReminded: false,
    paidAt: now,
    shipBy: inChina('2026-03-22T18:00:00'),
  }
  expect(toOrderRow(order, now, t)).toMatchObject({
    goods: '盖碗 ×2，谷雨青 ×1，盖碗 ×2',
    person: '高 山下市江北县',
    isLate: false,
    isShipped: false,
  })
  expect(toOrderRow(order, now, t).pictures).toHaveLength(2)
  expect(toOrderRow({ ...order, note: '写一张卡片' }, now, t).person).toBe('留言：写一张卡片')
  const part = {
    ...order,
    lines: [
      { ...line, left: 1, refunded: 1 },
      { ...line, left: 0 },
    ],
  }
  expect(toOrderRow(part, now, t)).toMatchObject({ goods: '盖碗 ×1' })
  const left = { ...part, state: 'shipped' as const, shippedAt: now }
  expect(toOrderRow(left, now, t)).toMatchObject({ goods: '盖碗 ×2，盖碗 ×2' })
  expect(toOrderRow(order, now, t)).toMatchObject({ asked: '', canBatch: true })
  const asked = { ...order, lines: [{ ...line, asked: 1 }] }
  expect(toOrderRow(asked, now, t)).toMatchObject({ asked: t.asked, canBatch: false })
})
