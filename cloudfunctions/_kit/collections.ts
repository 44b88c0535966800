import type {
  CategoryDocument,
  CompanySettings,
  ProductDocument,
  SearchWordDocument,
  SkuDocument,
} from './documents/catalog'
import type {
  AddressBookDocument,
  CartDocument,
  MemberDocument,
  StaffDocument,
  SubscriptionDocument,
} from './documents/member'
import type { OrderDocument, PaymentDocument, RefundDocument } from './documents/order'
import type { OnceDocument, OutboxDocument } from './documents/outbox'

export interface Document {
  _id: string
}

/** Fields of an index in order; 1 from small to great, -1 from great to small. */
export type IndexKeys<T> = readonly (readonly [field: keyof T & string, direction: 1 | -1])[]

/** What a client may do by itself; expressions as in WeChat's security rules. */
interface CollectionRule {
  read: boolean
  write: boolean
}

export interface CollectionDefinition<T extends Document = Document, I extends string = string> {
  readonly name: string
  readonly indexes: Readonly<Record<I, IndexKeys<T>>>
  readonly rule: CollectionRule
}

/** Clients never reach the database: everything goes through a function. */
const closed: CollectionRule = { read: false, write: false }

const collection =
  <T extends Document>() =>
  <I extends string>(
    name: string,
    indexes: Readonly<Record<I, IndexKeys<T>>>,
  ): CollectionDefinition<T, I> => ({ name, indexes, rule: closed })

const none: Readonly<Record<never, never>> = {}

/** Every collection once. The database, the seed, the local cloud and the deploy read it here. */
export const collectionsByName = {
  settings: collection<CompanySettings>()('settings', none),
  categories: collection<CategoryDocument>()('categories', {
    byPosition: [
      ['position', 1],
      ['_id', 1],
    ],
  }),
  products: collection<ProductDocument>()('products', {
    categoryPosition: [
      ['categoryId', 1],
      ['isListed', 1],
      ['position', 1],
      ['_id', 1],
    ],
    categorySales: [
      ['categoryId', 1],
      ['isListed', 1],
      ['soldCount', -1],
      ['_id', 1],
    ],
    categoryPrice: [
      ['categoryId', 1],
      ['isListed', 1],
      ['priceFen', 1],
      ['_id', 1],
    ],
    categoryNewest: [
      ['categoryId', 1],
      ['isListed', 1],
      ['listedAt', -1],
      ['_id', 1],
    ],
    search: [
      ['searchTokens', 1],
      ['position', 1],
      ['_id', 1],
    ],
  }),
  skus: collection<SkuDocument>()('skus', {
    product: [
      ['productId', 1],
      ['position', 1],
    ],
  }),
  searchwords: collection<SearchWordDocument>()('searchwords', {
    token: [
      ['tokens', 1],
      ['language', 1],
      ['productCount', -1],
    ],
    fragment: [
      ['fragments', 1],
      ['language', 1],
    ],
  }),
  members: collection<MemberDocument>()('members', none),
  staff: collection<StaffDocument>()('staff', none),
  addresses: collection<AddressBookDocument>()('addresses', none),
  carts: collection<CartDocument>()('carts', none),
  orders: collection<OrderDocument>()('orders', {
    memberPlaced: [
      ['memberId', 1],
      ['placedAt', -1],
      ['_id', -1],
    ],
    memberState: [
      ['memberId', 1],
      ['state', 1],
      ['placedAt', -1],
      ['_id', -1],
    ],
    stateDue: [
      ['state', 1],
      ['dueAt', 1],
      ['_id', 1],
    ],
    lookup: [
      ['lookup', 1],
      ['state', 1],
      ['dueAt', 1],
      ['_id', 1],
    ],
  }),
  payments: collection<PaymentDocument>()('payments', {
    stateCheck: [
      ['state', 1],
      ['checkAt', 1],
      ['_id', 1],
    ],
  }),
  refunds: collection<RefundDocument>()('refunds', none),
  outbox: collection<OutboxDocument>()('outbox', {
    stateDue: [
      ['state', 1],
      ['dueAt', 1],
      ['_id', 1],
    ],
    memberState: [
      ['memberId', 1],
      ['state', 1],
      ['dueAt', 1],
    ],
  }),
  subscriptions: collection<SubscriptionDocument>()('subscriptions', none),
  once: collection<OnceDocument>()('once', {
    created: [
      ['createdAt', 1],
      ['_id', 1],
    ],
  }),
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
