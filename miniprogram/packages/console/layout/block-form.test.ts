import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { layoutBlock } from '../../../../shared/contract/layout'
import type { LayoutBlock } from '../../../../shared/contract/layout'
import { messages } from '../../../../shared/messages/messages'
import { blockKinds, emptyBlock, fromBlockForm, kindText, moved, toBlockForm } from './block-form'

const t = messages['zh-CN'].company
const word = (zh: string) => ({ zh, en: `${zh}-en` })

const filled: LayoutBlock[] = [
  {
    kind: 'hero',
    facts: [word('云山镇')],
    link: { label: word('看'), productId: 'p' },
    alt: word('山'),
  },
  {
    kind: 'doors',
    doors: [
      { id: 'tea', title: word('茶'), fact: word('{count} 款'), categoryId: 'tea', picture: 'tea' },
      { id: 'ware', title: word('器'), fact: word('新窑'), categoryId: 'ware' },
    ],
  },
  { kind: 'products', title: word('这一季'), categoryId: 'tea', productIds: ['a', 'b'] },
  { kind: 'banner', title: word('雾'), line: word('早'), link: { to: 'product', productId: 'p' } },
  { kind: 'banner', title: word('券'), line: word('领'), link: { to: 'coupons' } },
  { kind: 'notice', line: word('今早有雾') },
  { kind: 'coupons', title: word('券') },
  { kind: 'flashSale', title: word('限时'), promotionId: 'spring' },
  { kind: 'groupBuy', title: word('一起') },
  { kind: 'recommendations', title: word('照你看过的') },
]

test.each(filled.map((block) => [block.kind, block] as const))(
  'a %s that nobody touched stays as it is',
  (_kind, block) => {
    expect(fromBlockForm(block, toBlockForm(block, t))).toEqual(block)
    expect(v.safeParse(layoutBlock, block).success).toBe(true)
  },
)

test.each(blockKinds)('an empty %s is not whole, and has a name', (kind) => {
  const block = emptyBlock(kind)
  expect(fromBlockForm(block, toBlockForm(block, t))).toBeUndefined()
  expect(kindText(kind, t)).toBeTruthy()
})

test('a door without a title goes, a new one takes the empty place', () => {
  const doors = filled[1]!
  const fields = toBlockForm(doors, t).map((field) => {
    if (field.key.startsWith('title0.')) return { ...field, value: '' }
    if (field.key.startsWith('title2.')) return { ...field, value: '豆' }
    return field.key === 'category2' ? { ...field, value: 'coffee' } : field
  })
  expect(fromBlockForm(doors, fields)).toMatchObject({
    doors: [{ id: 'ware' }, { title: { zh: '豆' }, categoryId: 'coffee' }],
  })
})

test('blocks change places, and nothing goes above the hero', () => {
  const kinds = (blocks: LayoutBlock[]) => blocks.map(({ kind }) => kind).slice(0, 3)
  expect(kinds(moved(filled, 2, -1))).toEqual(['hero', 'products', 'doors'])
  expect(kinds(moved(filled, 1, -1))).toEqual(['hero', 'doors', 'products'])
  expect(kinds(moved(filled, 0, 1))).toEqual(['hero', 'doors', 'products'])
})
