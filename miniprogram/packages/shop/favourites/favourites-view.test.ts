import { expect, test } from '@jest/globals'
import type { Favourite, ProductCard } from '../../../../shared/contract/catalog'
import { messages } from '../../../../shared/messages/messages'
import { toFavouritesView, toggled, withoutRows } from './favourites-view'

const texts = messages.en.favourites
const row = (id: string): Favourite => ({
  product: { id } as ProductCard,
  isGone: false,
  addedAt: 1,
})

test('pages follow each other, and what is removed is gone at once', () => {
  const first = toFavouritesView(
    { favourites: [row('a'), row('b')], count: 3, cursor: 'x' },
    null,
    texts,
  )
  const both = toFavouritesView({ favourites: [row('c')], count: 3 }, first, texts)
  expect(both.rows.map(({ product }) => product.id)).toEqual(['a', 'b', 'c'])
  expect(both.cursor).toBe('')
  const left = withoutRows(both, ['a', 'c'], 1, texts)
  expect(left.rows.map(({ product }) => product.id)).toEqual(['b'])
  expect(left).toMatchObject({ count: 1, countText: '1 kept' })
})

test('a tap chooses, another lets go', () => {
  expect(toggled({}, 'a')).toEqual({ a: true })
  expect(toggled({ a: true, b: true }, 'a')).toEqual({ b: true })
})
