import type { Language } from '../../shared/contract/define'
import type { OfferProduct } from '../../shared/contract/loyalty'
import { inLanguage } from '../../shared/domain/localized'
import type { SkuDocument } from '../_kit/documents/catalog'

/** An SKU as offers show it. */
export const toOfferProduct = (sku: SkuDocument, language: Language): OfferProduct => ({
  productId: sku.productId,
  skuId: sku._id,
  name: inLanguage(sku.name, language),
  options: inLanguage(sku.optionWords, language),
  picture: sku.picture,
  plate: sku.plate,
  priceFen: sku.priceFen,
})
