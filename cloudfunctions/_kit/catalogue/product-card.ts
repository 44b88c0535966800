import type { ProductCard } from '../../../shared/contract/catalog'
import type { Language } from '../../../shared/contract/define'
import { wasAt } from '../../../shared/domain/honest-price'
import { inLanguage } from '../../../shared/domain/localized'
import { now } from '../clock'
import type { ProductSummary } from '../repos/products'

/** A product as a grid shows it, in the reader's language. */
export const toProductCard = (product: ProductSummary, language: Language): ProductCard => ({
  id: product._id,
  name: inLanguage(product.name, language),
  line: inLanguage(product.line, language),
  picture: product.picture,
  plate: product.plate,
  priceFen: product.priceFen,
  isFrom: product.isFrom,
  isSoldOut: product.isSoldOut,
  ...wasAt(product, now()),
  ...(product.tag === undefined ? {} : { tag: inLanguage(product.tag, language) }),
  ...(product.onlySkuId === undefined ? {} : { onlySkuId: product.onlySkuId }),
})
