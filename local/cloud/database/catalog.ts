import { Collection } from './collection'
import { keyFields, type IndexSpec } from './index-keys'
import type { IndexTable } from './index-table'
import type { Sql } from './sql'
import { WireError, invalidParam } from './wire-error'

/** The collections of a database and their indexes, as the data file lists them. */
export class Catalog {
  readonly #sql: Sql
  #collections = new Map<string, Collection>()

  constructor(sql: Sql) {
    this.#sql = sql
    this.reload()
  }

  /** Reads everything anew from the data file. */
  reload(): void {
    this.#collections = new Map()
    const collections = this.#sql.rows<[number, string]>(
      'select number, name from collections order by name',
      [],
    )
    for (const [number, name] of collections) {
      const collection = new Collection(this.#sql, number, name)
      const indexes = this.#sql.rows<[number, string, string]>(
        'select number, spec, multikey from indexes where collection = ? order by number',
        [number],
      )
      for (const [indexNumber, spec, multikey] of indexes)
        collection.attachIndex(
          indexNumber,
          JSON.parse(spec) as IndexSpec,
          JSON.parse(multikey) as string[],
        )
      this.#collections.set(name, collection)
    }
  }

  all(): Collection[] {
    return [...this.#collections.values()]
  }

  find(name: string): Collection | undefined {
    return this.#collections.get(name)
  }

  /** The collection of that name; DATABASE_COLLECTION_NOT_EXIST if there is none. */
  get(name: unknown): Collection {
    const collection = typeof name === 'string' ? this.#collections.get(name) : undefined
    if (collection === undefined)
      throw new WireError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${String(name)}. Please check your request, ` +
          'but if the problem cannot be solved, contact us.',
      )
    return collection
  }

  /** Throws INVALID_PARAM for a name that a collection cannot have. */
  checkName(name: string): void {
    if (!/^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,63}$/.test(name))
      throw invalidParam(`a collection cannot be named "${name}"`)
  }

  /** Makes a collection whose name was found to be valid and free. */
  create(name: string): Collection {
    const number = this.#sql.run('insert into collections (name) values (?)', [name])
    const collection = new Collection(this.#sql, number, name)
    collection.documents.create()
    this.#collections.set(name, collection)
    return collection
  }

  drop(collection: Collection): void {
    for (const index of collection.indexes) index.drop()
    collection.documents.drop()
    this.#sql.run('delete from indexes where collection = ?', [collection.number])
    this.#sql.run('delete from collections where number = ?', [collection.number])
    this.#collections.delete(collection.name)
  }

  /** True if the index is there as it is declared. */
  hasIndex(collection: Collection, spec: IndexSpec): boolean {
    const existing = collection.indexes.find((index) => index.name === spec.name)
    return existing !== undefined && sameSpec(existing.spec, spec)
  }

  /** Makes an index, in place of one of that name. */
  makeIndex(collection: Collection, spec: IndexSpec): void {
    keyFields(spec)
    const existing = collection.indexes.find((index) => index.name === spec.name)
    if (existing !== undefined) this.#dropIndex(collection, existing)
    const { name, keys, unique } = spec
    const clean: IndexSpec = unique === true ? { name, keys, unique } : { name, keys }
    const number = this.#sql.run(
      'insert into indexes (collection, spec, multikey) values (?, ?, ?)',
      [collection.number, JSON.stringify(clean), '[]'],
    )
    const index = collection.attachIndex(number, clean, [])
    index.create()
    collection.fill(index, (path) => this.markMultikey(index, path))
  }

  /** Remembers that an index meets arrays at a path. */
  markMultikey(index: IndexTable, path: string): void {
    if (!index.addMultikey(path)) return
    this.#sql.run('update indexes set multikey = ? where number = ?', [
      JSON.stringify(index.multikeyPaths),
      indexNumber(index),
    ])
  }

  #dropIndex(collection: Collection, index: IndexTable): void {
    index.drop()
    this.#sql.run('delete from indexes where number = ?', [indexNumber(index)])
    collection.detachIndex(index)
  }
}

function indexNumber(index: IndexTable): number {
  return Number(index.table.slice('index_'.length))
}

function sameSpec(a: IndexSpec, b: IndexSpec): boolean {
  return (
    (a.unique ?? false) === (b.unique ?? false) && JSON.stringify(a.keys) === JSON.stringify(b.keys)
  )
}
