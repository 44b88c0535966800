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

test('a card in a chat says whose shop it is and what the hero says', () => {
  expect(toHomeView(home, texts['zh-CN']).shareTitle).toBe('云山：云山晨雾里的茶园')
  const other = { ...home, company: { name: 'Hill & Sea', accent: 'tea' } as const }
  expect(toHomeView(other, texts.en).shareTitle).toBe('Hill & Sea: 云山晨雾里的茶园')
  expect(toHomeView({ ...other, blocks: [] }, texts.en).shareTitle).toBe('Hill & Sea')
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
