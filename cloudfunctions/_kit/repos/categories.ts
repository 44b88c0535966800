import { db } from '../db'
import type { CategoryDocument } from '../documents/catalog'

/** All categories; a company has a few dozen at most. */
export const listCategories = (): Promise<CategoryDocument[]> =>
  db.categories.find({
    index: 'byPosition',
    where: {},
    order: [
      ['position', 1],
      ['_id', 1],
    ],
    limit: 200,
  })
