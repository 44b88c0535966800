import type { Localized } from './localized'

/** The columns of the sheet of products, one row an SKU, in their order. */
export const sheetColumns = [
  'productId',
  'skuId',
  'name',
  'nameEn',
  'line',
  'lineEn',
  'categoryId',
  'options',
  'optionsEn',
  'price',
  'weight',
  'barcode',
  'stock',
  'counted',
  'isListed',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

const headings: Record<SheetColumn, Localized> = {
  productId: { zh: '商品编号', en: 'Product id' },
  skuId: { zh: '规格编号', en: 'SKU id' },
  name: { zh: '名称', en: 'Name (Chinese)' },
  nameEn: { zh: '英文名称', en: 'Name (English)' },
  line: { zh: '一句话', en: 'Line (Chinese)' },
  lineEn: { zh: '英文一句话', en: 'Line (English)' },
  categoryId: { zh: '分类编号', en: 'Category id' },
  options: { zh: '规格', en: 'Options (Chinese)' },
  optionsEn: { zh: '英文规格', en: 'Options (English)' },
  price: { zh: '价格（元）', en: 'Price (yuan)' },
  weight: { zh: '重量（克）', en: 'Weight (g)' },
  barcode: { zh: '条码', en: 'Barcode' },
  stock: { zh: '导出时库存', en: 'Stock when exported' },
  counted: { zh: '盘点数', en: 'Counted' },
  isListed: { zh: '在售', en: 'On sale' },
}

/** Rows one sheet may have below its heading. */
export const mostSheetRows = 2000

/** What is wrong in one place of a sheet; `row` is the number the spreadsheet shows. */
export interface SheetProblem {
  row: number
  column?: SheetColumn
  code:
    | 'required'
    | 'tooLong'
    | 'notANumber'
    | 'notYesNo'
    | 'badOptions'
    | 'badBarcode'
    | 'stockMissing'
    | 'skuMissing'
    | 'twice'
    | 'tooManySkus'
    | 'differs'
    | 'contradicts'
    | 'unknownProduct'
    | 'unknownSku'
    | 'unknownCategory'
    | 'belowZero'
  /** The row of the same product that `contradicts` is about. */
  earlier?: number
}

interface SheetOption {
  option: string
  value: string
}

/** One row as it was meant; a text that was left empty changes nothing. */
export interface SheetRow {
  row: number
  productId: string
  skuId: string
  name: Localized
  line: Localized
  categoryId: string
  options: { zh: SheetOption[]; en: SheetOption[] }
  priceFen?: number
  weightGrams?: number
  barcode: string
  /** What the sheet was exported with, and what was counted since. */
  stock?: number
  counted?: number
  isListed?: boolean
}

/** Rows of one product: one that is there, or a new one whose rows follow each other. */
export interface SheetProduct {
  productId: string
  rows: SheetRow[]
}

export interface Sheet {
  products: SheetProduct[]
  rows: number
  problems: SheetProblem[]
}

/** The first row of a sheet, in the reader's language. */
export const sheetHeading = (language: 'zh' | 'en'): string[] =>
  sheetColumns.map((column) => headings[column][language])

/** An SKU as a row of the sheet. */
export const toCells = (cells: Partial<Record<SheetColumn, string>>): string[] =>
  sheetColumns.map((column) => cells[column] ?? '')

/** Options as a cell: "重量=50 克；包装=罐装". */
export const optionsCell = (options: readonly SheetOption[]): string =>
  options.map(({ option, value }) => `${option}=${value}`).join('；')

/**
 * What a sheet says, with everything that is wrong in it as far as the sheet alone can tell; a
 * product with a problem is left out. Undefined when its first row is no heading of ours: columns
 * may come in any order, in either language, and all but the name and the price may be missing.
 */
export function readSheet(cells: readonly (readonly string[])[]): Sheet | undefined {
  const [first, ...rest] = cells
  const places = first && placesOf(first)
  if (!places) return undefined
  const problems: SheetProblem[] = []
  const rows = rest.flatMap((row, index) => {
    if (row.every((text) => text.trim() === '')) return []
    return [readRow(row, places, index + 2, problems)]
  })
  const products = groupRows(rows)
  for (const product of products) checkProduct(product, problems)
  const wrong = new Set(problems.map(({ row }) => row))
  return {
    products: products.filter((product) => !product.rows.some(({ row }) => wrong.has(row))),
    rows: rows.length,
    problems: oncePerCell(problems).sort((a, b) => a.row - b.row),
  }
}

/** A cell that cannot be read is not also missing. */
const oncePerCell = (problems: readonly SheetProblem[]): SheetProblem[] =>
  [
    ...new Map(
      [...problems].reverse().map((problem) => [`${problem.row} ${problem.column ?? ''}`, problem]),
    ).values(),
  ].reverse()

type Places = Partial<Record<SheetColumn, number>>

function placesOf(heading: readonly string[]): Places | undefined {
  const places: Places = {}
  heading.forEach((text, index) => {
    const word = text.trim().toLowerCase()
    const column = sheetColumns.find(
      (name) => headings[name].zh === word || headings[name].en.toLowerCase() === word,
    )
    if (column !== undefined && places[column] === undefined) places[column] = index
  })
  const isOurs = places.price !== undefined && (places.name ?? places.skuId) !== undefined
  return isOurs ? places : undefined
}

function readRow(
  cells: readonly string[],
  places: Places,
  row: number,
  problems: SheetProblem[],
): SheetRow {
  const wrong = (column: SheetColumn, code: SheetProblem['code']) =>
    void problems.push({ row, column, code })
  const text = (column: SheetColumn, maximum: number) => {
    const place = places[column]
    const found = place === undefined ? '' : (cells[place] ?? '').trim()
    if (found.length > maximum) wrong(column, 'tooLong')
    return found
  }
  /** A whole number of the smallest unit, such as fen: `decimals` places may follow the point. */
  const amount = (column: SheetColumn, decimals: 0 | 2, maximum: number) => {
    const found = text(column, 20).replace(/^¥/, '').replace(/,/g, '')
    if (found === '') return undefined
    const pattern = decimals === 0 ? /^\d+(?:\.0+)?$/ : /^\d+(?:\.\d{1,2})?$/
    const value = pattern.test(found) ? Math.round(Number(found) * 10 ** decimals) : NaN
    if (value >= 0 && value <= maximum) return value
    return void wrong(column, 'notANumber')
  }
  const options = (column: 'options' | 'optionsEn') => {
    const found = readOptions(text(column, 200))
    if (!found) wrong(column, 'badOptions')
    return found ?? []
  }
  const yesNo = () => {
    const found = text('isListed', 10).toLowerCase()
    if (found === '') return undefined
    if (['是', 'yes', 'y', 'true', '1'].includes(found)) return true
    if (['否', 'no', 'n', 'false', '0'].includes(found)) return false
    return void wrong('isListed', 'notYesNo')
  }
  const barcode = text('barcode', 40)
  if (barcode !== '' && !/^[A-Za-z0-9-]{4,40}$/.test(barcode)) wrong('barcode', 'badBarcode')
  const priceFen = amount('price', 2, 100_000_000)
  if (priceFen === 0) wrong('price', 'notANumber')
  const weightGrams = amount('weight', 0, 1_000_000)
  const stock = amount('stock', 0, 1_000_000)
  const counted = amount('counted', 0, 1_000_000)
  const isListed = yesNo()
  return {
    row,
    productId: text('productId', 80),
    skuId: text('skuId', 80),
    name: { zh: text('name', 40), en: text('nameEn', 120) },
    line: { zh: text('line', 60), en: text('lineEn', 180) },
    categoryId: text('categoryId', 80),
    options: { zh: options('options'), en: options('optionsEn') },
    barcode,
    ...(priceFen === undefined ? {} : { priceFen }),
    ...(weightGrams === undefined ? {} : { weightGrams }),
    ...(stock === undefined ? {} : { stock }),
    ...(counted === undefined ? {} : { counted }),
    ...(isListed === undefined ? {} : { isListed }),
  }
}

function readOptions(cell: string): SheetOption[] | undefined {
  const parts = cell.split(/[；;]/).filter((part) => part.trim() !== '')
  const found = parts.map((part) => {
    const [option = '', ...value] = part.split(/[=＝]/)
    return { option: option.trim(), value: value.join('=').trim() }
  })
  const isWhole = found.every(({ option, value }) => option !== '' && value !== '')
  return isWhole && found.length <= 3 ? found : undefined
}

/** Rows of one product belong together wherever they stand; new ones by name, one after another. */
function groupRows(rows: readonly SheetRow[]): SheetProduct[] {
  const known = new Map<string, SheetProduct>()
  const products: SheetProduct[] = []
  let last: SheetProduct | undefined
  for (const row of rows) {
    const key = row.productId || row.skuId
    const open = row.productId
      ? known.get(row.productId)
      : !row.skuId && last?.productId === '' && last.rows[0]!.name.zh === row.name.zh
        ? last
        : undefined
    last = open ?? { productId: row.productId, rows: [] }
    last.rows.push(row)
    if (open) continue
    products.push(last)
    if (key) known.set(key, last)
  }
  return products
}

function checkProduct({ productId, rows }: SheetProduct, problems: SheetProblem[]): void {
  const met = new Set<string>()
  for (const row of rows) {
    const wrong = (column: SheetColumn, code: SheetProblem['code']) =>
      void problems.push({ row: row.row, column, code })
    if (row.counted !== undefined && row.stock === undefined && row.skuId !== '')
      wrong('stock', 'stockMissing')
    if (productId !== '' && row.skuId === '') wrong('skuId', 'skuMissing')
    if (row.skuId !== '' && productId === '') wrong('productId', 'required')
    const key = row.skuId || optionsCell(row.options.zh)
    if (met.has(key)) wrong(row.skuId ? 'skuId' : 'options', 'twice')
    met.add(key)
    if (productId === '' && row.skuId === '') checkNew(row, rows[0]!, wrong)
  }
  problems.push(...contradictions(rows, productId === ''))
  if (rows.length > 60) problems.push({ row: rows[60]!.row, code: 'tooManySkus' })
}

function checkNew(
  row: SheetRow,
  first: SheetRow,
  wrong: (column: SheetColumn, code: SheetProblem['code']) => void,
): void {
  if (row.name.zh === '') wrong('name', 'required')
  if (row.name.en === '' && row === first) wrong('nameEn', 'required')
  if (row.categoryId === '' && row === first) wrong('categoryId', 'required')
  if (row.priceFen === undefined) wrong('price', 'required')
  const names = (options: readonly SheetOption[]) => options.map(({ option }) => option).join('\n')
  if (names(row.options.zh) !== names(first.options.zh)) wrong('options', 'differs')
  if (row.options.en.length !== row.options.zh.length) wrong('optionsEn', 'differs')
}

/** What is said of a whole product on each of its rows; one that is empty says nothing. */
const productTexts: readonly [SheetColumn, (row: SheetRow) => string][] = [
  ['name', ({ name }) => name.zh],
  ['nameEn', ({ name }) => name.en],
  ['line', ({ line }) => line.zh],
  ['lineEn', ({ line }) => line.en],
  ['categoryId', ({ categoryId }) => categoryId],
]

/** Rows that say something else of their product, or in English, than an earlier one. */
function contradictions(rows: readonly SheetRow[], isNew: boolean): SheetProblem[] {
  const said = new Map<string, { text: string; row: number }>()
  return rows.flatMap((words) => {
    const { row, options } = words
    const against = (column: SheetColumn, about: string, text: string): SheetProblem[] => {
      const before = said.get(about)
      if (text !== '' && !before) said.set(about, { text, row })
      if (text === '' || !before || before.text === text) return []
      return [{ row, column, code: 'contradicts', earlier: before.row }]
    }
    return [
      ...productTexts.flatMap(([column, textOf]) => against(column, column, textOf(words))),
      // The options of a product that is there are not read.
      ...(isNew ? englishWords(options) : [])
        .flatMap(([about, text]) => against('optionsEn', about, text))
        .slice(0, 1),
    ]
  })
}

/** What each option and each of its values is in English. */
const englishWords = ({ zh, en }: SheetRow['options']): [about: string, text: string][] =>
  zh.flatMap(({ option, value }, index): [string, string][] => [
    [`${index}\n${option}`, en[index]?.option ?? ''],
    [`${index}\n${option}\n${value}`, en[index]?.value ?? ''],
  ])
