import { Aggregator } from 'mingo'
import { find, type QueryPlan, type Searchable } from './find'
import { sortFields } from './sorting'
import { isDoc, type Doc, type Value } from './value'
import { requestFailed } from './wire-error'

/** Runs an aggregation; a leading match, sort and limit are answered by the indexes. */
export function aggregate(
  collection: Searchable,
  stages: readonly Doc[],
  resolve: (name: string) => Searchable,
): { docs: Doc[]; query: Doc; plan: QueryPlan } {
  const { query, sort, limit, rest } = leading(stages)
  const { found, plan } = find(collection, { query, sort: sortFields(sort), skip: 0, limit })
  const input = found.map((row) => row.doc)
  const aggregator = new Aggregator(rest, {
    scriptEnabled: false,
    collectionResolver: (name) => {
      const all = find(resolve(name), { query: {}, sort: [], skip: 0, limit: Infinity })
      return all.found.map((row) => row.doc)
    },
  })
  try {
    return { docs: aggregator.run<Doc>(input), query, plan }
  } catch (error) {
    throw requestFailed((error as Error).message)
  }
}

interface Leading {
  query: Doc
  sort: Value | undefined
  limit: number
  rest: Doc[]
}

function leading(stages: readonly Doc[]): Leading {
  const rest = [...stages]
  const take = (name: string): Value | undefined => {
    const value = rest[0]?.[name]
    if (value !== undefined) rest.shift()
    return value
  }
  const match = take('$match')
  if (match !== undefined && !isDoc(match)) throw requestFailed('$match needs an object')
  const sort = take('$sort')
  const limit = take('$limit')
  if (limit !== undefined && (typeof limit !== 'number' || limit <= 0))
    throw requestFailed('the limit must be positive')
  return { query: match ?? {}, sort, limit: limit ?? Infinity, rest }
}
