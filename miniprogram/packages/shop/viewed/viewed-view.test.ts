import { expect, test } from '@jest/globals'
import type { ProductCard } from '../../../../shared/contract/catalog'
import { messages } from '../../../../shared/messages/messages'
import { toViewedDays } from './viewed-view'

const hour = 3_600_000
const now = Date.UTC(2026, 2, 21, 1)
const seen = (id: string, hoursAgo: number) => ({
  product: { id } as ProductCard,
  at: now - hoursAgo * hour,
})

test('days are those of Shanghai, each once, with names near and dates far', () => {
  const texts = messages['zh-CN']
  const days = toViewedDays(
    [seen('a', 1), seen('b', 8), seen('c', 10), seen('d', 60)],
    now,
    texts.favourites,
    texts.product.day,
  )
  expect(days.map(({ name, products }) => [name, products.map(({ id }) => id)])).toEqual([
    ['今天', ['a', 'b']],
    ['昨天', ['c']],
    ['3 月 18 日', ['d']],
  ])
})
