import type { Language } from '../../../shared/contract/define'
import { writeCsv, writeCsvRows } from '../../../shared/domain/csv'
import { optionsCell, sheetHeading, toCells } from '../../../shared/domain/goods-sheet'
import { yuan } from '../../../shared/domain/money'
import type { ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import type { HandlerOf } from '../../_kit/handler-of'
import { listSkusOf, pageAllGoods } from '../../_kit/repos/goods'
import { inMatrix } from './edited-product'
import { grouped } from './grouped'

/** So many that their SKUs, 60 each at the most, come in one read. */
const pageSize = 16

/** First what is on the shelf, then what is off it; the cursor says where it is by its beginning. */
export const exportProducts: HandlerOf<'console.exportProducts'> = async (
  { cursor },
  { language },
) => {
  const isListed = !cursor?.startsWith('off_')
  const place = cursor?.replace(/^(?:on|off)_/, '') || undefined
  const page = await pageAllGoods(isListed, pageSize, place)
  const skus = grouped(
    await listSkusOf(page.documents.map(({ _id }) => _id)),
    ({ productId }) => productId,
  )
  const rows = page.documents.flatMap((product) =>
    inMatrix(product.options, skus.get(product._id) ?? []).map((sku) =>
      rowOf(product, sku, language),
    ),
  )
  const shelf = isListed ? 'on' : 'off'
  const next = page.cursor !== undefined ? `${shelf}_${page.cursor}` : isListed ? 'off_' : undefined
  return {
    csv:
      cursor === undefined
        ? writeCsv([sheetHeading(language === 'en' ? 'en' : 'zh'), ...rows])
        : writeCsvRows(rows),
    count: rows.length,
    ...(next === undefined ? {} : { cursor: next }),
  }
}

function rowOf(product: ProductDocument, sku: SkuDocument, language: Language): string[] {
  const chosen = (side: 'zh' | 'en') =>
    optionsCell(
      product.options.flatMap(({ id, name, values }) => {
        const value = values.find((each) => each.id === sku.values[id])
        return value ? [{ option: name[side], value: value.name[side] }] : []
      }),
    )
  const [yes, no] = language === 'en' ? ['yes', 'no'] : ['是', '否']
  return toCells({
    productId: product._id,
    skuId: sku._id,
    name: product.name.zh,
    nameEn: product.name.en,
    line: product.line.zh,
    lineEn: product.line.en,
    categoryId: product.categoryId,
    options: chosen('zh'),
    optionsEn: chosen('en'),
    price: yuan(sku.priceFen),
    weight: sku.weightGrams === undefined ? '' : String(sku.weightGrams),
    barcode: sku.barcode ?? '',
    stock: String(sku.stock),
    isListed: sku.isListed ? yes! : no!,
  })
}
