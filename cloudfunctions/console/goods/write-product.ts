import type { ProductForm, SkuForm } from '../../../shared/contract/goods'
import { categoryPath } from '../../../shared/domain/category-tree'
import { canonicalJson } from '../../../shared/domain/hash'
import { optionWordsOf } from '../../../shared/domain/sku-matrix'
import { putProduct } from '../../_kit/catalogue/put-product'
import { command } from '../../_kit/cloud'
import type { CategoryDocument, ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import type { Transaction } from '../../_kit/transaction'
import { priced, repricing } from './reprice'

type ProductDraft = Parameters<typeof putProduct>[1]

/** Who writes a product, when, and the categories as they are. */
export interface Writing {
  productId: string
  categories: readonly CategoryDocument[]
  staffId: string
  at: number
  /** Ids for SKUs that are new, one a row of the form. */
  newSkuIds: readonly string[]
}

/** `listedAt` of a product that has not been on the shelf yet. */
export const neverListed = 0

/** What the form says about one SKU, with all that a cart line shows. */
type SkuFacts = Omit<
  SkuDocument,
  '_id' | 'priceFen' | 'wasFen' | 'wasUntil' | 'priceChanges' | 'stock'
>

/**
 * Writes a product as its form says, with its SKUs and everything that follows from both. SKUs keep
 * their ids and their stock, which orders change meanwhile; those that are no combination any more
 * go off sale and are kept. `skus` are those it has, read in the same transaction.
 */
export async function writeProduct(
  tx: Transaction,
  form: ProductForm,
  before: ProductDocument | undefined,
  skus: ReadonlyMap<string, SkuDocument>,
  { productId, categories, staffId, at, newSkuIds }: Writing,
): Promise<ProductDocument> {
  const draft = draftOf(form, before, { productId, categories })
  const shared = {
    productId,
    name: form.name,
    plate: draft.plate,
    categoryIds: categoryPath(
      categories.map(({ _id, parentId }) => ({ id: _id, parentId })),
      form.categoryId,
    ),
  }
  const written: SkuDocument[] = []
  for (const [position, row] of form.skus.entries()) {
    const facts = factsOf(form, row, { ...shared, picture: row.picture ?? draft.picture, position })
    const known = row.id === undefined ? undefined : skus.get(row.id)
    written.push(
      known
        ? await changeSku(tx, known, facts, row.priceFen, at)
        : await addSku(tx, facts, row, { skuId: newSkuIds[position]!, staffId, at }),
    )
  }
  const kept = new Set(written.map(({ _id }) => _id))
  for (const sku of skus.values()) if (!kept.has(sku._id)) written.push(await takeOff(tx, sku))
  return putProduct(tx, draft, written, categories)
}

function draftOf(
  form: ProductForm,
  before: ProductDocument | undefined,
  { productId, categories }: Pick<Writing, 'productId' | 'categories'>,
): ProductDraft {
  const { skus: _skus, ...texts } = form
  const isSamePicture = before !== undefined && before.pictures[0] === form.pictures[0]
  return {
    ...(before ? carried(before, form) : { isListed: false, listedAt: neverListed, soldCount: 0 }),
    ...texts,
    _id: productId,
    plate: categories.find(({ _id }) => _id === form.categoryId)?.plate ?? 'mist',
    // Lists may have a small picture of their own; another first picture is the new one for both.
    picture: isSamePicture ? before.picture : (form.pictures[0] ?? ''),
    version: (before?.version ?? 0) + 1,
  }
}

/** What a product keeps that no form decides; a reading of the old name does not fit a new one. */
function carried(before: ProductDocument, form: ProductForm): ProductDocument {
  const { tag: _tag, video: _video, freightTemplateId: _freight, ...kept } = before
  const { wasFen: _wasFen, wasUntil: _wasUntil, onlySkuId: _onlySkuId, pinyin, ...rest } = kept
  return pinyin !== undefined && before.name.zh === form.name.zh ? { ...rest, pinyin } : rest
}

const factsOf = (
  form: ProductForm,
  row: SkuForm,
  shared: Pick<SkuFacts, 'productId' | 'name' | 'plate' | 'picture' | 'position'> & {
    categoryIds: string[]
  },
): SkuFacts => ({
  ...shared,
  optionWords: optionWordsOf(form.options, row.values),
  values: row.values,
  isListed: row.isListed,
  ...(row.weightGrams === undefined ? {} : { weightGrams: row.weightGrams }),
  ...(row.barcode === undefined ? {} : { barcode: row.barcode }),
  ...(form.freightTemplateId === undefined ? {} : { freightTemplateId: form.freightTemplateId }),
})

const optional = ['weightGrams', 'barcode', 'freightTemplateId'] as const

async function changeSku(
  tx: Transaction,
  sku: SkuDocument,
  facts: SkuFacts,
  priceFen: number,
  at: number,
): Promise<SkuDocument> {
  const isRepriced = sku.priceFen !== priceFen
  const { weightGrams: _grams, barcode: _code, freightTemplateId: _freight, ...rest } = sku
  const { wasFen: _wasFen, wasUntil: _wasUntil, ...unpriced } = rest
  const after: SkuDocument = isRepriced
    ? { ...unpriced, ...facts, ...priced(sku.priceChanges, priceFen, at) }
    : { ...rest, ...facts }
  // An SKU that stays as it is is left alone, so that its buyers are not in the way.
  if (canonicalJson(after) === canonicalJson(sku)) return sku
  const gone = optional.filter((field) => facts[field] === undefined && sku[field] !== undefined)
  await tx.skus.update(sku._id, {
    ...facts,
    // As a whole: a value of an option that is gone must not stay inside it.
    values: command.set(facts.values),
    ...Object.fromEntries(gone.map((field) => [field, command.remove()])),
    ...(isRepriced ? repricing(sku, priceFen, at) : {}),
  })
  return after
}

async function addSku(
  tx: Transaction,
  facts: SkuFacts,
  { priceFen, stock = 0 }: SkuForm,
  { skuId, staffId, at }: { skuId: string; staffId: string; at: number },
): Promise<SkuDocument> {
  const sku = { _id: skuId, ...facts, ...priced([], priceFen, at), stock }
  await tx.skus.insert(sku)
  if (stock > 0)
    await tx.stockmoves.insert({
      _id: `first:${skuId}`,
      skuId,
      productId: facts.productId,
      change: stock,
      after: stock,
      reason: 'purchase',
      note: '',
      staffId,
      at,
    })
  return sku
}

async function takeOff(tx: Transaction, sku: SkuDocument): Promise<SkuDocument> {
  if (!sku.isListed) return sku
  await tx.skus.update(sku._id, { isListed: false })
  return { ...sku, isListed: false }
}
