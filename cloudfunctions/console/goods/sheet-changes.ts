import * as v from 'valibot'
import { productForm } from '../../../shared/contract/goods'
import type { ProductForm, SkuForm } from '../../../shared/contract/goods'
import type {
  SheetColumn,
  SheetProblem,
  SheetProduct,
  SheetRow,
} from '../../../shared/domain/goods-sheet'
import { combinationKey, combinationsOf } from '../../../shared/domain/sku-matrix'
import type { MatrixOption } from '../../../shared/domain/sku-matrix'
import type { CategoryDocument, ProductDocument, SkuDocument } from '../../_kit/documents/catalog'
import { inMatrix } from './edited-product'
import { isLeaf } from './save-product'

/** What is known of the products and SKUs that a sheet names. */
export interface Known {
  products: ReadonlyMap<string, ProductDocument>
  skus: ReadonlyMap<string, SkuDocument>
  categories: readonly CategoryDocument[]
}

/** What is wrong with a product of the sheet that only the database can tell. */
export function knownProblems({ productId, rows }: SheetProduct, known: Known): SheetProblem[] {
  const product = known.products.get(productId)
  const at = (row: SheetRow, column: SheetColumn, code: SheetProblem['code']): SheetProblem[] => [
    { row: row.row, column, code },
  ]
  if (productId !== '' && !product) return at(rows[0]!, 'productId', 'unknownProduct')
  const problems = rows.flatMap((row) => {
    if (row.categoryId !== '' && !isLeaf(known.categories, row.categoryId))
      return at(row, 'categoryId', 'unknownCategory')
    if (!product) return []
    const sku = known.skus.get(row.skuId)
    if (sku?.productId !== productId || inMatrix(product.options, [sku]).length === 0)
      return at(row, 'skuId', 'unknownSku')
    return sku.stock + moveOf(row) < 0 ? at(row, 'counted', 'belowZero') : []
  })
  if (product || problems.length > 0) return problems
  const form = v.safeParse(productForm, toNewForm(rows))
  if (form.success) return []
  const isOptions = v.getDotPath(form.issues[0])?.startsWith('options') ?? true
  return at(rows[0]!, isOptions ? 'options' : 'name', isOptions ? 'badOptions' : 'tooLong')
}

/** By how much a row moves the stock of the SKU it names. */
export const moveOf = ({ counted, stock }: SheetRow): number =>
  counted === undefined || stock === undefined ? 0 : counted - stock

/** Whether a row says anything else than what is there, leaving the stock aside. */
export function differs(row: SheetRow, product: ProductDocument, sku: SkuDocument): boolean {
  const says = <T>(said: T | undefined, is: T | undefined) =>
    said !== undefined && said !== '' && said !== is
  return (
    says(row.name.zh, product.name.zh) ||
    says(row.name.en, product.name.en) ||
    says(row.line.zh, product.line.zh) ||
    says(row.line.en, product.line.en) ||
    says(row.categoryId, product.categoryId) ||
    says(row.priceFen, sku.priceFen) ||
    says(row.weightGrams, sku.weightGrams) ||
    says(row.barcode, sku.barcode) ||
    says(row.isListed, sku.isListed)
  )
}

/** The form with what the rows say; what they leave empty stays. */
export function withRows(form: ProductForm, rows: readonly SheetRow[]): ProductForm {
  const rowOf = new Map(rows.map((row) => [row.skuId, row]))
  return {
    ...form,
    ...productWords(rows, form),
    skus: form.skus.map((sku) => {
      const row = rowOf.get(sku.id ?? '')
      return row ? { ...sku, ...skuFacts(row) } : sku
    }),
  }
}

/** What the rows say of the whole product; rows that say anything say the same. */
function productWords(
  rows: readonly SheetRow[],
  before: Pick<ProductForm, 'name' | 'line' | 'categoryId'>,
) {
  const said = (textOf: (row: SheetRow) => string, otherwise: string) =>
    rows.map(textOf).find((text) => text !== '') ?? otherwise
  return {
    name: {
      zh: said(({ name }) => name.zh, before.name.zh),
      en: said(({ name }) => name.en, before.name.en),
    },
    line: {
      zh: said(({ line }) => line.zh, before.line.zh),
      en: said(({ line }) => line.en, before.line.en),
    },
    categoryId: said(({ categoryId }) => categoryId, before.categoryId),
  }
}

const skuFacts = ({ priceFen, weightGrams, barcode, isListed }: SheetRow): Partial<SkuForm> => ({
  ...(priceFen === undefined ? {} : { priceFen }),
  ...(weightGrams === undefined ? {} : { weightGrams }),
  ...(barcode === '' ? {} : { barcode }),
  ...(isListed === undefined ? {} : { isListed }),
})

/** A product the sheet brings: off the shelf, without pictures, with its options as written. */
export function toNewForm(rows: readonly SheetRow[]): ProductForm {
  const first = rows[0]!
  const options = optionsOf(rows)
  const skus = rows.map((row): SkuForm => ({
    values: valuesOf(row, options),
    priceFen: row.priceFen ?? 0,
    isListed: true,
    stock: row.counted ?? row.stock ?? 0,
    ...skuFacts(row),
  }))
  const written = new Set(skus.map(({ values }) => combinationKey(values)))
  // Combinations the sheet leaves out are there, but not on sale.
  const others = combinationsOf(options)
    .filter((values) => !written.has(combinationKey(values)))
    .map((values): SkuForm => ({
      values,
      priceFen: first.priceFen ?? 0,
      isListed: false,
      stock: 0,
    }))
  return {
    ...productWords(rows, first),
    pictures: [],
    story: [],
    facts: [],
    tastes: [],
    keywords: [],
    options,
    skus: [...skus, ...others],
    position: 0,
  }
}

const optionsOf = (rows: readonly SheetRow[]): MatrixOption[] =>
  rows[0]!.options.zh.map(({ option }, index) => ({
    id: `o${index + 1}`,
    name: { zh: option, en: rows[0]!.options.en[index]?.option ?? '' },
    values: [
      ...new Map(
        rows.map(({ options }) => [options.zh[index]?.value ?? '', options.en[index]?.value ?? '']),
      ),
    ].map(([zh, en], place) => ({ id: `v${place + 1}`, name: { zh, en } })),
  }))

const valuesOf = ({ options }: SheetRow, all: readonly MatrixOption[]): Record<string, string> =>
  Object.fromEntries(
    all.map(({ id, values }, index) => [
      id,
      values.find(({ name }) => name.zh === options.zh[index]?.value)?.id ?? '',
    ]),
  )
