import { randomUUID } from 'node:crypto'
import { idOf, type Collection } from './collection'
import { stringifyEjson } from './ejson'
import { idKey } from './key-encoding'
import { compileQuery } from './matcher'
import { equalValues } from './order'
import type { Modification, Modified } from './plain-writes'
import { compileUpdate, refuseOperators, replacement, type Update } from './update'
import { fieldOf, type Doc, type Value } from './value'
import { idInTransaction, type WireContext } from './wire-context'
import { requestFailed } from './wire-error'
import {
  dataOf,
  documentsOf,
  queryOf,
  transactionOf,
  type WireRequest,
  type WireResponse,
} from './wire-request'

/** `database.insertDocument`: documents without an `_id` are given one. */
export async function insertDocument(
  { catalog, writes, transactions, now }: WireContext,
  request: WireRequest,
): Promise<WireResponse> {
  const collection = catalog.get(request['collectionName'])
  const docs = documentsOf(request, now()).map((doc) => withId(doc, now()))
  const transaction = transactionOf(request)
  if (transaction === undefined) await writes.insert(collection, docs)
  else {
    for (const doc of docs) {
      transactions.write(transaction, collection, idKey(idOf(doc)), (current) => {
        if (current !== undefined) throw collection.duplicate('_id_', doc)
        return doc
      })
    }
  }
  return { data: { insertedIds: docs.map((doc) => wireId(idOf(doc))) } }
}

/** `database.modifyDocument`: `update` changes fields, `set` puts a document in the place. */
export async function modifyDocument(
  context: WireContext,
  request: WireRequest,
): Promise<WireResponse> {
  const data = dataOf(request, context.now())
  const upsert = request['upsert'] === true
  const update = request['merge'] === false ? replacement(data) : compileUpdate(data)
  const { updated, upsertedId } = await modify(context, request, {
    query: queryOf(request, context.now()),
    update: upsert ? withNewId(update, context) : update,
    multi: request['multi'] !== false,
    upsert,
  })
  return {
    data: { updated, upsert_id: upsertedId === undefined ? undefined : wireId(upsertedId) },
  }
}

/** `database.modifyAndReturnDoc`: changes one document and gives its new version. */
export async function modifyAndReturnDoc(
  context: WireContext,
  request: WireRequest,
): Promise<WireResponse> {
  const { updated, doc } = await modify(context, request, {
    query: queryOf(request, context.now()),
    update: compileUpdate(dataOf(request, context.now())),
    multi: false,
    upsert: false,
  })
  return { data: { updated, doc: doc && stringifyEjson(doc) } }
}

async function modify(
  context: WireContext,
  request: WireRequest,
  modification: Modification,
): Promise<Modified> {
  const collection = context.catalog.get(request['collectionName'])
  const transaction = transactionOf(request)
  return transaction === undefined
    ? context.writes.modify(collection, modification)
    : modifyInside(context, transaction, collection, modification)
}

function modifyInside(
  { transactions }: WireContext,
  transaction: string,
  collection: Collection,
  { query, update, upsert }: Modification,
): Modified {
  const id = idInTransaction(query)
  let done: Modified = { updated: 0 }
  transactions.write(transaction, collection, idKey(id), (current) => {
    if (current === undefined && !upsert) return undefined
    const doc = update(current ?? { _id: id }, compileQuery(query))
    if (current === undefined) done = { updated: 0, upsertedId: id, doc }
    else done = { updated: equalValues(current, doc) ? 0 : 1, doc }
    return doc
  })
  return done
}

/** `database.removeDocument`. */
export async function removeDocument(
  { catalog, writes, transactions, now }: WireContext,
  request: WireRequest,
): Promise<WireResponse> {
  const collection = catalog.get(request['collectionName'])
  const query = queryOf(request, now())
  const transaction = transactionOf(request)
  if (transaction === undefined) {
    const deleted = await writes.remove(collection, query, request['multi'] !== false)
    return { data: { deleted } }
  }
  let deleted = 0
  transactions.write(transaction, collection, idKey(idInTransaction(query)), (current) => {
    deleted = current === undefined ? 0 : 1
    return undefined
  })
  return { data: { deleted } }
}

function withId(doc: Doc, now: number): Doc {
  refuseOperators(doc)
  const id = fieldOf(doc, '_id')
  if (id === undefined) return { _id: newId(now), ...doc }
  if (Array.isArray(id) || id instanceof RegExp)
    throw requestFailed("The '_id' value cannot be of type array or regex")
  return doc
}

/** An update that gives a new document an `_id` if nothing else does. */
function withNewId(update: Update, { now }: WireContext): Update {
  return (doc, matches) => {
    const next = update(doc, matches)
    return fieldOf(next, '_id') === undefined ? { _id: newId(now()), ...next } : next
  }
}

/** 32 hex digits that begin with the time, so that new documents come after older ones. */
function newId(now: number): string {
  const seconds = Math.floor(now / 1000)
  return seconds.toString(16).padStart(8, '0') + randomUUID().replaceAll('-', '').slice(8)
}

/** An id as plain JSON: text and numbers as they are, other types as Extended JSON. */
function wireId(id: Value): unknown {
  return JSON.parse(stringifyEjson(id))
}
