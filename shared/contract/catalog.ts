import * as v from 'valibot'
import type { Accent } from '../domain/accent'
import { action, detail, returns } from './define'
import { cursor, id, text } from './fields'
import type { BannerLink } from './layout'

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
  /** The category above it; absent at the top. */
  parentId?: string
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

/** A block of the home page with its data; old clients leave out kinds they do not know. */
export type HomeBlock =
  | { kind: 'hero'; facts: string[]; link: { label: string; productId: string }; alt: string }
  | { kind: 'doors'; doors: Door[] }
  | {
      kind: 'products'
      title: string
      /** The category they are from, with how many it has. */
      category?: { id: string; count: number }
      products: ProductCard[]
    }
  | {
      kind: 'banner'
      title: string
      line: string
      link: BannerLink
      picture?: string
      plate: Plate
    }
  | { kind: 'coupons'; title: string }
  | { kind: 'flashSale'; title: string; promotionId?: string }
  | { kind: 'groupBuy'; title: string; promotionId?: string }
  | { kind: 'recommendations'; title: string }
  | { kind: 'notice'; line: string }

export interface Home {
  company: { name: string; logo?: string; accent: Accent }
  blocks: HomeBlock[]
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
  video?: { src: string; poster: string }
  options: ProductOption[]
  skus: Sku[]
  tag?: string
  /** Scales from 0 to 5, such as sweetness; empty where tasting makes no sense. */
  tastes: { name: string; level: number }[]
  facts: { name: string; value: string }[]
  story: string[]
  /**
   * When it leaves the house, in words, and from where; for whom has an address also where to and
   * on which day it is there at the latest (`2026-04-02`, Asia/Shanghai).
   */
  delivery: { from: string; promise: string; arrival?: { province: string; date: string } }
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

/** What a list or a search shows less by. Values of one group are alternatives, groups all hold. */
const filterInput = v.optional(
  v.strictObject({
    minFen: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000))),
    maxFen: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000))),
    /** `FilterValue.key`s as `catalog.getFilters` gave them. */
    facets: v.optional(v.pipe(v.array(text(120, 1)), v.maxLength(20))),
    inStock: v.optional(v.boolean()),
  }),
)
export type ProductFilter = NonNullable<v.InferOutput<typeof filterInput>>

interface FilterValue {
  /** Opaque; sent back in `facets`. */
  key: string
  name: string
  /** Products it would leave together with what is chosen in the other groups; 0 is shown disabled. */
  count: number
}

export interface FilterGroup {
  /** `tag`, or a text that stays the same for the same option. */
  id: string
  /** Empty for `tag`: the page has a word for it. */
  name: string
  values: FilterValue[]
}

/** What a list can be filtered by, and what of it would leave how much. */
export interface Filters {
  groups: FilterGroup[]
  price: { lowestFen: number; highestFen: number }
  /** Products that pass the filter as it is. */
  count: number
  /** Products that can be bought now, among those that pass the rest of the filter. */
  inStockCount: number
  /** There are more than are counted: the numbers say "at least". */
  isPartial: boolean
}

/** A product somebody kept; one that left the shelf stays in the list, without a way to it. */
export interface Favourite {
  product: ProductCard
  isGone: boolean
  addedAt: number
}

export interface Viewed {
  product: ProductCard
  at: number
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
      filter: filterInput,
      cursor,
    }),
    output: returns<ProductPage>(),
    errors: { CATEGORY_NOT_FOUND: detail() },
  }),
  'catalog.getFilters': action({
    access: 'visitor',
    /** Of a category, of a search, or of a search in a category. */
    input: v.strictObject({
      categoryId: v.optional(id),
      query: v.optional(text(40, 1)),
      filter: filterInput,
    }),
    output: returns<Filters>(),
    errors: {},
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
      filter: filterInput,
      cursor,
    }),
    /**
     * `corrected` is what was searched for instead, when the query itself finds nothing; `nearest`
     * holds further words worth trying; `season` is there only when nothing was found at all.
     * `sortedAmong` is there when more match than are looked at: so many were sorted and filtered.
     */
    output: returns<
      ProductPage & {
        count: number
        corrected?: string
        sortedAmong?: number
        nearest: string[]
        season: ProductCard[]
      }
    >(),
    errors: {},
  }),
  'catalog.addFavourite': action({
    access: 'member',
    write: true,
    input: v.strictObject({ productId: id }),
    output: returns<{ count: number }>(),
    errors: { PRODUCT_NOT_FOUND: detail(), FAVOURITE_LIMIT: detail<{ limit: number }>() },
  }),
  'catalog.removeFavourite': action({
    access: 'member',
    write: true,
    input: v.strictObject({ productIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(100)) }),
    output: returns<{ count: number }>(),
    errors: {},
  }),
  'catalog.listFavourites': action({
    access: 'member',
    input: v.strictObject({ cursor }),
    output: returns<{ favourites: Favourite[]; count: number; cursor?: string }>(),
    errors: {},
  }),
  /** Remembers that the product was looked at; says whether it is among the favourites. */
  'catalog.recordView': action({
    access: 'member',
    write: true,
    input: v.strictObject({ productId: id }),
    output: returns<{ isFavourite: boolean }>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
  'catalog.listViewed': action({
    access: 'member',
    input: v.strictObject({ cursor }),
    output: returns<{ viewed: Viewed[]; cursor?: string }>(),
    errors: {},
  }),
  /** Forgets these products, or everything that was looked at. */
  'catalog.forgetViewed': action({
    access: 'member',
    write: true,
    input: v.strictObject({
      productIds: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(100))),
    }),
    output: returns<Record<string, never>>(),
    errors: {},
  }),
  /** What this customer may like, from what they and others looked at and bought. */
  'catalog.getRecommendations': action({
    access: 'member',
    input: v.strictObject({}),
    output: returns<{ products: ProductCard[] }>(),
    errors: {},
  }),
  /** The mini program code that leads to a product, as a file in the cloud. */
  'catalog.getShareCode': action({
    access: 'member',
    write: true,
    input: v.strictObject({ productId: id }),
    output: returns<{ codeFileId: string }>(),
    errors: { PRODUCT_NOT_FOUND: detail() },
  }),
  /** Where a scanned code leads. */
  'catalog.resolveScene': action({
    access: 'visitor',
    input: v.strictObject({ scene: v.pipe(v.string(), v.regex(/^[a-z0-9]{6,32}$/)) }),
    output: returns<{ route: 'product'; params: Record<string, string> }>(),
    errors: { SCENE_NOT_FOUND: detail() },
  }),
}
