import type { Iterator } from 'mingo/lazy'
import type { AnyObject, Options } from 'mingo/types'
import { expressionTest, mingoOptions } from './expression'
import { find } from './find'
import { geoNearStage } from './geo-near-stage'
import { lookupStage } from './lookup-stage'
import { compileQuery } from './matcher'
import { mingo } from './mingo'
import { sortFields } from './sorting'
import { isDoc, type Doc, type Value } from './value'
import type { QueryPlan, Searchable } from './walk'
import { requestFailed } from './wire-error'

/** What an aggregation gives, and how its first stages were answered. */
export interface Aggregated {
  docs: Doc[]
  query: Doc
  plan: QueryPlan
}

/** The stages of WeChat's aggregations; those that write are not among them. */
const knownStages = new Set(
  (
    '$addFields $bucket $bucketAuto $count $geoNear $group $limit $lookup $match $project ' +
    '$replaceRoot $sample $skip $sort $sortByCount $unwind'
  ).split(' '),
)

/**
 * Runs an aggregation. A leading match, sort and limit, and the joins of a lookup, are answered by
 * the indexes. Throws DATABASE_REQUEST_FAILED for a stage or an operator that is not known.
 */
export function aggregate(
  collection: Searchable,
  stages: readonly Doc[],
  resolve: (name: string) => Searchable,
): Aggregated {
  refuseUnknown(stages)
  const { docs, query, plan, rest } = leadingStages(collection, stages)
  if (rest.length === 0) return { docs, query, plan }
  const options = mingoOptions({
    stages: { $match: matchStage, $lookup: lookupStage(resolve) },
    collectionResolver: (name) => everything(resolve(name)),
  })
  const { Aggregator } = mingo().aggregator
  const aggregator = new Aggregator(rest, options)
  try {
    return { docs: aggregator.run<Doc>(docs), query, plan }
  } catch (error) {
    throw requestFailed((error as Error).message)
  }
}

function refuseUnknown(stages: readonly Doc[]): void {
  const unknown = stages
    .flatMap((stage) => Object.keys(stage))
    .find((name) => !knownStages.has(name))
  if (unknown !== undefined) throw requestFailed(`Unrecognized pipeline stage name: '${unknown}'`)
}

function leadingStages(
  collection: Searchable,
  stages: readonly Doc[],
): Aggregated & { rest: Doc[] } {
  const rest = [...stages]
  const take = (name: string): Value | undefined => {
    const value = rest[0]?.[name]
    if (value !== undefined) rest.shift()
    return value
  }
  const geoNear = take('$geoNear')
  if (geoNear !== undefined) return { ...geoNearStage(collection, geoNear), rest }
  const match = take('$match')
  if (match !== undefined && !isDoc(match)) throw requestFailed('$match needs an object')
  const query = match ?? {}
  const sort = sortFields(take('$sort'))
  const limit = take('$limit') ?? Infinity
  if (typeof limit !== 'number' || limit <= 0) throw requestFailed('the limit must be positive')
  const { found, plan } = find(collection, { query, sort, skip: 0, limit })
  return { docs: found.map((row) => row.doc), query, plan, rest }
}

function everything(collection: Searchable): Doc[] {
  const { found } = find(collection, { query: {}, sort: [], skip: 0, limit: Infinity })
  return found.map((row) => row.doc)
}

/** A later match, which may use the variables of a lookup. */
function matchStage(documents: Iterator, query: AnyObject, options: Options): Iterator {
  const matches = compileQuery(query as Doc, (expression) => expressionTest(expression, options))
  return documents.filter((doc) => matches(doc as Doc))
}
