import { describe, expect, test } from '@jest/globals'
import type { Category, ProductCard } from '../../../shared/contract/catalog'
import { messages } from '../../../shared/messages/messages'
import { emptied, placeOf, shelfStep, toShelves, withPage } from './category-view'
import type { ShelfView } from './category-view'

const category = (id: string, productCount: number): Category => ({
  id,
  name: id,
  line: '3 月 18 日开采',
  plate: 'tea',
  productCount,
})
const cards = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}` }) as ProductCard)
const texts = messages.en.category
const shelf = (count: number): ShelfView => toShelves([category('tea', count)], texts)[0]!
const lengthOf = ({ products, missing }: ShelfView) => products.length + missing.length

describe('a shelf', () => {
  test('is as long as it will be before anything is loaded', () => {
    expect(toShelves([category('tea', 3), category('ware', 12)], texts).map(lengthOf)).toEqual([
      3, 12,
    ])
  })
  test('keeps its length while pages come, and is ready after the last', () => {
    const first = withPage(shelf(25), { products: cards(20), cursor: 'next' })
    expect(first).toMatchObject({ state: 'loading', cursor: 'next' })
    expect(lengthOf(first)).toBe(25)
    const both = withPage(first, { products: cards(5) })
    expect(both).toMatchObject({ state: 'ready', cursor: '', missing: [] })
    expect(both.products).toHaveLength(25)
  })
  test('takes what is there when the count was wrong', () => {
    expect(withPage(shelf(3), { products: cards(2) })).toMatchObject({ missing: [] })
    expect(withPage(shelf(1), { products: cards(4), cursor: 'next' }).missing).toHaveLength(1)
  })
  test('is empty again, and as long, for another sort', () => {
    const again = emptied(withPage(shelf(4), { products: cards(4) }))
    expect(again).toMatchObject({ products: [], state: 'waiting' })
    expect(lengthOf(again)).toBe(4)
  })
  test('pauses after so many products and goes on when asked', () => {
    const paused = withPage(shelf(900), { products: cards(shelfStep), cursor: 'next' })
    expect(paused).toMatchObject({ state: 'more', missing: [], cursor: 'next' })
    expect(withPage(paused, { products: cards(20), cursor: 'on' }).state).toBe('loading')
  })
})

describe('levels', () => {
  const below = { ...category('green', 2), parentId: 'tea' }
  const empty = { ...category('dark', 0), parentId: 'tea' }
  const shelves = toShelves([category('tea', 5), category('ware', 3), below, empty], texts)
  test('what is below stands on its shelf, after all of it; what is empty does not', () => {
    expect(shelves.map(({ id }) => id)).toEqual(['tea', 'ware'])
    expect(shelves[0]!.kinds).toEqual([
      { id: 'tea', name: 'All', count: 5 },
      { id: 'green', name: 'green', count: 2 },
    ])
    expect(shelves[1]!.kinds).toEqual([])
  })
  test('a category is found on its shelf, whatever its level', () => {
    expect(placeOf(shelves, 'green')).toEqual({ index: 0, kindId: 'green' })
    expect(placeOf(shelves, 'ware')).toEqual({ index: 1, kindId: 'ware' })
    expect(placeOf(shelves, 'gone')).toBeUndefined()
  })
  test('another kind begins anew with its own length and without a filter', () => {
    const filtered = emptied(shelves[0]!, { filter: { inStock: true }, count: 1 })
    expect(lengthOf(filtered)).toBe(1)
    const kind = emptied(filtered, { kindId: 'green', filter: {} })
    expect(kind).toMatchObject({ kindId: 'green', filter: {}, state: 'waiting' })
    expect(lengthOf(kind)).toBe(2)
  })
})
