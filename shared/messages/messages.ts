import { addresses } from './addresses'
import { cart } from './cart'
import { category } from './category'
import { checkout } from './checkout'
import { common } from './common'
import { errors } from './errors'
import { home } from './home'
import { me } from './me'
import { orders } from './orders'
import { product } from './product'
import { search } from './search'
import { settings } from './settings'
import { shipping } from './shipping'
import { sku } from './sku'

const groups = {
  addresses,
  cart,
  category,
  checkout,
  common,
  errors,
  home,
  me,
  orders,
  product,
  search,
  settings,
  shipping,
  sku,
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
