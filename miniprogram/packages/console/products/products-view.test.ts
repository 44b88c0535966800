import { expect, test } from '@jest/globals'
import type { ProductRow } from '../../../../shared/contract/goods'
import { messages } from '../../../../shared/messages/messages'
import { outcomeText, together, toProductRows } from './products-view'

const t = messages['zh-CN'].goods
const row = (id: string, rest: Partial<ProductRow> = {}): ProductRow => ({
  id,
  name: '云山雾尖',
  categoryName: '绿茶',
  picture: '',
  plate: 'tea',
  priceFen: 5800,
  isFrom: true,
  isListed: true,
  isSoldOut: false,
  soldCount: 12,
  low: [],
  ...rest,
})

test('a row says what needs a hand, and nothing else', () => {
  const rows = [
    row('a'),
    row('b', { isSoldOut: true }),
    row('c', { isListed: false, isSoldOut: true }),
    row('d', {
      low: [
        { skuId: '1', options: '50 克', stock: 0 },
        { skuId: '2', options: '100 克', stock: 3 },
      ],
    }),
    row('e', { low: [{ skuId: '3', options: '', stock: 2 }] }),
  ]
  const views = toProductRows(rows, new Set(['b']), t)
  expect(views.map(({ mark }) => mark)).toEqual(['', '售完', '下架', '', ''])
  expect(views.map(({ low }) => low)).toEqual(['', '', '', '50 克 没了，100 克 剩 3', '剩 2'])
  expect(views.filter(({ isSelected }) => isSelected).map(({ id }) => id)).toEqual(['b'])
  expect(views[0]).toMatchObject({ categoryName: '绿茶', sold: '已售 12' })
})

test('a product that comes again on the next page stays one', () => {
  const low = (skuId: string) => ({ low: [{ skuId, options: skuId, stock: 1 }] })
  const rows = together([row('a', low('1')), row('b'), row('a', low('2')), row('c')])
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(rows[0]?.low.map(({ skuId }) => skuId)).toEqual(['1', '2'])
})

test('a batch is reported kind by kind', () => {
  const outcomes = (['changed', 'incomplete', 'changed'] as const).map((outcome) => ({ outcome }))
  expect(outcomeText(outcomes, true, t)).toBe('2 件已上架\n1 件缺图或没有在售规格，没有上架')
  expect(outcomeText([{ outcome: 'same' }], false, t)).toBe('1 件本来就是')
})
