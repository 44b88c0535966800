import * as v from 'valibot'
import { action, detail, returns } from './define'
import { cursor, id, text } from './fields'

/** Grounds under a picture; each category has one (`--y-plate-*`). */
export type Plate = 'mist' | 'tea' | 'dusk' | 'ochre' | 'stone' | 'dye'

/** A product in a grid or list. */
export interface ProductCard {
  id: string
  name: string
  /** One line that says what it is. */
  line: string
  /** Cloud file id of the small picture. */
  picture: string
  plate: Plate
  /** The lowest price of what can be bought, integer fen. */
  priceFen: number
  /** True when other options cost more: shown as "¥58 起". */
  isFrom: boolean
  /** The former price when the price is really lower now. */
  wasFen?: number
  tag?: string
  isSoldOut: boolean
  /** The one SKU of a product without options, which a tap adds at once. */
  onlySkuId?: string
}

export interface Category {
  id: string
  name: string
  /** One line about the season. */
  line: string
  plate: Plate
  productCount: number
}

/** A way in from the home page, always with a live fact. */
export interface Door {
  id: string
  title: string
  fact: string
  /** Package path of its drawing, without theme suffix. */
  picture: string
  plate: Plate
  route: { name: 'category' | 'product' | 'search'; params: Record<string, string> }
}

export interface Home {
  company: { name: string }
  hero: { facts: string[]; link: { label: string; productId: string }; alt: string }
  doors: Door[]
  season: { title: string; categoryId: string; count: number; products: ProductCard[] }
  searchHint: string
}

interface ProductOption {
  id: string
  name: string
  values: { id: string; name: string }[]
}

export interface Sku {
  id: string
  /** Chosen value id by option id. */
  values: Record<string, string>
  priceFen: number
  wasFen?: number
  /** Pieces that can be bought now. */
  stock: number
  picture?: string
}

export interface ProductDetail {
  id: string
  name: string
  line: string
  plate: Plate
  category: { id: string; name: string }
  pictures: string[]
  options: ProductOption[]
  skus: Sku[]
  tag?: string
  /** Scales from 0 to 5, such as sweetness; empty where tasting makes no sense. */
  tastes: { name: string; level: number }[]
  facts: { name: string; value: string }[]
  story: string[]
  /** When it leaves the house, in words, and from where. */
  delivery: { from: string; promise: string }
  guarantees: string[]
  soldCount: number
  isSoldOut: boolean
  related: ProductCard[]
}

export interface ProductPage {
  products: ProductCard[]
  /** Present while there is more. */
  cursor?: string
}

const productSorts = ['default', 'sales', 'priceUp', 'priceDown', 'newest'] as const
export type ProductSort = (typeof productSorts)[number]

export const catalog = {
  'catalog.getHome': action({
    access: 'visitor',
    input: v.strictObject({}),
    output: returns<Home>(),
    errors: {},
  }),
  'catalog.listCategories': action({
    access: 'visitor',
    input: v.strictObject({}),
    output: returns<{ categories: Category[]; searchHint: string }>(),
    errors: {},
  }),
  'catalog.listProducts': action({
    access: 'visitor',
    input: v.strictObject({
      categoryId: id,
      sort: v.optional(v.picklist(productSorts), 'default'),
      cursor,
    }),
    output: returns<ProductPage>(),
    errors: { CATEGORY_NOT_FOUND: detail() },
  }),
  'catalog.getProduct': action({
    access: 'visitor',
    input: v.strictObject({ productId: id }),
    output: returns<ProductDetail>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
  'catalog.getSearchWords': action({
    access: 'visitor',
    input: v.strictObject({}),
    output: returns<{ hint: string; hotWords: string[] }>(),
    errors: {},
  }),
  'catalog.suggest': action({
    access: 'visitor',
    input: v.strictObject({ query: text(40, 1) }),
    output: returns<{ hits: ProductCard[]; words: { text: string; count: number }[] }>(),
    errors: {},
  }),
  'catalog.search': action({
    access: 'visitor',
    input: v.strictObject({
      query: text(40, 1),
      categoryId: v.optional(id),
      sort: v.optional(v.picklist(productSorts), 'default'),
      cursor,
    }),
    /** `nearest` holds words worth trying, only when nothing was found. */
    output: returns<ProductPage & { nearest: string[]; season: ProductCard[] }>(),
    errors: {},
  }),
}
