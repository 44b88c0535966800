import type { PricingLine, PromotionRule, Scope } from '../../../shared/domain/promotion/promotion'
import { companyCategories } from '../../_kit/company'
import { db } from '../../_kit/db'
import type { SkuDocument } from '../../_kit/documents/catalog'
import { pageCategory } from '../../_kit/repos/products'
import { idsOf } from './offer-goods'

/** So many categories are looked into, and so many of their cheapest and dearest products. */
const mostCategories = 4
const mostEach = 4
const mostSkus = 30

/** One piece of an SKU as the pricing takes it. */
export const toPricingLine = (
  { _id, productId, categoryIds = [], priceFen }: SkuDocument,
  quantity: number,
): PricingLine => ({ key: _id, productId, categoryIds, quantity, priceFen })

/**
 * Goods an offer is about, by which prices are tried out: all it names, and of categories or of
 * everything the cheapest and the dearest, where a discount cuts deepest or widest.
 */
export async function readSampleGoods(scope: Scope, rule?: PromotionRule): Promise<SkuDocument[]> {
  const { productIds, categoryIds, skuIds } = idsOf(
    { ...scope, exceptProductIds: [] },
    rule?.kind === 'gift' ? undefined : rule,
  )
  const isOpen = productIds.length + categoryIds.length + skuIds.length === 0
  const shelves = isOpen
    ? (await companyCategories()).filter(({ parentId }) => parentId === undefined)
    : categoryIds.map((_id) => ({ _id }))
  const extremes = await Promise.all(
    shelves
      .slice(0, mostCategories)
      .flatMap(({ _id }) => [
        pageCategory(_id, 'priceUp', mostEach),
        pageCategory(_id, 'priceDown', mostEach),
      ]),
  )
  const products = await db.products.getMany(
    [
      ...productIds.slice(0, mostSkus),
      ...extremes.flatMap(({ documents }) => documents.map(({ _id }) => _id)),
    ],
    ['skuIds'],
  )
  const ofProducts = [...products.values()].flatMap((product) => product.skuIds)
  const skus = await db.skus.getMany([...new Set([...skuIds, ...ofProducts])].slice(0, mostSkus))
  return [...skus.values()].filter(({ isListed }) => isListed)
}
