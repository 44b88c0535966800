import type { LeafCategoryId, TopCategoryId } from '../catalogue/types'
import { coffeeArt } from './coffee-art'
import { giftArt } from './gift-art'
import { pantryArt } from './pantry-art'
import type { Shelf } from './product-art'
import { snackArt } from './snack-art'
import { teaArt } from './tea-art'
import { wareArt } from './ware-art'

/** How everything on the shelves is drawn, by product id. */
const shelves: Readonly<Record<TopCategoryId, Shelf>> = {
  tea: { ground: 'tea', art: teaArt },
  coffee: { ground: 'coffee', art: coffeeArt },
  ware: { ground: 'ware', art: wareArt },
  snacks: { ground: 'snack', art: snackArt },
  pantry: { ground: 'pantry', art: pantryArt },
  gifts: { ground: 'gift', art: giftArt },
}

/** The shelf a product stands on: its leaf is named after it. */
export const shelfOf = (leafId: LeafCategoryId): Shelf =>
  shelves[leafId.slice(0, leafId.indexOf('-')) as TopCategoryId]
