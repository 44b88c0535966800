import type { ProductCard } from '../../shared/contract/catalog'
import type { Language } from '../../shared/contract/define'
import { inLanguage } from '../../shared/domain/localized'
import type { ProductSummary } from '../_kit/repos/products'

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
  ...(product.wasFen === undefined ? {} : { wasFen: product.wasFen }),
  ...(product.tag === undefined ? {} : { tag: inLanguage(product.tag, language) }),
  ...(product.onlySkuId === undefined ? {} : { onlySkuId: product.onlySkuId }),
})
