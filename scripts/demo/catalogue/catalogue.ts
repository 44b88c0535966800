import { coffees } from './coffee'
import { categories, company, home, searchWords, shelves } from './company'
import { gifts } from './gifts'
import { greenTeas } from './green-teas'
import { otherTeas } from './other-teas'
import { pantry } from './pantry'
import { pastries } from './pastries'
import { sweets } from './sweets'
import type { DemoCatalogue } from './types'
import { wares } from './ware'

/** Everything the demo company sells and says, always the same. */
export const demoCatalogue: DemoCatalogue = {
  company,
  categories: [...categories, ...shelves],
  products: [
    ...greenTeas,
    ...otherTeas,
    ...coffees,
    ...wares,
    ...pastries,
    ...sweets,
    ...pantry,
    ...gifts,
  ],
  home,
  search: searchWords,
}
