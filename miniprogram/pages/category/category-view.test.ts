import { describe, expect, test } from '@jest/globals'
import type { Category, ProductCard } from '../../../shared/contract/catalog'
import { emptied, toShelves, withPage } from './category-view'
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
const shelf = (count: number): ShelfView => toShelves([category('tea', count)])[0]!
const lengthOf = ({ products, missing }: ShelfView) => products.length + missing.length

describe('a shelf', () => {
  test('is as long as it will be before anything is loaded', () => {
    expect(toShelves([category('tea', 3), category('ware', 12)]).map(lengthOf)).toEqual([3, 12])
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
})
