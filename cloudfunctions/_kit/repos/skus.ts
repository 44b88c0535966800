import { db } from '../db'
import type { SkuDocument } from '../documents/catalog'

/** All SKUs of a product in their order; a product has at most a few hundred. */
export const listSkus = (productId: string): Promise<SkuDocument[]> =>
  db.skus.find({ index: 'product', where: { productId }, order: [['position', 1]], limit: 500 })
