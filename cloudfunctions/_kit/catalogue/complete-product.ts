import { categoryPath } from '../../../shared/domain/category-tree'
import { facetKeysOf } from '../../../shared/domain/facets'
import { offerOf } from '../../../shared/domain/offer'
import type { CategoryDocument, ProductDocument, SkuDocument } from '../documents/catalog'

/** What is worked out from the rest of a product, its category and its SKUs. */
type DerivedField =
  | 'categoryIds'
  | 'facetKeys'
  | 'priceFen'
  | 'wasFen'
  | 'wasUntil'
  | 'isFrom'
  | 'isSoldOut'
  | 'onlySkuId'
  | 'skuIds'

/** A product as somebody writes it. */
export type ProductDraft = Omit<ProductDocument, DerivedField>

/** The product with everything that follows from its SKUs and its place in the categories. */
export const completeProduct = (
  draft: ProductDraft,
  skus: readonly SkuDocument[],
  categories: readonly Pick<CategoryDocument, '_id' | 'parentId'>[],
): ProductDocument => ({
  ...draft,
  categoryIds: pathOf(categories, draft.categoryId),
  facetKeys: facetKeysOf(draft),
  skuIds: skus.map(({ _id }) => _id),
  ...offerOf(skus.map((sku) => ({ ...sku, id: sku._id }))),
})

const pathOf = (categories: readonly Pick<CategoryDocument, '_id' | 'parentId'>[], leaf: string) =>
  categoryPath(
    categories.map(({ _id, parentId }) => ({ id: _id, parentId })),
    leaf,
  )
