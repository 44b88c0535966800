import { expect, test } from '@jest/globals'
import type { Door, HomeBlock } from '../../../shared/contract/catalog'
import { home as texts } from '../../../shared/messages/home'
import { toBlockViews } from './home-blocks-view'

const door = (id: string): Door => ({
  id,
  title: id,
  fact: '今晚余 3 间',
  picture: `/images/door-${id}`,
  plate: 'mist',
  route: { name: 'category', params: { categoryId: id } },
})

test.each([
  [['a'], [true]],
  [
    ['a', 'b'],
    [false, false],
  ],
  [
    ['a', 'b', 'c'],
    [true, false, false],
  ],
  [
    ['a', 'b', 'c', 'd'],
    [false, false, false, false],
  ],
])('of the doors %j the wide ones are %j', (ids, wide) => {
  const [view] = toBlockViews([{ kind: 'doors', doors: ids.map(door) }], texts['zh-CN'])
  expect(view?.kind === 'doors' && view.doors.map(({ isWide }) => isWide)).toEqual(wide)
})

test('a row of products says how many its category has, in both languages', () => {
  const row: HomeBlock = {
    kind: 'products',
    title: '这一季',
    category: { id: 'tea', count: 12 },
    products: [],
  }
  expect(toBlockViews([row], texts['zh-CN'])[0]).toMatchObject({ more: '全部 12 款' })
  expect(toBlockViews([row], texts.en)[0]).toMatchObject({ more: 'All 12' })
})

test('the hero is the page’s own, and kinds of a newer server are left out', () => {
  const blocks = [
    { kind: 'hero', facts: [], link: { label: '', productId: 'p' }, alt: '' },
    { kind: 'hologram', title: '?' },
    { kind: 'notice', line: '今早有雾' },
  ] as HomeBlock[]
  expect(toBlockViews(blocks, texts['zh-CN'])).toEqual([
    { id: '2:notice', kind: 'notice', line: '今早有雾' },
  ])
})
