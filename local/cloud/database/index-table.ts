import { KeyWriter } from './key-encoding'
import { place, type KeyField, type KeyRange, type Placement } from './key-ranges'
import type { Conjunction } from './bounds'
import { cellsOf } from './geo-cells'
import { shapeOf } from './geometry'
import { pathValues, splitPath, isPosition, visitPath, type PathValues } from './paths'
import type { Sql, SqlValue } from './sql'
import { rankOf, rank, type Doc, type Value } from './value'
import { invalidParam, requestFailed } from './wire-error'

/** An index as a collection declares it. */
export interface IndexSpec {
  name: string
  keys: readonly (readonly [field: string, kind: 1 | -1 | '2dsphere'])[]
  /** A missing field counts as null, so at most one document may lack the fields. */
  unique?: boolean
}

/** A document as a range of keys yields it. */
export interface Entry {
  key: Buffer
  seq: number
  text: string
}

/** Where a read goes on: after this entry. */
export type After = Pick<Entry, 'key' | 'seq'> | undefined

/** Something that yields documents in the order of keys. */
export interface KeyTable {
  readonly name: string
  readonly fields: readonly KeyField[]
  readonly unique: boolean
  place(conjunction: Conjunction): Placement
  isMultikey(path: string): boolean
  /** Up to `limit` entries of a range, in key order or against it. */
  read(range: KeyRange, reverse: boolean, after: After, limit: number): Entry[]
  /** The number of keys in a range. */
  count(range: KeyRange): number
}

/** One index of a collection: a table of keys, each with the row of its document. */
export class IndexTable implements KeyTable {
  readonly fields: readonly KeyField[]
  readonly #multikey: Set<string>
  readonly #writer = new KeyWriter()
  readonly #sql: Sql
  readonly #documents: string

  constructor(
    sql: Sql,
    documents: string,
    readonly table: string,
    readonly spec: IndexSpec,
    multikey: readonly string[],
  ) {
    this.#sql = sql
    this.#documents = documents
    this.fields = keyFields(spec)
    this.#multikey = new Set(multikey)
  }

  get name(): string {
    return this.spec.name
  }

  get unique(): boolean {
    return this.spec.unique === true
  }

  /** The paths at which some document has, or had, an array. */
  get multikeyPaths(): string[] {
    return [...this.#multikey]
  }

  create(): void {
    const primary = this.unique ? 'key' : 'key, seq'
    this.#sql.execute(
      `create table ${this.table} (key blob not null, seq integer not null, ` +
        `primary key (${primary})) without rowid`,
    )
  }

  drop(): void {
    this.#sql.forget(this.table)
    this.#sql.execute(`drop table ${this.table}`)
  }

  isMultikey(path: string): boolean {
    return this.#multikey.has(path)
  }

  place(conjunction: Conjunction): Placement {
    return place(conjunction, this.fields, (path) => this.#multikey.has(path))
  }

  /**
   * The document's keys in this index, by their bytes as text. A path that meets arrays gives a
   * key for each element; two such paths in one index are refused, as MongoDB refuses them.
   * `onMultikey` hears of every path that met an array.
   */
  keysOf(doc: Doc, onMultikey?: (path: string) => void): Map<string, Buffer> {
    let prefixes: Buffer[] = [Buffer.alloc(0)]
    let arrayPath: string | undefined
    for (const field of this.fields) {
      const { values, multikey } = field.geo
        ? placesOf(doc, field)
        : pathValues(doc, field.segments)
      if (multikey) {
        if (arrayPath !== undefined)
          throw requestFailed(`cannot index parallel arrays [${field.path}] [${arrayPath}]`)
        arrayPath = field.path
        onMultikey?.(field.path)
      }
      prefixes = prefixes.flatMap((prefix) =>
        values.map((value) => this.#writer.bytes(prefix).value(value, field.direction).take()),
      )
    }
    return new Map(prefixes.map((key) => [key.toString('latin1'), key]))
  }

  /** Remembers that a path holds arrays; true if that is news. */
  addMultikey(path: string): boolean {
    if (this.#multikey.has(path)) return false
    this.#multikey.add(path)
    return true
  }

  add(key: Buffer, seq: number): void {
    this.#sql.run(`insert into ${this.table} (key, seq) values (?, ?)`, [key, seq])
  }

  remove(key: Buffer, seq: number): void {
    this.#sql.run(`delete from ${this.table} where key = ? and seq = ?`, [key, seq])
  }

  /** The row of the document that holds a key of a unique index. */
  holder(key: Buffer): number | undefined {
    return this.#sql.rows<[number]>(`select seq from ${this.table} where key = ?`, [key])[0]?.[0]
  }

  read(range: KeyRange, reverse: boolean, after: After, limit: number): Entry[] {
    const values: SqlValue[] = reverse
      ? [range.from, after?.key ?? range.to, after?.seq ?? -1, limit]
      : [range.to, after?.key ?? range.from, after?.seq ?? -1, limit]
    const [inside, beyond, order] = reverse
      ? ['i.key >= ?', '(i.key, i.seq) < (?, ?)', 'i.key desc, i.seq desc']
      : ['i.key < ?', '(i.key, i.seq) > (?, ?)', 'i.key, i.seq']
    return this.#sql
      .rows<[Buffer, number, string]>(
        `select i.key, i.seq, d.doc from ${this.table} i ` +
          `cross join ${this.#documents} d on d.seq = i.seq ` +
          `where ${inside} and ${beyond} order by ${order} limit ?`,
        values,
      )
      .map(([key, seq, text]) => ({ key, seq, text }))
  }

  count(range: KeyRange): number {
    const [row] = this.#sql.rows<[number]>(
      `select count(*) from ${this.table} where key >= ? and key < ?`,
      [range.from, range.to],
    )
    return row?.[0] ?? 0
  }
}

/** The fields of an index; INVALID_PARAM for a declaration that MongoDB would refuse. */
export function keyFields(spec: IndexSpec): KeyField[] {
  if (spec.keys.length === 0) throw invalidParam(`index ${spec.name} has no fields`)
  return spec.keys.map(([path, kind]) => {
    const segments = splitPath(path)
    if (kind !== 1 && kind !== -1 && kind !== '2dsphere')
      throw invalidParam(`index ${spec.name}: ${path} has to be 1, -1 or '2dsphere'`)
    if (segments.some(isPosition))
      throw invalidParam(`index ${spec.name}: ${path} must not name a position of an array`)
    const geo = kind === '2dsphere'
    return { path, segments, direction: geo ? 1 : kind, geo }
  })
}

/** The grid cells of a document's place; a value that is no place is refused, as in MongoDB. */
function placesOf(doc: Doc, field: KeyField): PathValues {
  const values: Value[] = []
  const collect = (value: Value | undefined): boolean => {
    if (value === undefined || value === null) return false
    const shape = shapeOf(value)
    if (shape !== undefined) values.push(...cellsOf(shape))
    else if (Array.isArray(value)) value.forEach(collect)
    else throw requestFailed(`Can't extract geo keys: ${JSON.stringify(value)}`)
    return false
  }
  visitPath(doc, field.segments, collect)
  return values.length === 0
    ? { values: [null], multikey: false }
    : { values: [...new Set(values)], multikey: values.length > 1 }
}

/** True if a value can be a document's `_id`. */
export function isIdValue(value: Doc[string] | undefined): boolean {
  return value !== undefined && ![rank.array, rank.regex].includes(rankOf(value) as 5 | 10)
}
