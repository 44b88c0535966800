import type { ProductRow } from '../../../shared/contract/goods'
import type { Language } from '../../../shared/contract/define'
import { inLanguage } from '../../../shared/domain/localized'
import { queryReadings } from '../../../shared/domain/search-tokens'
import { normaliseText } from '../../../shared/domain/search-text'
import { companyCategories } from '../../_kit/company'
import type { SkuDocument } from '../../_kit/documents/catalog'
import type { HandlerOf } from '../../_kit/handler-of'
import {
  listByBarcode,
  listGoods,
  listOffShelf,
  pageGoods,
  pageLowSkus,
} from '../../_kit/repos/goods'
import type { GoodsSummary } from '../../_kit/repos/goods'
import { listMatches } from '../../_kit/repos/search-entries'
import { grouped } from './grouped'

const pageSize = 20
/** So few pieces left are worth a warning. */
const lowStock = 5

export const listProducts: HandlerOf<'console.listProducts'> = async (
  { tab, categoryId, query, cursor },
  { language },
) => {
  const categories = await companyCategories()
  const names = new Map(categories.map(({ _id, name }) => [_id, inLanguage(name, language)]))
  const toRow = (product: GoodsSummary, low: readonly SkuDocument[] = []) =>
    toProductRow(product, names.get(product.categoryId) ?? '', low, language)

  if (query) return { products: (await findGoods(query)).map((product) => toRow(product)) }
  if (tab === 'lowStock') {
    const page = await pageLowSkus(lowStock, pageSize * 2, cursor)
    const lowOf = grouped(page.documents, ({ productId }) => productId)
    const found = await listGoods([...lowOf.keys()])
    return {
      products: [...lowOf].flatMap(([productId, low]) => {
        const product = found.get(productId)
        const isHere = categoryId === undefined || product?.categoryId === categoryId
        return product?.isListed && isHere ? [toRow(product, low)] : []
      }),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    }
  }
  const page = await pageGoods(
    {
      isListed: tab !== 'offShelf',
      categoryId,
      ...(tab === 'soldOut' ? { isSoldOut: true } : {}),
    },
    pageSize,
    cursor,
  )
  return {
    products: page.documents.map((product) => toRow(product)),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  }
}

/** By barcode first, then by words: those on the shelf through the search, the rest one by one. */
async function findGoods(query: string): Promise<GoodsSummary[]> {
  const isCode = /^[A-Za-z0-9-]{4,40}$/.test(query)
  const scanned = isCode ? await listByBarcode(query) : []
  if (scanned.length > 0)
    return [...(await listGoods(scanned.map(({ productId }) => productId))).values()]
  const [tokens] = queryReadings(query)
  const word = normaliseText(query)
  const [matches, offShelf] = await Promise.all([
    tokens ? listMatches(tokens, { limit: pageSize * 2, only: ['rank'] }) : [],
    listOffShelf(),
  ])
  const found = await listGoods(matches.map(({ _id }) => _id))
  return [
    ...matches.flatMap(({ _id }) => found.get(_id) ?? []),
    ...offShelf.filter(({ name }) =>
      [name.zh, name.en].some((text) => normaliseText(text).includes(word)),
    ),
  ]
}

const toProductRow = (
  product: GoodsSummary,
  categoryName: string,
  low: readonly SkuDocument[],
  language: Language,
): ProductRow => ({
  id: product._id,
  name: inLanguage(product.name, language),
  categoryName,
  picture: product.picture,
  plate: product.plate,
  priceFen: product.priceFen,
  isFrom: product.isFrom,
  isListed: product.isListed,
  isSoldOut: product.isSoldOut,
  soldCount: product.soldCount,
  low: low.map(({ _id, optionWords, stock }) => ({
    skuId: _id,
    options: inLanguage(optionWords, language),
    stock,
  })),
})
