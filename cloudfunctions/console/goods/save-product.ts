import type { ProductForm } from '../../../shared/contract/goods'
import { companyCategories } from '../../_kit/company'
import { db } from '../../_kit/db'
import type { CategoryDocument, ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import type { ToldChange } from '../../_kit/documents/staff'
import { invalidInput } from '../../_kit/failure'
import type { HandlerOf } from '../../_kit/handler-of'
import { newId } from '../../_kit/ids'
import { toEditedProduct } from './edited-product'
import { isComplete } from './is-complete'
import { readSkus } from './read-skus'
import { writeProduct } from './write-product'

export const saveProduct: HandlerOf<'console.saveProduct'> = async (
  { productId: givenId, version, form },
  { memberId: staffId, now, fail, transaction, tell },
) => {
  const productId = givenId ?? newId(now)
  const categories = await companyCategories()
  if (!isLeaf(categories, form.categoryId)) fail('CATEGORY_NOT_FOUND')
  if (
    form.freightTemplateId !== undefined &&
    !(await db.freighttemplates.get(form.freightTemplateId))
  )
    fail('FREIGHT_NOT_FOUND')
  const newSkuIds = form.skus.map(() => newId(now))

  return transaction(async (tx) => {
    const before = await tx.products.get(productId)
    if (givenId !== undefined && !before) fail('PRODUCT_NOT_FOUND')
    const skus = await readSkus(tx, before)
    if (before && (before.version ?? 0) !== (version ?? 0))
      fail('PRODUCT_CHANGED', toEditedProduct(before, [...skus.values()]))
    const stranger = form.skus.findIndex(({ id }) => id !== undefined && !skus.has(id))
    if (stranger !== -1) throw invalidInput({ path: `form.skus.${stranger}.id`, reason: 'unknown' })
    const product = await writeProduct(tx, form, before, skus, {
      productId,
      categories,
      staffId,
      at: now,
      newSkuIds,
    })
    if (product.isListed && !isComplete(form)) fail('PRODUCT_INCOMPLETE')
    if (before) for (const change of changesOf(form, before, skus)) tell(change)
    return { productId, version: product.version ?? 0 }
  })
}

/** What staff may want to know later of a product that was saved again: its name and its prices. */
const changesOf = (
  { name, skus: rows }: ProductForm,
  before: ProductDocument,
  skus: ReadonlyMap<string, SkuDocument>,
): ToldChange[] => [
  ...(name.zh === before.name.zh && name.en === before.name.en
    ? []
    : [{ what: 'name' as const, from: before.name, to: name }]),
  ...rows.flatMap(({ id, priceFen }) => {
    const sku = skus.get(id ?? '')
    return !sku || sku.priceFen === priceFen
      ? []
      : [{ what: 'price' as const, part: sku.optionWords, from: sku.priceFen, to: priceFen }]
  }),
]

/** Whether products can stand in it: it is there, and none is below it. */
export const isLeaf = (
  categories: readonly CategoryDocument[],
  categoryId: ProductForm['categoryId'],
) =>
  categories.some(({ _id }) => _id === categoryId) &&
  !categories.some(({ parentId }) => parentId === categoryId)
