import { DocumentTable, type Stored } from './document-table'
import { parseStored, stringifyEjson } from './ejson'
import type { Searchable } from './walk'
import { keyText, type IndexSpec } from './index-keys'
import { IndexTable } from './index-table'
import type { KeyTable } from './key-table'
import { pathValues } from './paths'
import type { Sql } from './sql'
import { fieldOf, type Doc, type Value } from './value'
import { requestFailed, type WireError } from './wire-error'

/** What becomes of one document: it is made, changed or removed. */
export interface Change {
  collection: Collection
  /** The key of its `_id`. */
  id: Buffer
  before: (Stored & { doc: Doc }) | undefined
  after: Doc | undefined
}

/** What a change means for one index. */
interface KeyChange {
  index: IndexTable
  removed: Buffer[]
  added: Buffer[]
  /** The index's paths at which the new document has arrays. */
  arrays: string[]
}

/** A change with all that has to be written for it. */
export interface KeyedChange extends Change {
  keys: KeyChange[]
  /** The new document as it is stored; undefined if there is none. */
  text: string | undefined
}

/** The largest document, as MongoDB limits it. */
const largestDocument = 16 * 1024 * 1024

/** One collection: its documents and its indexes, kept in step. */
export class Collection implements Searchable {
  readonly documents: DocumentTable
  #indexes: IndexTable[] = []
  #sources: KeyTable[]
  readonly #sql: Sql

  constructor(
    sql: Sql,
    readonly number: number,
    readonly name: string,
  ) {
    this.#sql = sql
    this.documents = new DocumentTable(sql, `documents_${number}`)
    this.#sources = [this.documents]
  }

  get sources(): readonly KeyTable[] {
    return this.#sources
  }

  get indexes(): readonly IndexTable[] {
    return this.#indexes
  }

  /** Makes the object of an index; its table is made by `IndexTable.create`. */
  attachIndex(number: number, spec: IndexSpec, multikey: readonly string[]): IndexTable {
    const table = `index_${number}`
    const index = new IndexTable(this.#sql, this.documents.table, table, spec, multikey)
    this.#setIndexes([...this.#indexes, index])
    return index
  }

  detachIndex(index: IndexTable): void {
    this.#setIndexes(this.#indexes.filter((other) => other !== index))
  }

  /** Fills a new index with the documents there are. Throws on a duplicate. */
  fill(index: IndexTable, onMultikey: (path: string) => void): void {
    let after = -1
    for (;;) {
      const batch = this.documents.scan(after, 500)
      for (const { seq, text } of batch) {
        const doc = parseStored(text)
        for (const key of index.keysOf(doc, onMultikey)) {
          if (index.unique && index.holder(key) !== undefined) throw this.duplicate(index.spec, doc)
          index.add(key, seq)
        }
      }
      const last = batch.at(-1)
      if (last === undefined || batch.length < 500) return
      after = last.seq
    }
  }

  get(id: Buffer): Stored | undefined {
    return this.documents.get(id)
  }

  /** Works out what has to be written; throws where the document cannot be stored or indexed. */
  withKeys(change: Change): KeyedChange {
    const { before, after } = change
    const keys = this.#indexes.map((index): KeyChange => {
      // Most changes leave most indexes as they are, and one of words has dozens of keys a document.
      if (before && after && index.seesNoChange(before.doc, after))
        return { index, removed: [], added: [], arrays: [] }
      const arrays: string[] = []
      const old = before === undefined ? [] : index.keysOf(before.doc)
      const now = after === undefined ? [] : index.keysOf(after, (path) => arrays.push(path))
      return { index, removed: missingFrom(old, now), added: missingFrom(now, old), arrays }
    })
    return { ...change, keys, text: after && storedText(after) }
  }

  /** The error of a second document with the same key. */
  duplicate(spec: IndexSpec | '_id_', doc: Doc): WireError {
    const [name, paths] =
      spec === '_id_' ? ['_id_', ['_id']] : [spec.name, spec.keys.map(([path]) => path)]
    const keys = paths.map((path) => {
      const [value] = pathValues(doc, path.split('.')).values
      return `${path}: ${JSON.stringify(value ?? null)}`
    })
    return requestFailed(
      `multiple write errors: [{write errors: [{E11000 duplicate key error collection: ` +
        `local.${this.name} index: ${name} dup key: { ${keys.join(', ')} }}]}, {<nil>}]`,
    )
  }

  #setIndexes(indexes: IndexTable[]): void {
    this.#indexes = indexes
    this.#sources = [this.documents, ...indexes]
  }
}

function missingFrom(keys: readonly Buffer[], others: readonly Buffer[]): Buffer[] {
  if (keys.length === 0 || others.length === 0) return [...keys]
  const known = new Set(others.map(keyText))
  return keys.filter((key) => !known.has(keyText(key)))
}

function storedText(doc: Doc): string {
  const text = stringifyEjson(doc)
  if (text.length > largestDocument / 4 && Buffer.byteLength(text) > largestDocument)
    throw requestFailed(`object to insert too large: ${Buffer.byteLength(text)}`)
  return text
}

/** The `_id` of a document that has one. */
export function idOf(doc: Doc): Value {
  const id = fieldOf(doc, '_id')
  if (id === undefined) throw requestFailed('a document has no _id')
  return id
}
