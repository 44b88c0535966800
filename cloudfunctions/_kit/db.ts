import { openCollection } from './collection'
import { collectionsByName as c } from './collections'

/** Every collection, outside transactions. */
export const db = {
  settings: openCollection(c.settings),
  categories: openCollection(c.categories),
  products: openCollection(c.products),
  skus: openCollection(c.skus),
  searchwords: openCollection(c.searchwords),
  members: openCollection(c.members),
  staff: openCollection(c.staff),
  addresses: openCollection(c.addresses),
  carts: openCollection(c.carts),
  orders: openCollection(c.orders),
  payments: openCollection(c.payments),
  refunds: openCollection(c.refunds),
  outbox: openCollection(c.outbox),
  subscriptions: openCollection(c.subscriptions),
  once: openCollection(c.once),
}
