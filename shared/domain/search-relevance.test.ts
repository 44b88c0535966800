import { expect, test } from '@jest/globals'
import { byRelevance } from './search-relevance'

const product = (_id: string, zh: string, en: string, rank = 0) => ({
  _id,
  name: { zh, en },
  rank,
})
const ids = (query: string, ...products: ReturnType<typeof product>[]) =>
  byRelevance(query, products).map(({ _id }) => _id)

test('the name, its beginning, its middle, then everything else', () => {
  const all = [
    product('other', '礼盒', 'Gift'),
    product('middle', '高山乌龙', 'High Oolong'),
    product('begins', '乌龙茶', 'Oolong Tea'),
    product('name', '乌龙', 'Oolong'),
  ]
  const wanted = ['name', 'begins', 'middle', 'other']
  for (const query of ['乌龙', 'OOLONG', ' 乌 龙 ', 'wulong'])
    expect(ids(query, ...all)).toEqual(wanted)
})

test('among equals the company decides, and then nothing but the id', () => {
  expect(ids('茶', product('b', '红茶', 'x', 2), product('c', '绿茶', 'x', 1))).toEqual(['c', 'b'])
  expect(ids('茶', product('b', '红茶', 'x'), product('a', '绿茶', 'x'))).toEqual(['a', 'b'])
})
