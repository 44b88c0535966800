import type { EditedProduct, ProductForm, SkuForm } from '../../../../shared/contract/goods'
import type { Localized } from '../../../../shared/domain/localized'
import { combinationKey, optionWordsOf, rowsFor } from '../../../../shared/domain/sku-matrix'
import type { MatrixOption, MatrixValues } from '../../../../shared/domain/sku-matrix'
import { fenOf, wholeOf, yuanField } from '../money-field'
import type { PriceChange } from '../price-brake'

/** One row of the matrix as it is typed. */
export interface EditorRow {
  /** Stays the same while the row is on the page. */
  key: string
  id?: string
  values: MatrixValues
  price: string
  /** What an SKU that is there costs now. */
  nowFen?: number
  weight: string
  barcode: string
  /** What a new SKU begins with; of one that is there it is only shown. */
  stock: string
  picture?: string
  wasFen?: number
  isListed: boolean
}

/** A product as it is typed; texts in both languages side by side. */
export interface EditorState {
  name: Localized
  line: Localized
  tag: Localized
  categoryId: string
  freightTemplateId: string
  keywords: string
  position: string
  pictures: string[]
  video: { src: string; poster: string } | null
  options: MatrixOption[]
  rows: EditorRow[]
  /** Rows of combinations that were removed on this page, to be given back with their ids. */
  setAside: EditorRow[]
  story: Localized[]
  facts: { name: Localized; value: Localized }[]
  tastes: { name: Localized; level: number }[]
}

const empty = (): Localized => ({ zh: '', en: '' })

/** A row for a combination that is new. */
export const blankRow = (values: MatrixValues): EditorRow => ({
  key: `new:${combinationKey(values)}`,
  values,
  price: '',
  weight: '',
  barcode: '',
  stock: '',
  isListed: true,
})

/** What the editor begins with when there is nothing yet. */
export const blankState = (): EditorState => ({
  name: empty(),
  line: empty(),
  tag: empty(),
  categoryId: '',
  freightTemplateId: '',
  keywords: '',
  position: '0',
  pictures: [],
  video: null,
  options: [],
  rows: [blankRow({})],
  setAside: [],
  story: [],
  facts: [],
  tastes: [],
})

/** A product that is there, as it can be typed on. */
export const stateOf = ({ form, skus }: EditedProduct): EditorState => ({
  name: form.name,
  line: form.line,
  tag: form.tag ?? empty(),
  categoryId: form.categoryId,
  freightTemplateId: form.freightTemplateId ?? '',
  keywords: form.keywords.join('，'),
  position: String(form.position),
  pictures: form.pictures,
  video: form.video ?? null,
  options: form.options,
  rows: rowsFor(
    form.options,
    form.skus.map((sku) => rowOf(sku, skus[sku.id ?? ''])),
    // A combination that has no SKU yet is there to be filled in, off sale until somebody says so.
    (values) => ({ ...blankRow(values), isListed: false }),
  ),
  setAside: [],
  story: form.story,
  facts: form.facts,
  tastes: form.tastes,
})

const rowOf = (sku: SkuForm, known: EditedProduct['skus'][string] | undefined): EditorRow => ({
  key: sku.id ?? `new:${combinationKey(sku.values)}`,
  ...(sku.id === undefined ? {} : { id: sku.id }),
  values: sku.values,
  price: yuanField(sku.priceFen),
  nowFen: sku.priceFen,
  weight: sku.weightGrams === undefined ? '' : String(sku.weightGrams),
  barcode: sku.barcode ?? '',
  stock: String(known?.stock ?? ''),
  ...(sku.picture === undefined ? {} : { picture: sku.picture }),
  ...(known?.wasFen === undefined ? {} : { wasFen: known.wasFen }),
  isListed: sku.isListed,
})

/** The state with other options: rows that stay keep their SKUs, rows that go are set aside. */
export function withOptions(state: EditorState, options: MatrixOption[]): EditorState {
  const known = [...state.rows, ...state.setAside]
  const rows = rowsFor(options, known, blankRow)
  const kept = new Set(rows.map(({ key }) => key))
  const setAside = known.filter(({ key, id }) => id !== undefined && !kept.has(key))
  return { ...state, options, rows, setAside }
}

/** Prices of SKUs that are there, as they are and as they would be. */
export const priceChanges = (
  { options, rows }: EditorState,
  side: 'zh' | 'en',
  only: string,
): PriceChange[] =>
  rows.flatMap(({ values, price, nowFen: beforeFen }) => {
    const afterFen = fenOf(price)
    if (beforeFen === undefined || afterFen === undefined) return []
    return [{ name: optionWordsOf(options, values)[side] || only, beforeFen, afterFen }]
  })

/** The form as the server takes it; `findProblems` has found nothing wrong with it. */
export function formOf(state: EditorState): ProductForm {
  const tag = trimmed(state.tag)
  const priceOf = (row: EditorRow) => fenOf(row.price) ?? 0
  return {
    name: trimmed(state.name),
    line: trimmed(state.line),
    categoryId: state.categoryId,
    ...(tag.zh === '' && tag.en === '' ? {} : { tag }),
    pictures: state.pictures,
    ...(state.video === null ? {} : { video: state.video }),
    story: state.story.map(trimmed),
    facts: state.facts.map(({ name, value }) => ({ name: trimmed(name), value: trimmed(value) })),
    tastes: state.tastes.map(({ name, level }) => ({ name: trimmed(name), level })),
    keywords: wordsOf(state.keywords),
    options: state.options.map((option) => ({
      ...option,
      name: trimmed(option.name),
      values: option.values.map((value) => ({ ...value, name: trimmed(value.name) })),
    })),
    skus: state.rows.map((row): SkuForm => ({
      ...(row.id === undefined ? { stock: wholeOf(row.stock) ?? 0 } : { id: row.id }),
      values: row.values,
      priceFen: priceOf(row),
      ...(row.weight === '' ? {} : { weightGrams: wholeOf(row.weight) ?? 0 }),
      ...(row.barcode === '' ? {} : { barcode: row.barcode.trim() }),
      ...(row.picture === undefined ? {} : { picture: row.picture }),
      isListed: row.isListed,
    })),
    ...(state.freightTemplateId === '' ? {} : { freightTemplateId: state.freightTemplateId }),
    position: wholeOf(state.position) ?? 0,
  }
}

const trimmed = ({ zh, en }: Localized): Localized => ({ zh: zh.trim(), en: en.trim() })

/** The words of a line that is separated by commas of any kind. */
export const wordsOf = (line: string): string[] => [
  ...new Set(
    line
      .split(/[,，、;；\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]
