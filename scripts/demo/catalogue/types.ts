/** The demo company as plain data: what the seed turns into documents of the database. */

/** The same words in the two languages of the interface. */
export interface Words {
  zh: string
  en: string
}

/** Tinted ground under a drawing: `--y-plate-*` of the design tokens. */
type Plate = 'mist' | 'tea' | 'dusk' | 'ochre' | 'stone' | 'dye'

/** The shelves on top; each has some below it. */
export type TopCategoryId = 'tea' | 'coffee' | 'ware' | 'snacks' | 'pantry' | 'gifts'

export type LeafCategoryId =
  | 'tea-green'
  | 'tea-oolong'
  | 'tea-dark'
  | 'tea-scented'
  | 'coffee-beans'
  | 'coffee-quick'
  | 'ware-tea'
  | 'ware-coffee'
  | 'ware-carry'
  | 'snacks-pastry'
  | 'snacks-sweet'
  | 'snacks-fruit'
  | 'pantry-honey'
  | 'pantry-dried'
  | 'pantry-cooking'
  | 'gifts-tea'
  | 'gifts-table'
  | 'gifts-season'

type CategoryId = TopCategoryId | LeafCategoryId

export interface DemoCategory {
  id: CategoryId
  /** Absent on top. */
  parentId?: TopCategoryId
  name: Words
  /** One line about this season. */
  line: Words
  plate: Plate
}

interface DemoOptionValue {
  id: string
  name: Words
}

export interface DemoOption {
  id: string
  name: Words
  values: readonly DemoOptionValue[]
}

export interface DemoSku {
  /** `<product id>.<value id>.<value id>`, or `<product id>.one` without options. */
  id: string
  /** Value id by option id, for every option of the product. */
  values: Readonly<Record<string, string>>
  priceFen: number
  /** What it really cost before, always higher than `priceFen`. */
  wasFen?: number
  /** Pieces on the shelf; 0 is sold out. */
  stock: number
  /** With its packing, as it is shipped. */
  weightGrams: number
  /** File in `pictures/`, where this choice looks different from the product's own picture. */
  picture?: string
}

export interface DemoFact {
  name: Words
  value: Words
}

export interface DemoTaste {
  name: Words
  /** Whole steps from 0 to 5. */
  level: number
}

export interface DemoProduct {
  id: string
  categoryId: LeafCategoryId
  name: Words
  line: Words
  /** Paragraphs of the description. */
  story: readonly Words[]
  facts: readonly DemoFact[]
  /** Four scales, or none where tasting makes no sense. */
  tastes: readonly DemoTaste[]
  /** File in `pictures/`, 300 px square on a clear ground. */
  listPicture: string
  /** Files in `pictures/`, one to four; the first is on a clear ground, the others fill the square. */
  pictures: readonly string[]
  options: readonly DemoOption[]
  /** Every combination of the options; the first is the one chosen to begin with. */
  skus: readonly DemoSku[]
  /** A fact about this batch, such as 明前. */
  tag?: Words
  soldCount: number
  /** Day on which it came onto the shelf, `YYYY-MM-DD`. */
  listedDate: string
  /** Words people search for that the name does not contain. */
  keywords: readonly string[]
  /** The Chinese name in letters: `guyuqing`, `gyq`, and one syllable a character. */
  pinyin: { full: string; initials: string; syllables: readonly string[] }
}

/** A way in from the home page into the shop. */
interface DemoDoor {
  id: string
  title: Words
  fact: Words
  /** Path inside the mini program's package. */
  picture: string
  plate: Plate
  categoryId: CategoryId
}

export interface DemoHome {
  hero: {
    /** Place, height and this morning's weather, as staff write them. */
    facts: readonly Words[]
    link: { label: Words; productId: string }
    /** What the lettering in the picture says. */
    alt: Words
  }
  /** The first is wide, the others stand in pairs. */
  doors: readonly DemoDoor[]
  season: { title: Words; categoryId: CategoryId; productIds: readonly string[] }
}

export interface DemoSearch {
  /** What the empty field proposes. */
  hint: Words
  hotWords: readonly Words[]
}

export interface DemoCompany {
  name: Words
  delivery: { from: Words; promise: Words; freeFromFen: number; feeFen: number }
  guarantees: readonly Words[]
}

export interface DemoCatalogue {
  company: DemoCompany
  categories: readonly DemoCategory[]
  products: readonly DemoProduct[]
  home: DemoHome
  search: DemoSearch
}
