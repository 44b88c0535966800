import type { EditedProduct, ProductForm, SkuForm } from '../../../shared/contract/goods'
import { combinationKey, combinationsOf } from '../../../shared/domain/sku-matrix'
import type { MatrixOption } from '../../../shared/domain/sku-matrix'
import type { ProductDocument, SkuDocument } from '../../_kit/documents/catalog'

/**
 * A product as the editor opens it. SKUs that are no combination of its options any more, because
 * a value was removed while pieces were left or sold, are not in the form.
 */
export function toEditedProduct(
  product: ProductDocument,
  skus: readonly SkuDocument[],
): EditedProduct {
  const shown = inMatrix(product.options, skus)
  return {
    id: product._id,
    version: product.version ?? 0,
    form: toForm(product, shown),
    skus: Object.fromEntries(
      shown.map(({ _id, stock, wasFen }) => [
        _id,
        { stock, ...(wasFen === undefined ? {} : { wasFen }) },
      ]),
    ),
    isListed: product.isListed,
    soldCount: product.soldCount,
  }
}

/** The SKUs that are combinations of these options, in the order of the combinations. */
export function inMatrix(
  options: readonly MatrixOption[],
  skus: readonly SkuDocument[],
): SkuDocument[] {
  const known = new Map<string, SkuDocument>()
  for (const sku of skus) {
    const key = combinationKey(sku.values)
    if (!known.has(key)) known.set(key, sku)
  }
  return combinationsOf(options).flatMap((values) => known.get(combinationKey(values)) ?? [])
}

const toForm = (product: ProductDocument, skus: readonly SkuDocument[]): ProductForm => ({
  name: product.name,
  line: product.line,
  categoryId: product.categoryId,
  ...(product.tag === undefined ? {} : { tag: product.tag }),
  pictures: product.pictures,
  ...(product.video === undefined ? {} : { video: product.video }),
  story: product.story,
  facts: product.facts,
  tastes: product.tastes,
  keywords: product.keywords ?? [],
  options: product.options,
  skus: skus.map((sku) => toSkuForm(sku, product)),
  ...(product.freightTemplateId === undefined
    ? {}
    : { freightTemplateId: product.freightTemplateId }),
  position: product.position,
})

const toSkuForm = (sku: SkuDocument, product: ProductDocument): SkuForm => ({
  id: sku._id,
  values: sku.values,
  priceFen: sku.priceFen,
  ...(sku.weightGrams === undefined ? {} : { weightGrams: sku.weightGrams }),
  ...(sku.barcode === undefined ? {} : { barcode: sku.barcode }),
  ...(sku.picture === product.picture ? {} : { picture: sku.picture }),
  isListed: sku.isListed,
})
