import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { listSkus } from '../../_kit/repos/skus'
import { toEditedProduct } from './edited-product'

export const getProduct: HandlerOf<'console.getProduct'> = async ({ productId }, { fail }) => {
  const [product, skus] = await Promise.all([db.products.get(productId), listSkus(productId)])
  return product ? toEditedProduct(product, skus) : fail('PRODUCT_NOT_FOUND')
}
