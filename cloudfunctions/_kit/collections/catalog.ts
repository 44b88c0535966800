import type {
  CategoryDocument,
  CompanySettings,
  FavouritesDocument,
  ProductDocument,
  SceneDocument,
  SearchEntryDocument,
  SearchWordDocument,
  SkuDocument,
  ViewsDocument,
} from '../documents/catalog'
import { collection, none } from './define'

export const catalogCollections = {
  settings: collection<CompanySettings>()('settings', none),
  categories: collection<CategoryDocument>()('categories', {
    byPosition: [
      ['position', 1],
      ['_id', 1],
    ],
  }),
  products: collection<ProductDocument>()('products', {
    categoryPosition: [
      ['categoryIds', 1],
      ['isListed', 1],
      ['position', 1],
      ['_id', 1],
    ],
    categorySales: [
      ['categoryIds', 1],
      ['isListed', 1],
      ['soldCount', -1],
      ['_id', 1],
    ],
    categoryPrice: [
      ['categoryIds', 1],
      ['isListed', 1],
      ['priceFen', 1],
      ['_id', 1],
    ],
    categoryNewest: [
      ['categoryIds', 1],
      ['isListed', 1],
      ['listedAt', -1],
      ['_id', 1],
    ],
    shelf: [
      ['isListed', 1],
      ['position', 1],
      ['_id', 1],
    ],
    soldOut: [
      ['isListed', 1],
      ['isSoldOut', 1],
      ['position', 1],
      ['_id', 1],
    ],
  }),
  searchentries: collection<SearchEntryDocument>()('searchentries', {
    token: [
      ['tokens', 1],
      ['rank', 1],
      ['_id', 1],
    ],
    rank: [
      ['rank', 1],
      ['_id', 1],
    ],
  }),
  skus: collection<SkuDocument>()('skus', {
    product: [
      ['productId', 1],
      ['position', 1],
    ],
    low: [
      ['isListed', 1],
      ['stock', 1],
      ['_id', 1],
    ],
    barcode: [['barcode', 1]],
  }),
  searchwords: collection<SearchWordDocument>()('searchwords', {
    token: [
      ['tokens', 1],
      ['language', 1],
      ['productCount', -1],
    ],
    slip: [
      ['slips', 1],
      ['productCount', -1],
    ],
  }),
  favourites: collection<FavouritesDocument>()('favourites', none),
  views: collection<ViewsDocument>()('views', {
    product: [
      ['productIds', 1],
      ['updatedAt', -1],
    ],
  }),
  scenes: collection<SceneDocument>()('scenes', none),
}
