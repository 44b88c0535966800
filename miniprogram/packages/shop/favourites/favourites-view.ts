import type { AppContract } from '../../../../shared/contract'
import type { Favourite } from '../../../../shared/contract/catalog'
import type { OutputOf } from '../../../../shared/contract/define'
import type { MessageTexts } from '../../../../shared/messages/messages'
import { fill } from '../../../lib/language'

export interface FavouritesView {
  rows: Favourite[]
  count: number
  countText: string
  cursor: string
}

/** Adds a page to what is there; a first page replaces it. */
export const toFavouritesView = (
  answer: OutputOf<AppContract['catalog.listFavourites']>,
  before: FavouritesView | null,
  texts: MessageTexts['favourites'],
): FavouritesView => ({
  rows: before ? [...before.rows, ...answer.favourites] : answer.favourites,
  count: answer.count,
  countText: fill(texts.count, { count: answer.count }),
  cursor: answer.cursor ?? '',
})

/** The list without what was removed. */
export const withoutRows = (
  view: FavouritesView,
  productIds: readonly string[],
  count: number,
  texts: MessageTexts['favourites'],
): FavouritesView => ({
  ...view,
  rows: view.rows.filter(({ product }) => !productIds.includes(product.id)),
  count,
  countText: fill(texts.count, { count }),
})

/** The chosen after a tap on one of them. */
export const toggled = (chosen: Readonly<Record<string, boolean>>, id: string) => {
  const { [id]: was = false, ...rest } = chosen
  return was ? rest : { ...rest, [id]: true }
}
