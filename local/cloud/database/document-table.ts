import type { Conjunction } from './bounds'
import { place, type KeyField, type KeyRange, type Placement } from './key-ranges'
import type { After, Entry, KeyTable } from './index-table'
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
  readonly #sql: Sql
  #count: number | undefined

  constructor(
    sql: Sql,
    readonly table: string,
  ) {
    this.#sql = sql
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
    this.#count ??= this.#sql.rows<[number]>(`select count(*) from ${this.table}`, [])[0]?.[0] ?? 0
    return this.#count
  }

  /** Counts again at the next occasion, after rows changed behind this table's back. */
  recount(): void {
    this.#count = undefined
  }

  get(id: Buffer): Stored | undefined {
    const [row] = this.#sql.rows<[number, string]>(
      `select seq, doc from ${this.table} where id = ?`,
      [id],
    )
    return row === undefined ? undefined : { seq: row[0], text: row[1] }
  }

  insert(id: Buffer, text: string): number {
    const seq = this.#sql.run(`insert into ${this.table} (id, doc) values (?, ?)`, [id, text])
    if (this.#count !== undefined) this.#count += 1
    return seq
  }

  update(seq: number, text: string): void {
    this.#sql.run(`update ${this.table} set doc = ? where seq = ?`, [text, seq])
  }

  remove(seq: number): void {
    this.#sql.run(`delete from ${this.table} where seq = ?`, [seq])
    if (this.#count !== undefined) this.#count -= 1
  }

  /** Documents in the order of insertion, after a row number. */
  scan(after: number, limit: number): Entry[] {
    return this.#entries(
      `select id, seq, doc from ${this.table} where seq > ? order by seq limit ?`,
      [after, limit],
    )
  }

  isMultikey(): boolean {
    return false
  }

  place(conjunction: Conjunction): Placement {
    return place(conjunction, idFields, () => false)
  }

  read(range: KeyRange, reverse: boolean, after: After, limit: number): Entry[] {
    const [beyond, order] = reverse ? ['id < ?', 'id desc'] : ['id > ?', 'id']
    if (after === undefined) {
      return this.#entries(
        `select id, seq, doc from ${this.table} ` +
          `where id >= ? and id < ? order by ${order} limit ?`,
        [range.from, range.to, limit],
      )
    }
    const inside = reverse ? 'id >= ?' : 'id < ?'
    return this.#entries(
      `select id, seq, doc from ${this.table} ` +
        `where ${beyond} and ${inside} order by ${order} limit ?`,
      [after.key, reverse ? range.from : range.to, limit],
    )
  }

  count(range: KeyRange): number {
    const [row] = this.#sql.rows<[number]>(
      `select count(*) from ${this.table} where id >= ? and id < ?`,
      [range.from, range.to],
    )
    return row?.[0] ?? 0
  }

  #entries(text: string, values: readonly SqlValue[]): Entry[] {
    return this.#sql
      .rows<[Buffer, number, string]>(text, values)
      .map(([key, seq, doc]) => ({ key, seq, text: doc }))
  }
}
