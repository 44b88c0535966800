import type { Door, Plate } from '../../../shared/contract/catalog'
import type { Carrier } from '../../../shared/contract/console'
import type { Language } from '../../../shared/contract/define'
import type { MessageKind } from '../../../shared/contract/member'
import type { Localized } from '../../../shared/domain/localized'

/** What a message can say; a template's fields choose among these. */
export type MessageFact =
  'number' | 'goods' | 'total' | 'paidAt' | 'shippedAt' | 'carrier' | 'trackingNumber' | 'hint'

/** One subscribe-message template as the company has picked it in WeChat's console. */
export interface MessageTemplate {
  id: string
  /** Which of our facts fills which field of the template, such as `thing2: 'goods'`. */
  fields: Record<string, MessageFact>
}

/** A way in from the home page. `{count}` in the fact is the products of its category. */
export interface DoorSettings extends Omit<Door, 'title' | 'fact'> {
  title: Localized
  fact: Localized
  isOn: boolean
}

/** `settings/company`: how this company wants its mini program to be. */
export interface CompanySettings {
  _id: 'company'
  name: Localized
  hero: {
    facts: Localized[]
    link: { label: Localized; productId: string }
    alt: Localized
  }
  doors: DoorSettings[]
  season: { title: Localized; categoryId: string; productIds: string[] }
  search: { hint: Localized; hotWords: Record<Language, string[]> }
  delivery: {
    feeFen: number
    freeFromFen: number
    /** Where parcels leave from. */
    from: Localized
    /** When they leave, for orders before and after the hour of the last parcel. */
    promise: { today: Localized; tomorrow: Localized }
  }
  guarantees: Localized[]
  templates: Partial<Record<MessageKind, MessageTemplate>>
  carriers: { id: Carrier; name: Localized }[]
}

export interface CategoryDocument {
  _id: string
  name: Localized
  /** One line about the season. */
  line: Localized
  plate: Plate
  position: number
  /** Listed products in it. */
  productCount: number
}

export interface ProductDocument {
  _id: string
  categoryId: string
  name: Localized
  line: Localized
  plate: Plate
  /** Cloud file id of the small picture. */
  picture: string
  /** Cloud file ids for the gallery. */
  pictures: string[]
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
  /** All its SKUs, in the order they are shown. */
  skuIds: string[]
  /** `offerOf` its SKUs, kept here so that a grid reads products only. */
  priceFen: number
  wasFen?: number
  isFrom: boolean
  isSoldOut: boolean
  onlySkuId?: string
  /** `indexTokens` of its texts. */
  searchTokens: string[]
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
  wasFen?: number
  /** Pieces that can be bought now: held and sold ones are taken off already. */
  stock: number
  isListed: boolean
  position: number
}

/** A word customers search for, with how much it finds. */
export interface SearchWordDocument {
  _id: string
  text: string
  language: Language
  /** `indexTokens` of the text: what a beginning of it is found by. */
  tokens: string[]
  /** `fragments` of the text: what a slip of it is found by. */
  fragments: string[]
  /** Products it finds. */
  productCount: number
}
