import Database from 'libsql'

/** What SQLite takes and gives for a column here. */
export type SqlValue = string | number | Buffer | null

/**
 * A SQLite connection with prepared statements kept by their text.
 *
 * Statements are always run to their end: libsql leaves a statement open after `get()`, which
 * keeps the log from being emptied and refuses a snapshot.
 */
export class Sql {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement>()

  constructor(file: string) {
    this.#database = new Database(file)
  }

  get isInTransaction(): boolean {
    return this.#database.inTransaction
  }

  /** Runs statements that take no values and give no rows. */
  execute(text: string): void {
    this.#database.exec(text)
  }

  /** Runs one statement and returns the row id of the last insert. */
  run(text: string, values: readonly SqlValue[]): number {
    return Number(this.#prepare(text).run(values).lastInsertRowid)
  }

  /** All rows, each an array of its columns. */
  rows<Row extends SqlValue[]>(text: string, values: readonly SqlValue[]): Row[] {
    return this.#prepare(text).all(values) as Row[]
  }

  /** Forgets the statements of a table that is gone. */
  forget(table: string): void {
    for (const text of this.#statements.keys()) {
      if (text.includes(table)) this.#statements.delete(text)
    }
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(text: string): Database.Statement {
    let statement = this.#statements.get(text)
    if (statement === undefined) {
      statement = this.#database.prepare(text)
      if (statement.reader) statement.raw(true)
      this.#statements.set(text, statement)
    }
    return statement
  }
}
