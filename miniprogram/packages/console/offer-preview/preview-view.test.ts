import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { toPreviewView } from './preview-view'
import type { PreviewOutput } from './preview-view'

const t = messages['zh-CN']
const line = {
  skuId: 'a',
  name: '云山雾尖',
  options: '50 克',
  quantity: 2,
  amountFen: 11_600,
  payableFen: 11_600,
  steps: [],
}
const cart = {
  lines: [line],
  steps: [],
  gifts: [],
  goodsFen: 11_600,
  deliveryFen: 0,
  totalFen: 11_600,
}
const output: PreviewOutput = {
  at: 0,
  before: cart,
  after: {
    ...cart,
    lines: [
      {
        ...line,
        payableFen: 8600,
        steps: [{ kind: 'amountOff', name: '春茶季', amountFen: -3000 }],
      },
    ],
    steps: [
      { kind: 'amountOff', name: '春茶季', amountFen: -3000 },
      { kind: 'delivery', name: '', amountFen: 1200 },
    ],
    gifts: [{ name: '茶漏', quantity: 1 }],
    deliveryFen: 1200,
    totalFen: 9800,
  },
  warnings: [
    {
      kind: 'combined',
      name: '云山雾尖',
      options: '50 克',
      quantity: 2,
      percentOff: 75,
      causes: ['半价日', '春茶季'],
    },
  ],
}

test('every fen has its reason, line by line and for the whole', () => {
  expect(toPreviewView(output, t)).toEqual({
    beforeText: '¥116.00',
    afterText: '¥98.00',
    difference: '再省 ¥18.00',
    lines: [
      {
        name: '云山雾尖 50 克',
        before: '¥116.00',
        after: '¥86.00',
        steps: [{ words: '满减 春茶季', amount: '\u2212¥30.00' }],
      },
    ],
    rest: [
      { words: '运费', amount: '¥12.00' },
      { words: '赠 茶漏 1 件', amount: '' },
    ],
    warnings: [
      {
        words: '云山雾尖 50 克 买 2 件，和别的优惠一起减掉 75%',
        causes: '因为：半价日、春茶季',
      },
    ],
  })
})

test('a draft that changes nothing says so', () => {
  expect(toPreviewView({ ...output, after: cart, warnings: [] }, t)).toMatchObject({
    difference: '价钱不变',
    warnings: [],
  })
})
