import { beforeEach, expect, test } from '@jest/globals'
import type { LayoutBlock } from '../../shared/contract/layout'
import type { CompanySettings } from '../_kit/documents/catalog'
import type { LayoutDocument } from '../_kit/documents/staff'
import { Shop, roundTrips } from '../../tests/shop/shop'

let shop: Shop
beforeEach(() => {
  shop = new Shop()
})

const both = (text: string) => ({ zh: text, en: text })
const home = () => shop.call(undefined, 'catalog.getHome', {}, { language: 'en' })

function publish(blocks: LayoutBlock[]) {
  const layout = shop.one<LayoutDocument>('layouts', 'home:1')
  shop.put('layouts', [{ ...layout, blocks }])
}

test('the published blocks come with live facts, in the reader’s language', async () => {
  const { blocks, company } = await home()
  expect(company).toEqual({ name: 'Yunshan', accent: 'dai' })
  expect(blocks).toEqual([
    {
      kind: 'hero',
      facts: ['1,940 m above the sea'],
      link: { label: 'See the first of the year', productId: 'spring' },
      alt: 'Mountains',
    },
    {
      kind: 'doors',
      doors: [expect.objectContaining({ title: 'Tea', fact: '2 kinds', plate: 'tea' })],
    },
    {
      kind: 'products',
      title: 'This season',
      category: { id: 'tea', count: 2 },
      products: [expect.objectContaining({ id: 'spring', name: 'Mist Tips' })],
    },
  ])
})

test('what is gone or switched off leaves by itself', async () => {
  shop.put('settings', [
    { ...shop.one<CompanySettings>('settings', 'company'), modulesOff: ['groupBuy'] },
  ])
  publish([
    { kind: 'products', title: both('gone'), productIds: ['hidden', 'never'] },
    {
      kind: 'doors',
      doors: [{ id: 'x', title: both('x'), fact: both(''), categoryId: 'never' }],
    },
    { kind: 'groupBuy', title: both('together') },
    { kind: 'banner', title: both('b'), line: both(''), link: { to: 'product', productId: 'no' } },
    { kind: 'coupons', title: both('coupons') },
    { kind: 'products', title: both('shelf'), categoryId: 'tea', productIds: [] },
  ])
  const { blocks } = await home()
  expect(blocks.map(({ kind }) => kind)).toEqual(['coupons', 'products'])
  expect(blocks[1]).toMatchObject({ products: [{ id: 'spring' }, { id: 'white' }] })
})

test('once warm, the whole page costs one query', async () => {
  await home()
  expect(await roundTrips(home)).toEqual(['getDocument'])
})
