import type { Conjunction } from './bounds'
import { parseStored } from './ejson'
import { documentKeys, keyFields, type IndexSpec } from './index-keys'
import { KeyWriter } from './key-encoding'
import { place, type KeyField, type KeyRange, type Placement } from './key-ranges'
import type { Entry, KeyTable, Position } from './key-table'
import { equalValues } from './order'
import type { Sql, SqlValue } from './sql'
import { fieldOf, type Doc } from './value'

/** One index of a collection: a table of keys, each with the row of its document. */
export class IndexTable implements KeyTable {
  readonly fields: readonly KeyField[]
  readonly #multikey: Set<string>
  readonly #writer = new KeyWriter()
  readonly #sql: Sql
  readonly #texts: ReturnType<typeof statements>

  constructor(
    sql: Sql,
    documents: string,
    readonly table: string,
    readonly spec: IndexSpec,
    multikey: readonly string[],
  ) {
    this.#sql = sql
    this.fields = keyFields(spec)
    this.#multikey = new Set(multikey)
    this.#texts = statements(table, documents)
  }

  get name(): string {
    return this.spec.name
  }

  get unique(): boolean {
    return this.spec.unique === true
  }

  get hasArrays(): boolean {
    return this.#multikey.size > 0
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

  /** Remembers that a path holds arrays; true if that is news. */
  addMultikey(path: string): boolean {
    if (this.#multikey.has(path)) return false
    this.#multikey.add(path)
    return true
  }

  place(conjunction: Conjunction): Placement {
    return place(conjunction, this.fields, (path) => this.#multikey.has(path))
  }

  /** The document's keys in this index; `onArray` hears of a path that meets an array. */
  keysOf(doc: Doc, onArray: (path: string) => void = () => {}): Buffer[] {
    return documentKeys(this.fields, doc, this.#writer, onArray)
  }

  /** True if two versions of a document have the same keys, because its fields hold the same. */
  seesNoChange(before: Doc, after: Doc): boolean {
    return this.fields.every(({ segments: [name = ''] }) =>
      equalValues(fieldOf(before, name), fieldOf(after, name)),
    )
  }

  add(key: Buffer, seq: number): void {
    this.#sql.run(this.#texts.add, [key, seq])
  }

  remove(key: Buffer, seq: number): void {
    this.#sql.run(this.#texts.remove, [key, seq])
  }

  /** The row of the document that holds a key of a unique index. */
  holder(key: Buffer): number | undefined {
    return this.#sql.rows<[number]>(this.#texts.holder, [key])[0]?.[0]
  }

  read(range: KeyRange, reverse: boolean, after: Position | undefined, limit: number): Entry[] {
    const { from, to } = range
    const start = after ?? { key: reverse ? to : from, seq: -1 }
    const values: SqlValue[] = [reverse ? from : to, start.key, start.seq, limit]
    const direction = reverse ? 'backward' : 'forward'
    if (!this.hasArrays) {
      const rows = this.#sql.rows<[number, string]>(this.#texts[direction], values)
      return rows.map(([seq, text]) => ({ seq, text }))
    }
    return this.#sql
      .rows<[number, string, Buffer]>(this.#texts[`${direction}WithKey`], values)
      .map(([seq, text, key]) => ({ seq, text, key }))
  }

  positionOf({ seq, text, key }: Entry): Position {
    return { seq, key: key ?? (this.keysOf(parseStored(text))[0] as Buffer) }
  }

  count({ from, to }: KeyRange): number {
    return this.#sql.rows<[number]>(this.#texts.count, [from, to])[0]?.[0] ?? 0
  }
}

function statements(table: string, documents: string) {
  const joined = `from ${table} i cross join ${documents} d on d.seq = i.seq`
  const forward = `${joined} where i.key < ? and (i.key, i.seq) > (?, ?) order by i.key, i.seq`
  const backward =
    `${joined} where i.key >= ? and (i.key, i.seq) < (?, ?) ` + 'order by i.key desc, i.seq desc'
  return {
    add: `insert into ${table} (key, seq) values (?, ?)`,
    remove: `delete from ${table} where key = ? and seq = ?`,
    holder: `select seq from ${table} where key = ?`,
    count: `select count(*) from ${table} where key >= ? and key < ?`,
    forward: `select d.seq, d.doc ${forward} limit ?`,
    backward: `select d.seq, d.doc ${backward} limit ?`,
    forwardWithKey: `select d.seq, d.doc, i.key ${forward} limit ?`,
    backwardWithKey: `select d.seq, d.doc, i.key ${backward} limit ?`,
  }
}
