import { listProducts } from '../_kit/repos/products'

/** Whether the product is on the shelf. */
export const requireListed = async (productId: string): Promise<boolean> =>
  (await listProducts([productId])).length > 0
