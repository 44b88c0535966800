import { expect, test } from '@jest/globals'
import { messages } from '../../../../shared/messages/messages'
import { promotionKinds } from '../offer-words'
import { blankFields, itemOf } from './promotion-form'
import { kindView, liveSentence, toItemViews } from './promotion-view'

const t = messages['zh-CN']
const now = Date.UTC(2026, 2, 21, 1)

test('every kind asks for something', () => {
  for (const kind of promotionKinds) {
    const { fields, tiers, items } = kindView(kind, t.staffPromotions)
    expect(fields.length + tiers.length + (items === 'none' ? 0 : 1)).toBeGreaterThan(0)
  }
})

test('the sentence a customer reads grows while it is typed', () => {
  const fields = blankFields('amountOff', now)
  expect(liveSentence(fields, t)).toBe('')
  const typed = { ...fields, tiers: [{ from: '199', count: '', off: '30' }] }
  expect(liveSentence(typed, t)).toBe('满 ¥199 减 ¥30；全部商品；3-21 9:00 到 3-28 9:00')
  const scope = [{ id: 'tea', kind: 'category' as const, name: '绿茶' }]
  expect(liveSentence({ ...typed, scope }, t)).toContain('绿茶可用')
})

test('in English the sentence has no Chinese punctuation', () => {
  const goods = (name: string) => ({ id: name, kind: 'category' as const, name })
  const fields = {
    ...blankFields('amountOff', now),
    tiers: [
      { from: '199', count: '', off: '30' },
      { from: '399', count: '', off: '80' },
    ],
    scope: [goods('Green tea'), goods('White tea')],
  }
  expect(liveSentence(fields, messages.en)).toBe(
    '¥30 off from ¥199, ¥80 off from ¥399; For Green tea, White tea; 3-21 9:00 to 3-28 9:00',
  )
})

test('an SKU says what it costs usually and what a sale has left of it', () => {
  const goods = {
    id: 'a',
    kind: 'sku',
    name: '雾尖',
    options: '50 克',
    priceFen: 5800,
    stock: 9,
  } as const
  const fields = { ...blankFields('flashSale', now), items: [itemOf(goods)] }
  expect(toItemViews(fields, [{ skuId: 'a', left: 4 }], t.staffPromotions)).toEqual([
    { name: '雾尖 50 克', line: '原价 ¥58，库存 9  还剩 4 件' },
  ])
})
