import type {
  LeafCategoryId,
  DemoFact,
  DemoOption,
  DemoProduct,
  DemoSku,
  DemoTaste,
  Words,
} from './types'

export const w = (zh: string, en: string): Words => ({ zh, en })

/** A value of an option, with what it adds to the price and the weight of what it is chosen for. */
export interface ValueDraft {
  id: string
  name: Words
  extraFen?: number
  grams?: number
  /** This choice has a picture of its own, `<product id>.<value id>.list.webp`. */
  pictured?: boolean
}

export interface OptionDraft {
  id: string
  name: Words
  values: readonly ValueDraft[]
}

/** A gallery: the product on a clear ground, then the ones named here. */
type GalleryPicture = 'scene' | 'label' | { shared: string }

export interface ProductDraft {
  id: string
  /** Syllables of the Chinese name, with spaces. */
  pinyin: string
  name: Words
  line: Words
  story: readonly Words[]
  facts: readonly DemoFact[]
  tastes?: readonly DemoTaste[]
  gallery?: readonly GalleryPicture[]
  options?: readonly OptionDraft[]
  /** Of everything, or by value of the first option. */
  priceFen: number | Readonly<Record<string, number>>
  wasFen?: number | Readonly<Record<string, number>>
  /** Grams that every choice weighs before its values are added. */
  grams?: number
  /** Of every SKU, or one by one in the order of the options. */
  stock: number | readonly number[]
  tag?: Words
  soldCount: number
  listedDate: string
  keywords?: readonly string[]
}

const combinations = (options: readonly OptionDraft[]): ValueDraft[][] =>
  options.reduce<ValueDraft[][]>(
    (heads, option) => heads.flatMap((head) => option.values.map((value) => [...head, value])),
    [[]],
  )

const amount = (
  from: number | Readonly<Record<string, number>> | undefined,
  first: ValueDraft | undefined,
): number | undefined => (typeof from === 'number' ? from : from?.[first?.id ?? ''])

const skusOf = (draft: ProductDraft): DemoSku[] => {
  const options = draft.options ?? []
  return combinations(options).map((values, i): DemoSku => {
    const id = `${draft.id}.${values.map((value) => value.id).join('.') || 'one'}`
    const base = amount(draft.priceFen, values[0])
    const stock = typeof draft.stock === 'number' ? draft.stock : draft.stock[i]
    if (base === undefined) throw new Error(`${id} has no price`)
    if (stock === undefined) throw new Error(`${id} has no stock`)
    const extraFen = values.reduce((sum, value) => sum + (value.extraFen ?? 0), 0)
    const was = amount(draft.wasFen, values[0])
    const pictured = values.find((value) => value.pictured)
    return {
      id,
      values: Object.fromEntries(options.map((option, at) => [option.id, values[at]?.id ?? ''])),
      priceFen: base + extraFen,
      ...(was === undefined ? {} : { wasFen: was + extraFen }),
      stock,
      weightGrams: values.reduce((sum, value) => sum + (value.grams ?? 0), draft.grams ?? 0),
      ...(pictured ? { picture: `${draft.id}.${pictured.id}.list.webp` } : {}),
    }
  })
}

const plainOption = ({ id, name, values }: OptionDraft): DemoOption => ({
  id,
  name,
  values: values.map((value) => ({ id: value.id, name: value.name })),
})

/** Unfolds a draft into a product with all its SKUs; a missing price or stock throws. */
export const product = (categoryId: LeafCategoryId, draft: ProductDraft): DemoProduct => {
  const { id, name, line, story, facts, soldCount, listedDate } = draft
  const syllables = draft.pinyin.split(' ')
  return {
    id,
    categoryId,
    name,
    line,
    story,
    facts,
    tastes: draft.tastes ?? [],
    listPicture: `${id}.list.webp`,
    pictures: [
      `${id}.webp`,
      ...(draft.gallery ?? []).map((picture) =>
        typeof picture === 'string' ? `${id}.${picture}.webp` : `${picture.shared}.webp`,
      ),
    ],
    options: (draft.options ?? []).map(plainOption),
    skus: skusOf(draft),
    ...(draft.tag ? { tag: draft.tag } : {}),
    soldCount,
    listedDate,
    keywords: draft.keywords ?? [],
    pinyin: {
      syllables,
      full: syllables.join(''),
      initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    },
  }
}
