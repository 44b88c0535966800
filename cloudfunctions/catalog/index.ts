import { catalog } from '../../shared/contract/catalog'
import { serve } from '../_kit/serve'
import { getHome } from './get-home'
import { getProduct } from './get-product'
import { getSearchWords } from './get-search-words'
import { listCategories } from './list-categories'
import { listProducts } from './list-products'
import { search } from './search'
import { suggest } from './suggest'

export const main = serve(catalog, {
  'catalog.getHome': getHome,
  'catalog.listCategories': listCategories,
  'catalog.listProducts': listProducts,
  'catalog.getProduct': getProduct,
  'catalog.getSearchWords': getSearchWords,
  'catalog.suggest': suggest,
  'catalog.search': search,
})
