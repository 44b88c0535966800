import type { Catalog } from './catalog'
import type { Collection } from './collection'
import type { CommitQueue } from './commit-queue'
import type { PlainWrites } from './plain-writes'
import type { Transactions } from './transactions'
import type { Doc, Value } from './value'
import type { QueryPlan } from './walk'
import { invalidParam } from './wire-error'
import { soleId } from './wire-request'

/** What the gateway's actions work with. */
export interface WireContext {
  catalog: Catalog
  queue: CommitQueue
  writes: PlainWrites
  transactions: Transactions
  now: () => number
  report: (collection: Collection, query: Doc, plan: QueryPlan) => void
}

/** The one document that a query of a transaction is about; INVALID_PARAM for any other query. */
export function idInTransaction(query: Doc): Value {
  const id = soleId(query)
  if (id === undefined)
    throw invalidParam('a transaction takes documents by id only: use doc(id), not where()')
  return id
}
