import { expect, test } from '@jest/globals'
import type { Door, Home } from '../../../shared/contract/catalog'
import { home as texts } from '../../../shared/messages/home'
import { letteringOf, toHomeView } from './home-view'

const door = (id: string): Door => ({
  id,
  title: id,
  fact: '今晚余 3 间',
  picture: `/images/door-${id}`,
  plate: 'mist',
  route: { name: 'category', params: { categoryId: id } },
})

const home = (doors: Door[]): Home => ({
  company: { name: '云山' },
  hero: {
    facts: ['云山镇', '海拔 1,940 米', '今早有雾，14°'],
    link: { label: '看今年第一批', productId: 'p1' },
    alt: '云山晨雾里的茶园',
  },
  doors,
  season: { title: '这一季', categoryId: 'tea', count: 12, products: [] },
  searchHint: '云山雾尖',
})

test('facts stand two in a line', () => {
  expect(toHomeView(home([]), texts['zh-CN']).factLines).toEqual([
    { id: 0, facts: ['云山镇', '海拔 1,940 米'] },
    { id: 2, facts: ['今早有雾，14°'] },
  ])
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
  const view = toHomeView(home(ids.map(door)), texts['zh-CN'])
  expect(view.doors.map(({ isWide }) => isWide)).toEqual(wide)
})

test('the season says how many there are, in both languages', () => {
  expect(toHomeView(home([]), texts['zh-CN']).season.more).toBe('全部 12 款')
  expect(toHomeView(home([]), texts.en).season.more).toBe('All 12')
})

test('the lettering is a picture of its own in each language', () => {
  expect(letteringOf('zh-CN')).toBe('/images/lettering-zh')
  expect(letteringOf('en')).toBe('/images/lettering-en')
})
