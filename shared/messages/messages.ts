import { category } from './category'
import { common } from './common'
import { errors } from './errors'
import { home } from './home'
import { product } from './product'
import { search } from './search'
import { sku } from './sku'

/** Every text of the interface by language and group; Chinese is the source. */
export const messages = {
  'zh-CN': {
    category: category['zh-CN'],
    common: common['zh-CN'],
    errors: errors['zh-CN'],
    home: home['zh-CN'],
    product: product['zh-CN'],
    search: search['zh-CN'],
    sku: sku['zh-CN'],
  },
  en: {
    category: category.en,
    common: common.en,
    errors: errors.en,
    home: home.en,
    product: product.en,
    search: search.en,
    sku: sku.en,
  },
}

export type MessageTexts = (typeof messages)['zh-CN']
export type MessageGroup = keyof MessageTexts
