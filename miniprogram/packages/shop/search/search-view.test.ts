import { describe, expect, test } from '@jest/globals'
import type { ProductCard } from '../../../../shared/contract/catalog'
import { search as texts } from '../../../../shared/messages/search'
import { withWord } from './search-history'
import { markMatches, toResultsView, toSuggestView } from './search-view'

const chinese = texts['zh-CN']
const card = (id: string, name: string): ProductCard => ({
  id,
  name,
  line: '',
  picture: '',
  plate: 'tea',
  priceFen: 100,
  isFrom: false,
  isSoldOut: false,
})

describe('marking what matches', () => {
  test.each([
    ['古树白茶饼', '白茶', ['古树', '[白茶]', '饼']],
    ['白茶', '白茶', ['[白茶]']],
    ['Yunshan Mist Tips', 'mist', ['Yunshan ', '[Mist]', ' Tips']],
    ['茶中茶', '茶', ['[茶]', '中', '[茶]']],
    ['青团', '茶', ['青团']],
    ['青团', '  ', ['青团']],
    ['(青团)', '(', ['[(]', '青团)']],
  ])('%s for %s', (text, query, expected) => {
    const parts = markMatches(text, query)
    expect(parts.map((part) => (part.isMatch ? `[${part.text}]` : part.text))).toEqual(expected)
    expect(parts.map((part) => part.text).join('')).toBe(text)
  })
})

test('suggestions carry their marks and counts', () => {
  const view = toSuggestView(
    { hits: [card('a', '白茶饼')], words: [{ text: '白茶礼盒', count: 14 }] },
    '白茶',
    chinese,
  )
  expect(view.hits[0]?.parts[0]).toEqual({ at: 0, text: '白茶', isMatch: true })
  expect(view.words[0]).toMatchObject({ text: '白茶礼盒', count: '14 款' })
})

describe('results', () => {
  const first = toResultsView(
    { count: 2, products: [card('a', 'A')], cursor: 'next', nearest: [], season: [] },
    null,
    '茶',
    chinese,
  )
  test('a next page comes after what is there', () => {
    const both = toResultsView(
      { count: 2, products: [card('b', 'B')], nearest: [], season: [] },
      first,
      '茶',
      chinese,
    )
    expect(both.products.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(both.cursor).toBe('')
  })
  test('a sort of some of what matches says of how many', () => {
    expect(first.sortedAmong).toBe('')
    const answer = { count: 300, products: [card('a', 'A')], nearest: [], season: [] }
    const some = toResultsView({ ...answer, sortedAmong: 300 }, null, '茶', chinese)
    expect(some.sortedAmong).toContain('最靠前的 300 款')
  })
  test('nothing found names what was looked for and offers the nearest', () => {
    const none = toResultsView(
      { count: 0, products: [], nearest: ['白茶'], season: [card('s', 'S')] },
      null,
      '百茶',
      chinese,
    )
    expect(none).toMatchObject({ noneTitle: '没有找到「百茶」', nearest: ['白茶'], products: [] })
  })
})

describe('the words searched for', () => {
  test('a new one comes first, one that was there moves', () => {
    expect(withWord(['挂耳', '盖碗'], '盖碗')).toEqual(['盖碗', '挂耳'])
  })
  test('ten are kept', () => {
    const ten = Array.from({ length: 10 }, (_, index) => String(index))
    expect(withWord(ten, 'new')).toEqual(['new', ...ten.slice(0, 9)])
  })
})
