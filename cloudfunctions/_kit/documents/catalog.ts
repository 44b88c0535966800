import type { Plate } from '../../../shared/contract/catalog'
import type { Carrier } from '../../../shared/contract/carriers'
import type { Language } from '../../../shared/contract/define'
import type { MessageKind } from '../../../shared/domain/message-kinds'
import type { ModuleName, StoreSettings } from '../../../shared/contract/settings'
import type { MessageFact } from '../../../shared/domain/message-kinds'
import type { Accent } from '../../../shared/domain/accent'
import type { Transit } from '../../../shared/domain/arrival'
import type { SameCityRule } from '../../../shared/domain/delivery'
import type { PointsRule } from '../../../shared/domain/earned-points'
import type { PriceChange } from '../../../shared/domain/honest-price'
import type { Localized } from '../../../shared/domain/localized'
import type { Rating } from '../../../shared/domain/review'

/** One subscribe-message template as the company has picked it in WeChat's console. */
export interface MessageTemplate {
  id: string
  /** Which of our facts fills which field of the template, such as `thing2: 'goods'`. */
  fields: Record<string, MessageFact>
}

/** `settings/company`: how this company wants its mini program to be. */
export interface CompanySettings {
  _id: 'company'
  name: Localized
  /** Counts changes, so that two people do not undo each other's. */
  version: number
  /** Cloud file id. */
  logo?: string
  accent: Accent
  modulesOff: ModuleName[]
  /** Shown where a search found nothing. */
  season: { title: Localized; categoryId: string; productIds: string[] }
  search: { hint: Localized; hotWords: Record<Language, string[]> }
  delivery: {
    feeFen: number
    freeFromFen: number
    /** Where parcels leave from. */
    from: Localized
    /** When they leave, for orders before and after the hour of the last parcel. */
    promise: { today: Localized; tomorrow: Localized }
    /** A courier of the town; absent when there is none. */
    sameCity?: SameCityRule
    /** How long they are on the way; without it no day of arrival is promised. */
    transit?: Transit
  }
  /** What points are worth and how they are earned; absent when there are none. */
  points?: PointsRule
  /** Where orders can be picked up. */
  stores: StoreSettings[]
  guarantees: Localized[]
  templates: Partial<Record<MessageKind, MessageTemplate>>
  carriers: { id: Carrier; name: Localized }[]
}

export interface CategoryDocument {
  _id: string
  /** The category above it; absent at the top. */
  parentId?: string
  name: Localized
  /** One line about the season. */
  line: Localized
  plate: Plate
  position: number
  /** Listed products in it and below it. */
  productCount: number
}

export interface ProductDocument {
  _id: string
  /** The leaf it stands in. */
  categoryId: string
  /** The leaf and all above it: what a shelf is read by. Derived, see `catalogue/put-product`. */
  categoryIds: string[]
  name: Localized
  line: Localized
  plate: Plate
  /** Cloud file id of the small picture. */
  picture: string
  /** Cloud file ids for the gallery. */
  pictures: string[]
  /** Shown in the gallery after the first picture; plays on a tap. */
  video?: { src: string; poster: string }
  options: { id: string; name: Localized; values: { id: string; name: Localized }[] }[]
  tag?: Localized
  tastes: { name: Localized; level: number }[]
  facts: { name: Localized; value: Localized }[]
  story: Localized[]
  isListed: boolean
  /** Place in its category and everywhere the company decides the order; small is first. */
  position: number
  listedAt: number
  soldCount: number
  /** How the reviews that are shown add up; absent while there are none. */
  rating?: Rating
  /** All its SKUs, in the order they are shown. */
  skuIds: string[]
  /** The freight template of all its SKUs; without it the company's default. */
  freightTemplateId?: string
  /** Goes up with each save, so that two editors do not undo each other's work. */
  version?: number
  /** Words people search for that the name does not contain. */
  keywords?: string[]
  /** Of the Chinese name, one syllable a character, where the usual reading is not the right one. */
  pinyin?: string[]
  /** `facetKeysOf` its options and tag: what a shelf is filtered by. Derived. */
  facetKeys: string[]
  /** `offerOf` its SKUs, kept here so that a grid reads products only. */
  priceFen: number
  wasFen?: number
  /** The former price is shown until then. */
  wasUntil?: number
  isFrom: boolean
  isSoldOut: boolean
  onlySkuId?: string
}

/**
 * What a search reads of a listed product; the id is the product's. Written only by
 * `catalogue/put-product` and `outbox/refresh-offer`.
 */
export interface SearchEntryDocument {
  _id: string
  /** `indexTokens` of its texts; empty while the product is not listed. */
  tokens: string[]
  /** The product's position: among equals the company's order decides. */
  rank: number
  name: Localized
  categoryIds: string[]
  facetKeys: string[]
  priceFen: number
  isSoldOut: boolean
  soldCount: number
  listedAt: number
}

/** What is sold, with all that a cart line shows, so that a cart reads SKUs only. */
export interface SkuDocument {
  _id: string
  productId: string
  /** The product's name. */
  name: Localized
  /** The chosen options in words; empty texts when the product has none. */
  optionWords: Localized
  /** Chosen value id by option id. */
  values: Record<string, string>
  /** Cloud file id; the product's small picture when it has none of its own. */
  picture: string
  plate: Plate
  priceFen: number
  /** Only what `honestWas` says of `priceChanges`; never what somebody would like to have charged. */
  wasFen?: number
  wasUntil?: number
  /** Every price it had, oldest first, the present one last: push here whenever `priceFen` changes. */
  priceChanges?: PriceChange[]
  /** Pieces that can be bought now: held and sold ones are taken off already. */
  stock: number
  isListed: boolean
  position: number
  /** The leaf category and all above it, for what promotions apply to. */
  categoryIds?: string[]
  /** For freight by weight; without it freight counts it as nothing. */
  weightGrams?: number
  /** The freight template of its product; without it the company's default. */
  freightTemplateId?: string
  barcode?: string
}

/** A word customers search for, with how much it finds. */
export interface SearchWordDocument {
  _id: string
  text: string
  language: Language
  /** `indexTokens` of the text: what a beginning of it is found by. */
  tokens: string[]
  /** `slipKeys` of the text: what a slip of it is found by. */
  slips: string[]
  /** Products it finds. */
  productCount: number
}

/** A customer's favourites, newest first; the id is the member's. */
export interface FavouritesDocument {
  _id: string
  entries: { productId: string; addedAt: number }[]
}

/** What a customer looked at, newest first; the id is the member's. */
export interface ViewsDocument {
  _id: string
  entries: { productId: string; at: number; times: number }[]
  /** The same ids, for finding who looked at a product. */
  productIds: string[]
  updatedAt: number
}

/** Where a mini program code leads; the id is short enough for a scene. */
export interface SceneDocument {
  _id: string
  route: 'product'
  params: Record<string, string>
  /** Cloud file id of the picture of the code. */
  codeFileId: string
  createdAt: number
}
