import { careCollections } from './collections/care'
import { catalogCollections } from './collections/catalog'
import { ledgerCollections } from './collections/ledger'
import { loyaltyCollections } from './collections/loyalty'
import { memberCollections } from './collections/member'
import { operationCollections } from './collections/operation'
import { orderCollections } from './collections/order'
import { staffCollections } from './collections/staff'
import type { CollectionDefinition } from './collections/define'

/** Every collection once. The database, the seed, the local cloud and the deploy read it here. */
export const collectionsByName = {
  ...catalogCollections,
  ...memberCollections,
  ...orderCollections,
  ...ledgerCollections,
  ...loyaltyCollections,
  ...careCollections,
  ...staffCollections,
  ...operationCollections,
} as const

export type CollectionName = keyof typeof collectionsByName

/** The same as a list, for scripts that create collections, indexes and rules. */
export const collections = Object.values(collectionsByName).map(
  ({ name, indexes, rule }: CollectionDefinition<never, string>) => ({
    name,
    indexes: Object.entries(indexes).map(([index, keys]) => ({ name: index, keys })),
    rule,
  }),
)
