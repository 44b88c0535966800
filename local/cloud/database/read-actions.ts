import { aggregate } from './aggregate'
import type { Collection } from './collection'
import { parseStored, stringifyEjson } from './ejson'
import { count, find } from './find'
import { idKey } from './key-encoding'
import { compileProjection, type Project } from './projection'
import type { Value } from './value'
import { idInTransaction, type WireContext } from './wire-context'
import {
  limitOf,
  offsetOf,
  orderOf,
  projectionOf,
  queryOf,
  soleId,
  stagesOf,
  transactionOf,
  type WireRequest,
  type WireResponse,
} from './wire-request'

/** `database.getDocument`: documents by a query, or one by its id. */
export function getDocument(context: WireContext, request: WireRequest): WireResponse {
  const now = context.now()
  const collection = context.catalog.get(request['collectionName'])
  const query = queryOf(request, now)
  const project = compileProjection(projectionOf(request, now))
  const offset = offsetOf(request)
  const limit = limitOf(request)
  const transaction = transactionOf(request)
  const id = transaction === undefined ? soleId(query) : idInTransaction(query)
  if (id !== undefined) {
    const text = documentText(context, collection, id, transaction)
    const list = text === undefined || offset > 0 ? [] : [projected(text, project)]
    return { data: { list, limit, offset } }
  }
  const sort = orderOf(request, now)
  const { found, plan } = find(collection, { query, sort, skip: offset, limit })
  context.report(collection, query, plan)
  const list = found.map((row) => (project ? stringifyEjson(project(row.doc)) : row.text))
  return { data: { list, limit, offset } }
}

function documentText(
  { transactions }: WireContext,
  collection: Collection,
  id: Value,
  transaction: string | undefined,
): string | undefined {
  return transaction === undefined
    ? collection.get(idKey(id))?.text
    : transactions.read(transaction, collection, idKey(id))
}

function projected(text: string, project: Project | undefined): string {
  return project === undefined ? text : stringifyEjson(project(parseStored(text)))
}

/** `database.calculateDocument`: the number of documents that match. */
export function calculateDocument(context: WireContext, request: WireRequest): WireResponse {
  const collection = context.catalog.get(request['collectionName'])
  const query = queryOf(request, context.now())
  const { total, plan } = count(collection, query)
  context.report(collection, query, plan)
  return { data: { total } }
}

/** `database.aggregateDocuments`. */
export function aggregateDocuments(context: WireContext, request: WireRequest): WireResponse {
  const { catalog, now, report } = context
  const collection = catalog.get(request['collectionName'])
  const stages = stagesOf(request, now())
  const { docs, query, plan } = aggregate(collection, stages, (name) => catalog.get(name))
  report(collection, query, plan)
  return { data: { list: docs.map(stringifyEjson) } }
}
