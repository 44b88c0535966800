import { expect, test } from '@jest/globals'
import type { Home } from '../../../shared/contract/catalog'
import { home as texts } from '../../../shared/messages/home'
import { letteringOf, toHomeView } from './home-view'

const home: Home = {
  company: { name: '云山', accent: 'dai' },
  blocks: [
    {
      kind: 'hero',
      facts: ['云山镇', '海拔 1,940 米', '今早有雾，14°'],
      link: { label: '看今年第一批', productId: 'p1' },
      alt: '云山晨雾里的茶园',
    },
    { kind: 'notice', line: '今早有雾' },
  ],
  searchHint: '云山雾尖',
}

test('facts stand two in a line', () => {
  expect(toHomeView(home, texts['zh-CN']).hero?.factLines).toEqual([
    { id: 0, facts: ['云山镇', '海拔 1,940 米'] },
    { id: 2, facts: ['今早有雾，14°'] },
  ])
})

test('a company with a picture of its name shows that', () => {
  expect(toHomeView(home, texts['zh-CN'])).toMatchObject({ name: '云山', logo: '' })
  const company = { ...home.company, logo: 'cloud://env.bucket/name.png' }
  expect(toHomeView({ ...home, company }, texts.en).logo).toBe('cloud://env.bucket/name.png')
})

test('a page without a hero begins with its blocks', () => {
  const view = toHomeView({ ...home, blocks: home.blocks.slice(1) }, texts.en)
  expect(view).not.toHaveProperty('hero')
  expect(view.blocks).toEqual([{ kind: 'notice', line: '今早有雾' }])
})

test('the lettering is a picture of its own in each language', () => {
  expect(letteringOf('zh-CN')).toBe('/images/lettering-zh')
  expect(letteringOf('en')).toBe('/images/lettering-en')
})
