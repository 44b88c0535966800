import { describe, expect, test } from '@jest/globals'
import type { AfterSaleChoices, AskableLineView } from '../../../../shared/contract/care'
import { messages } from '../../../../shared/messages/messages'
import { kindsFor, piecesOf, toAmountView, toAskView } from './ask-view'
import type { Draft } from './ask-view'

const t = messages['zh-CN']
const line = (lineIndex: number, change: Partial<AskableLineView> = {}): AskableLineView => ({
  lineIndex,
  skuId: `s${lineIndex}`,
  productId: 'p',
  name: '云山雾尖',
  options: '',
  picture: '',
  quantity: 2,
  available: 2,
  kinds: ['refundOnly', 'returnRefund', 'exchange'],
  isGift: false,
  ...change,
})
const choices: AfterSaleChoices = {
  orderNumber: 'Y1',
  lines: [line(0), line(1, { kinds: ['refundOnly'] }), line(2, { available: 0, kinds: [] })],
}
const draft = (change: Partial<Draft> = {}): Draft => ({
  quantities: {},
  kind: '',
  reason: '',
  ...change,
})

describe('asking', () => {
  test('offers what all chosen lines can be asked for', () => {
    expect(kindsFor(choices, draft())).toEqual(['refundOnly', 'returnRefund', 'exchange'])
    expect(kindsFor(choices, draft({ quantities: { 0: 1, 1: 1 } }))).toEqual(['refundOnly'])
  })

  test('says of each line how much of it, and of a closed one that it is', () => {
    const { lines, hasAny } = toAskView(choices, draft({ quantities: { 0: 2 } }), t)
    expect(lines.map(({ hint, isChosen, canMore }) => [hint, isChosen, canMore])).toEqual([
      ['可申请 2 件', true, false],
      ['可申请 2 件', false, true],
      ['已在处理，或过了时间', false, false],
    ])
    expect(hasAny).toBe(true)
  })

  test('sends only pieces that were chosen', () => {
    expect(piecesOf(draft({ quantities: { 0: 2, 1: 0 } }))).toEqual([{ lineIndex: 0, quantity: 2 }])
  })

  test('says what comes back, with delivery and points', () => {
    const amount = { refundFen: 7000, deliveryFen: 1200, points: 50 }
    expect(toAmountView(amount, t.afterSale)).toEqual({
      sum: '¥70.00',
      line: '含运费 ¥12.00  另退 50 积分',
    })
    expect(toAmountView({ ...amount, deliveryFen: 0, points: 0 }, t.afterSale).line).toBe(
      '按原路退回',
    )
  })
})
