import type { CategoryId } from '../catalogue/types'
import { coffeeArt } from './coffee-art'
import { giftArt } from './gift-art'
import { pantryArt } from './pantry-art'
import type { Shelf } from './product-art'
import { snackArt } from './snack-art'
import { teaArt } from './tea-art'
import { wareArt } from './ware-art'

/** How everything on the shelves is drawn, by product id. */
export const shelves: Readonly<Record<CategoryId, Shelf>> = {
  tea: { ground: 'tea', art: teaArt },
  coffee: { ground: 'coffee', art: coffeeArt },
  ware: { ground: 'ware', art: wareArt },
  snacks: { ground: 'snack', art: snackArt },
  pantry: { ground: 'pantry', art: pantryArt },
  gifts: { ground: 'gift', art: giftArt },
}
