import { db } from '../db'

/** What the last people who looked at a product looked at, a list of product ids each. */
export async function listViewsWith(productId: string, limit: number): Promise<string[][]> {
  const views = await db.views.find({
    index: 'product',
    where: { productIds: productId },
    order: [['updatedAt', -1]],
    only: ['productIds'],
    limit,
  })
  return views.map(({ productIds }) => productIds)
}
