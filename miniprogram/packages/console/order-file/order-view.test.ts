import { expect, test } from '@jest/globals'
import type { StaffOrderFile } from '../../../../shared/contract/console-orders'
import { messages } from '../../../../shared/messages/messages'
import { fenOf, toOrderFileView } from './order-view'

const { desk, shipping } = messages['zh-CN']
const t = { desk, shipping }

const line = {
  skuId: 's',
  name: '谷雨青',
  quantity: 3,
  left: 1,
  shipped: 1,
  refunded: 1,
  isGift: false,
  lineIndex: 0,
} as StaffOrderFile['lines'][number]

const file: StaffOrderFile = {
  id: 'o',
  number: 'Y260322-0427-1863',
  state: 'paid',
  fulfilment: 'carrier',
  lines: [line],
  count: 3,
  totalFen: 6_800,
  receiver: '何女士',
  placedAt: 0,
  isReminded: false,
  hasNote: false,
  staffNote: '',
  goodsFen: 6_000,
  deliveryFen: 1_000,
  adjustments: [
    { kind: 'delivery', amountFen: 1_000 },
    { kind: 'staffDiscount', amountFen: -200 },
  ],
  means: { wechatFen: 6_800, balanceFen: 0, giftcardFen: 0, points: 0 },
  refundedFen: 0,
  address: {
    id: 'a',
    name: '何女士',
    phone: '13800000027',
    province: '云南省',
    city: '大理州',
    district: '云山县',
    street: '松树坡路 12 号',
    isDefault: true,
  },
  note: '',
  giftNote: '生日快乐',
  parcels: [],
  timeline: [],
  staffDiscountFen: 200,
}

test('money is told in the order it came about, without what is nought', () => {
  const view = toOrderFileView(file, ['owner'], t)
  expect(view.sums.map(({ label, amount }) => [label, amount])).toEqual([
    ['商品', '¥60.00'],
    ['运费', '¥10.00'],
    ['店家减免', '\u2212¥2.00'],
    ['合计', '¥68.00'],
    ['微信支付', '¥68.00'],
  ])
  expect(view.lines[0]?.marks).toBe('已发 1  已退 1')
  expect(view.notes).toEqual([{ id: 'gift', label: '贺卡', text: '生日快乐' }])
})

test.each<[Partial<StaffOrderFile>, string | undefined]>([
  [{}, 'ship'],
  [{ lines: [{ ...line, left: 0 }], parcels: [{} as never] }, 'finish'],
  [{ fulfilment: 'pickup' }, 'makeReady'],
  [{ state: 'ready', fulfilment: 'pickup' }, 'handOver'],
  [{ state: 'shipped' }, undefined],
])('after %j the next step is %s', (change, step) => {
  const order = { ...file, ...change }
  const parcels = (order.parcels.length === 0 ? [] : [{ ...parcelOf() }]) as typeof file.parcels
  expect(toOrderFileView({ ...order, parcels }, ['packer'], t).step?.name).toBe(step)
  expect(toOrderFileView({ ...order, parcels }, ['service'], t).step).toBeUndefined()
})

function parcelOf() {
  return { id: 'p', carrier: 'SF', trackingNumber: 'SF1234567', shippedAt: 0, lines: [] }
}

test('only owners and managers change a price, while there is one to change', () => {
  const open = { ...file, state: 'pendingPayment' as const, mostDiscountFen: 6_799 }
  expect(toOrderFileView(open, ['manager'], t).canDiscount).toBe(true)
  expect(toOrderFileView(open, ['clerk'], t).canDiscount).toBe(false)
  expect(toOrderFileView(file, ['owner'], t).canDiscount).toBe(false)
})

test.each([
  ['12', 1_200],
  ['0.5', 50],
  ['12.34', 1_234],
  ['12.345', undefined],
  ['-1', undefined],
  ['', undefined],
])('%j yuan are %p fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})
