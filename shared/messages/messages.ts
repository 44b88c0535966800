import { addresses } from './addresses'
import { afterSale } from './after-sale'
import { cart } from './cart'
import { category } from './category'
import { checkout } from './checkout'
import { common } from './common'
import { company } from './company'
import { coupons } from './coupons'
import { desk } from './desk'
import { errors } from './errors'
import { favourites } from './favourites'
import { filter } from './filter'
import { flashSale } from './flash-sale'
import { freight } from './freight'
import { goods } from './goods'
import { goodsSheet } from './goods-sheet'
import { groupBuy } from './group-buy'
import { health } from './health'
import { home } from './home'
import { inbox } from './inbox'
import { me } from './me'
import { orders } from './orders'
import { poster } from './poster'
import { product } from './product'
import { productEditor } from './product-editor'
import { promotion } from './promotion'
import { reviews } from './reviews'
import { search } from './search'
import { settings } from './settings'
import { shipping } from './shipping'
import { sku } from './sku'
import { staffActions } from './staff-actions'
import { staffCare } from './staff-care'
import { staffPromotions } from './staff-promotions'
import { stock } from './stock'
import { troubles } from './troubles'
import { wallet } from './wallet'

const groups = {
  addresses,
  afterSale,
  cart,
  category,
  checkout,
  common,
  company,
  coupons,
  desk,
  errors,
  favourites,
  filter,
  flashSale,
  freight,
  goods,
  goodsSheet,
  groupBuy,
  health,
  home,
  inbox,
  me,
  orders,
  poster,
  product,
  productEditor,
  promotion,
  reviews,
  search,
  settings,
  shipping,
  sku,
  staffActions,
  staffCare,
  staffPromotions,
  stock,
  troubles,
  wallet,
}

export type MessageGroup = keyof typeof groups
/** The texts of one language by group. */
export type MessageTexts = { [G in MessageGroup]: (typeof groups)[G]['zh-CN'] }

function inLanguage(language: 'zh-CN' | 'en'): MessageTexts {
  const texts = Object.entries(groups).map(([name, group]) => [name, group[language]])
  return Object.fromEntries(texts) as MessageTexts
}

/** Every text of the interface by language and group; Chinese is the source. */
export const messages = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') }
