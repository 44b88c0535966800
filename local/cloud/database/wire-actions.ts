import { randomUUID } from 'node:crypto'
import { aggregate } from './aggregate'
import type { Catalog } from './catalog'
import type { Collection } from './collection'
import { idOf } from './collection'
import type { CommitQueue } from './commit-queue'
import { parseStored, stringifyEjson } from './ejson'
import { count, find } from './find'
import type { QueryPlan } from './walk'
import { idKey } from './key-encoding'
import { compileQuery } from './matcher'
import { equalValues } from './order'
import type { PlainWrites } from './plain-writes'
import { compileProjection } from './projection'
import type { Transactions } from './transactions'
import { compileUpdate, refuseOperators, replacement, type Update } from './update'
import { fieldOf, type Doc, type Value } from './value'
import { WireError, invalidParam, requestFailed } from './wire-error'
import {
  dataOf,
  documentsOf,
  limitOf,
  offsetOf,
  orderOf,
  ownerOf,
  projectionOf,
  queryOf,
  soleId,
  stagesOf,
  transactionOf,
  type WireRequest,
  type WireResponse,
} from './wire-request'

/** What the actions work with. */
export interface WireContext {
  catalog: Catalog
  queue: CommitQueue
  writes: PlainWrites
  transactions: Transactions
  now: () => number
  report: (collection: Collection, query: Doc, plan: QueryPlan) => void
}

type Action = (request: WireRequest) => WireResponse | Promise<WireResponse>

/** The `database.*` actions of the SDK's gateway. */
export class WireActions {
  readonly #context: WireContext
  readonly #actions: ReadonlyMap<string, Action>

  constructor(context: WireContext) {
    this.#context = context
    this.#actions = new Map<string, Action>([
      ['database.getDocument', (request) => this.#getDocument(request)],
      ['database.calculateDocument', (request) => this.#calculateDocument(request)],
      ['database.insertDocument', (request) => this.#insertDocument(request)],
      ['database.modifyDocument', (request) => this.#modifyDocument(request)],
      ['database.modifyAndReturnDoc', (request) => this.#modifyAndReturnDoc(request)],
      ['database.removeDocument', (request) => this.#removeDocument(request)],
      ['database.aggregateDocuments', (request) => this.#aggregateDocuments(request)],
      ['database.addCollection', (request) => this.#addCollection(request)],
      ['database.startTransaction', (request) => this.#startTransaction(request)],
      ['database.commitTransaction', (request) => this.#commitTransaction(request)],
      ['database.abortTransaction', (request) => this.#abortTransaction(request)],
    ])
  }

  async handle(action: string, request: WireRequest): Promise<WireResponse> {
    const run = this.#actions.get(action)
    if (run === undefined) throw invalidParam(`unknown action: ${action}`)
    return run(request)
  }

  #getDocument(request: WireRequest): WireResponse {
    const { catalog, now, report } = this.#context
    const collection = catalog.get(request['collectionName'])
    const query = queryOf(request, now())
    const project = compileProjection(projectionOf(request, now()))
    const id = soleId(query)
    const offset = offsetOf(request)
    const limit = limitOf(request)
    const transaction = transactionOf(request)
    if (transaction !== undefined || id !== undefined) {
      const text = this.#byId(collection, transaction, requireId(id), project)
      const list = text === undefined || offset > 0 ? [] : [text]
      return { data: { list, limit, offset } }
    }
    const sort = orderOf(request, now())
    const { found, plan } = find(collection, { query, sort, skip: offset, limit })
    report(collection, query, plan)
    const list = found.map((row) => (project ? stringifyEjson(project(row.doc)) : row.text))
    return { data: { list, limit, offset } }
  }

  #byId(
    collection: Collection,
    transaction: string | undefined,
    id: Value,
    project: ((doc: Doc) => Doc) | undefined,
  ): string | undefined {
    const key = idKey(id)
    const text =
      transaction === undefined
        ? collection.get(key)?.text
        : this.#context.transactions.read(transaction, collection, key)
    if (text === undefined || project === undefined) return text
    return stringifyEjson(project(parseStored(text)))
  }

  #calculateDocument(request: WireRequest): WireResponse {
    const { catalog, now, report } = this.#context
    const collection = catalog.get(request['collectionName'])
    const query = queryOf(request, now())
    const { total, plan } = count(collection, query)
    report(collection, query, plan)
    return { data: { total } }
  }

  async #insertDocument(request: WireRequest): Promise<WireResponse> {
    const { catalog, writes, transactions, now } = this.#context
    const collection = catalog.get(request['collectionName'])
    const docs = documentsOf(request, now()).map((doc) => this.#withId(doc))
    const transaction = transactionOf(request)
    if (transaction === undefined) await writes.insert(collection, docs)
    else
      for (const doc of docs) {
        transactions.write(transaction, collection, idKey(idOf(doc)), (current) => {
          if (current !== undefined) throw collection.duplicate('_id_', doc)
          return doc
        })
      }
    return { data: { insertedIds: docs.map((doc) => wireId(idOf(doc))) } }
  }

  #withId(doc: Doc): Doc {
    refuseOperators(doc)
    const id = fieldOf(doc, '_id')
    if (id === undefined) return { _id: this.#newId(), ...doc }
    if (Array.isArray(id) || id instanceof RegExp)
      throw requestFailed("The '_id' value cannot be of type array or regex")
    return doc
  }

  /** 32 hex digits that begin with the time, so that new documents come after older ones. */
  #newId(): string {
    const seconds = Math.floor(this.#context.now() / 1000)
    return seconds.toString(16).padStart(8, '0') + randomUUID().replaceAll('-', '').slice(8)
  }

  async #modifyDocument(request: WireRequest): Promise<WireResponse> {
    const { catalog, writes, now } = this.#context
    const collection = catalog.get(request['collectionName'])
    const query = queryOf(request, now())
    const data = dataOf(request, now())
    const update = request['merge'] === false ? replacement(data) : compileUpdate(data)
    const upsert = request['upsert'] === true
    const transaction = transactionOf(request)
    if (transaction !== undefined) {
      const done = this.#modifyInside(transaction, collection, query, update, upsert)
      return {
        data: { updated: done.updated, upsert_id: done.upsertedId && wireId(done.upsertedId) },
      }
    }
    const { updated, upsertedId } = await writes.modify(collection, {
      query,
      update: upsert ? this.#upserting(update) : update,
      multi: request['multi'] !== false,
      upsert,
    })
    return { data: { updated, upsert_id: upsertedId && wireId(upsertedId) } }
  }

  /** An update that also gives a new document its `_id`. */
  #upserting(update: Update): Update {
    return (doc, matches) => {
      const next = update(doc, matches)
      return fieldOf(next, '_id') === undefined ? { _id: this.#newId(), ...next } : next
    }
  }

  async #modifyAndReturnDoc(request: WireRequest): Promise<WireResponse> {
    const { catalog, writes, now } = this.#context
    const collection = catalog.get(request['collectionName'])
    const query = queryOf(request, now())
    const update = compileUpdate(dataOf(request, now()))
    const transaction = transactionOf(request)
    const { updated, doc } =
      transaction === undefined
        ? await writes.modify(collection, { query, update, multi: false, upsert: false })
        : this.#modifyInside(transaction, collection, query, update, false)
    return { data: { updated, doc: doc && stringifyEjson(doc) } }
  }

  #modifyInside(
    transaction: string,
    collection: Collection,
    query: Doc,
    update: Update,
    upsert: boolean,
  ): { updated: number; upsertedId?: Value; doc?: Doc } {
    const id = requireId(soleId(query))
    let result: { updated: number; upsertedId?: Value; doc?: Doc } = { updated: 0 }
    this.#context.transactions.write(transaction, collection, idKey(id), (current) => {
      if (current === undefined && !upsert) return undefined
      const next = update(current ?? { _id: id }, compileQuery(query))
      result =
        current === undefined
          ? { updated: 0, upsertedId: id, doc: next }
          : { updated: equalValues(current, next) ? 0 : 1, doc: next }
      return next
    })
    return result
  }

  async #removeDocument(request: WireRequest): Promise<WireResponse> {
    const { catalog, writes, transactions, now } = this.#context
    const collection = catalog.get(request['collectionName'])
    const query = queryOf(request, now())
    const transaction = transactionOf(request)
    if (transaction === undefined) {
      const deleted = await writes.remove(collection, query, request['multi'] !== false)
      return { data: { deleted } }
    }
    let deleted = 0
    transactions.write(transaction, collection, idKey(requireId(soleId(query))), (current) => {
      deleted = current === undefined ? 0 : 1
      return undefined
    })
    return { data: { deleted } }
  }

  #aggregateDocuments(request: WireRequest): WireResponse {
    const { catalog, now, report } = this.#context
    const collection = catalog.get(request['collectionName'])
    const stages = stagesOf(request, now())
    const { docs, query, plan } = aggregate(collection, stages, (name) => catalog.get(name))
    report(collection, query, plan)
    return { data: { list: docs.map(stringifyEjson) } }
  }

  async #addCollection(request: WireRequest): Promise<WireResponse> {
    const { catalog, queue } = this.#context
    const name = request['collectionName']
    if (typeof name !== 'string') throw invalidParam('a collection needs a name')
    if (catalog.find(name) !== undefined)
      throw new WireError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        `[ResourceInUse.TableExist] Table exist: ${name}`,
      )
    catalog.checkName(name)
    queue.write(() => catalog.create(name))
    await queue.durable()
    return { data: {} }
  }

  #startTransaction(request: WireRequest): WireResponse {
    return { transactionId: this.#context.transactions.begin(ownerOf(request)) }
  }

  async #commitTransaction(request: WireRequest): Promise<WireResponse> {
    await this.#context.transactions.commit(transactionOf(request) ?? '')
    return {}
  }

  #abortTransaction(request: WireRequest): WireResponse {
    this.#context.transactions.abort(transactionOf(request) ?? '')
    return {}
  }
}

function requireId(id: Value | undefined): Value {
  if (id === undefined)
    throw invalidParam('a transaction takes documents by id only: use doc(id), not where()')
  return id
}

/** An id as plain JSON: text and numbers as they are, other types as Extended JSON. */
function wireId(id: Value): unknown {
  return JSON.parse(stringifyEjson(id))
}
