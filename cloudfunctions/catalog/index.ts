import { catalog } from '../../shared/contract/catalog'
import { serve } from '../_kit/serve'
import { addFavourite, listFavourites, removeFavourite } from './favourites'
import { getFilters } from './get-filters'
import { getHome } from './get-home'
import { getProduct } from './get-product'
import { getRecommendations } from './get-recommendations'
import { getSearchWords } from './get-search-words'
import { listCategories } from './list-categories'
import { listProducts } from './list-products'
import { recordView } from './record-view'
import { search } from './search'
import { getShareCode, resolveScene } from './share-code'
import { suggest } from './suggest'
import { forgetViewed, listViewed } from './viewed'

export const main = serve(catalog, {
  'catalog.getHome': getHome,
  'catalog.listCategories': listCategories,
  'catalog.listProducts': listProducts,
  'catalog.getProduct': getProduct,
  'catalog.getSearchWords': getSearchWords,
  'catalog.suggest': suggest,
  'catalog.search': search,
  'catalog.getFilters': getFilters,
  'catalog.addFavourite': addFavourite,
  'catalog.removeFavourite': removeFavourite,
  'catalog.listFavourites': listFavourites,
  'catalog.recordView': recordView,
  'catalog.listViewed': listViewed,
  'catalog.forgetViewed': forgetViewed,
  'catalog.getRecommendations': getRecommendations,
  'catalog.getShareCode': getShareCode,
  'catalog.resolveScene': resolveScene,
})
