import type { Conjunction } from './bounds'
import { parseStored } from './ejson'
import { idKey } from './key-encoding'
import { place, type KeyField, type KeyRange, type Placement } from './key-ranges'
import type { Entry, KeyTable, Position } from './key-table'
import type { Sql, SqlValue } from './sql'

/** A stored document: its row number, which grows in the order of insertion, and its text. */
export interface Stored {
  seq: number
  text: string
}

const idFields: readonly KeyField[] = [{ path: '_id', segments: ['_id'], direction: 1, geo: false }]

/** The documents of one collection, by `_id` and in the order of their insertion. */
export class DocumentTable implements KeyTable {
  readonly name = '_id_'
  readonly fields = idFields
  readonly unique = true
  readonly hasArrays = false
  readonly #sql: Sql
  readonly #texts: ReturnType<typeof statements>
  #count: number | undefined

  constructor(
    sql: Sql,
    readonly table: string,
  ) {
    this.#sql = sql
    this.#texts = statements(table)
  }

  create(): void {
    this.#sql.execute(
      `create table ${this.table} (seq integer primary key, id blob not null unique, ` +
        `doc text not null)`,
    )
  }

  drop(): void {
    this.#sql.forget(this.table)
    this.#sql.execute(`drop table ${this.table}`)
  }

  /** The number of documents. */
  get size(): number {
    this.#count ??= this.#sql.rows<[number]>(this.#texts.size, [])[0]?.[0] ?? 0
    return this.#count
  }

  /** Counts again at the next occasion, after rows changed behind this table's back. */
  recount(): void {
    this.#count = undefined
  }

  get(id: Buffer): Stored | undefined {
    const [row] = this.#sql.rows<[number, string]>(this.#texts.get, [id])
    return row === undefined ? undefined : { seq: row[0], text: row[1] }
  }

  insert(id: Buffer, text: string): number {
    const seq = this.#sql.run(this.#texts.insert, [id, text])
    if (this.#count !== undefined) this.#count += 1
    return seq
  }

  update(seq: number, text: string): void {
    this.#sql.run(this.#texts.update, [text, seq])
  }

  remove(seq: number): void {
    this.#sql.run(this.#texts.remove, [seq])
    if (this.#count !== undefined) this.#count -= 1
  }

  /** Documents in the order of insertion, after a row number. */
  scan(after: number, limit: number): Entry[] {
    return this.#entries(this.#texts.scan, [after, limit])
  }

  isMultikey(): boolean {
    return false
  }

  place(conjunction: Conjunction): Placement {
    return place(conjunction, idFields, () => false)
  }

  read(range: KeyRange, reverse: boolean, after: Position | undefined, limit: number): Entry[] {
    const { from, to } = range
    if (after === undefined)
      return this.#entries(this.#texts[reverse ? 'last' : 'first'], [from, to, limit])
    return reverse
      ? this.#entries(this.#texts.last, [from, after.key, limit])
      : this.#entries(this.#texts.after, [after.key, to, limit])
  }

  positionOf({ seq, text }: Entry): Position {
    return { seq, key: idKey(parseStored(text)['_id'] ?? null) }
  }

  count({ from, to }: KeyRange): number {
    return this.#sql.rows<[number]>(this.#texts.count, [from, to])[0]?.[0] ?? 0
  }

  #entries(text: string, values: readonly SqlValue[]): Entry[] {
    return this.#sql.rows<[number, string]>(text, values).map(([seq, doc]) => ({ seq, text: doc }))
  }
}

function statements(table: string) {
  const read = `select seq, doc from ${table} where`
  return {
    size: `select count(*) from ${table}`,
    get: `${read} id = ?`,
    insert: `insert into ${table} (id, doc) values (?, ?)`,
    update: `update ${table} set doc = ? where seq = ?`,
    remove: `delete from ${table} where seq = ?`,
    scan: `${read} seq > ? order by seq limit ?`,
    first: `${read} id >= ? and id < ? order by id limit ?`,
    after: `${read} id > ? and id < ? order by id limit ?`,
    last: `${read} id >= ? and id < ? order by id desc limit ?`,
    count: `select count(*) from ${table} where id >= ? and id < ?`,
  }
}
