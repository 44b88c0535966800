import { inLanguage } from '../../../shared/domain/localized'
import { db } from '../../_kit/db'
import type { HandlerOf } from '../../_kit/handler-of'
import { listSkus } from '../../_kit/repos/skus'

export const getStock: HandlerOf<'console.getStock'> = async (
  { productId },
  { language, fail },
) => {
  const [product, skus] = await Promise.all([db.products.get(productId), listSkus(productId)])
  if (!product) return fail('PRODUCT_NOT_FOUND')
  return {
    productId,
    name: inLanguage(product.name, language),
    isListed: product.isListed,
    skus: skus.map((sku) => ({
      skuId: sku._id,
      options: inLanguage(sku.optionWords, language),
      picture: sku.picture,
      stock: sku.stock,
      priceFen: sku.priceFen,
      isListed: sku.isListed,
      ...(sku.barcode === undefined ? {} : { barcode: sku.barcode }),
    })),
  }
}
