import type { ProductSort } from '../../../shared/contract/catalog'

/** What can be tapped; the price stands for two sorts. */
export type SortWord = 'default' | 'sales' | 'newest' | 'price'

/** The sort after a tap: the price begins with the lowest and turns round with each tap. */
export function sortAfterTap(before: ProductSort, word: SortWord): ProductSort {
  if (word !== 'price') return word
  return before === 'priceUp' ? 'priceDown' : 'priceUp'
}
