import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Sql } from './sql'

/** Why a data file cannot be opened. The file itself is never changed by a refusal. */
export type DataFileProblem = 'in-use' | 'corrupt' | 'foreign' | 'unreadable'

/** A data file that cannot be opened; the message says what to do. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'

  constructor(
    readonly problem: DataFileProblem,
    readonly file: string,
    message: string,
  ) {
    super(message)
  }
}

/** "Yidi", by which our files are told from other SQLite files. */
const applicationId = 0x59696469
const formatVersion = 1

/** An open data file, held by this process alone until it is closed or the process ends. */
export class DataFile {
  readonly sql: Sql
  readonly #file: string

  /** Opens or creates the file; `:memory:` keeps everything in memory. Throws DataFileError. */
  constructor(file: string) {
    this.#file = file
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    this.sql = new Sql(file)
    try {
      this.#prepare()
    } catch (error) {
      this.sql.close()
      throw explained(file, error)
    }
  }

  get inMemory(): boolean {
    return this.#file === ':memory:'
  }

  close(): void {
    this.sql.run('update state set clean = 1', [])
    this.#giveUpLock()
    this.sql.close()
    if (!this.inMemory) rmSync(ownerFile(this.#file), { force: true })
  }

  /** The connection lives on until its statements are collected, and would keep the lock till then. */
  #giveUpLock(): void {
    this.sql.rows('pragma journal_mode = delete', [])
    this.sql.rows('pragma locking_mode = normal', [])
    this.sql.rows('pragma user_version', [])
  }

  #prepare(): void {
    // The operating system drops this lock with the process, however it ends.
    this.sql.rows('pragma locking_mode = exclusive', [])
    const known = this.#recognise()
    this.sql.rows('pragma journal_mode = wal', [])
    this.sql.rows('pragma synchronous = full', [])
    // A longer log is moved into the tables less often; it is read again in a few ms.
    this.sql.rows('pragma wal_autocheckpoint = 4000', [])
    this.sql.rows(`pragma journal_size_limit = ${16 * 1024 * 1024}`, [])
    this.sql.rows('pragma temp_store = memory', [])
    if (known) this.#checkAfterCrash()
    else this.#create()
    this.sql.run('update state set clean = 0', [])
    if (!this.inMemory) writeFileSync(ownerFile(this.#file), String(process.pid))
  }

  /** True for a file of ours, false for an empty one; anything else is refused. */
  #recognise(): boolean {
    const [application] = this.sql.rows<[number]>('pragma application_id', [])
    const [version] = this.sql.rows<[number]>('pragma user_version', [])
    const [tables] = this.sql.rows<[number]>('select count(*) from sqlite_master', [])
    if (application?.[0] === 0 && tables?.[0] === 0) return false
    if (application?.[0] === applicationId && version?.[0] === formatVersion) return true
    throw new DataFileError(
      'foreign',
      this.#file,
      `${this.#file} is not a database of this version. Start with another data folder (--data), ` +
        'or move this file away to begin anew.',
    )
  }

  #create(): void {
    this.sql.execute(`
      begin;
      create table state (clean integer not null);
      insert into state values (1);
      create table collections (number integer primary key, name text not null unique);
      create table indexes (
        number integer primary key,
        collection integer not null,
        spec text not null,
        multikey text not null
      );
      pragma application_id = ${applicationId};
      pragma user_version = ${formatVersion};
      commit;
    `)
  }

  #checkAfterCrash(): void {
    if (this.sql.rows<[number]>('select clean from state', [])[0]?.[0] === 1) return
    const problems = this.sql.rows<[string]>('pragma quick_check', []).map(([text]) => text)
    if (problems[0] !== 'ok') throw corrupt(this.#file, problems.join('; '))
  }
}

function ownerFile(file: string): string {
  return `${file}.owner`
}

function explained(file: string, error: unknown): unknown {
  if (error instanceof DataFileError) return error
  const { code, message } = error as { code?: string; message: string }
  switch (code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new DataFileError(
        'in-use',
        file,
        `${file} is in use by ${ownerOf(file)}. Stop that one, or start with another data ` +
          'folder (--data).',
      )
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return corrupt(file, message)
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return new DataFileError(
        'unreadable',
        file,
        `${file} cannot be opened for writing (${message}). Check that it is a file and who may ` +
          'write it.',
      )
    default:
      return error
  }
}

function corrupt(file: string, detail: string): DataFileError {
  return new DataFileError(
    'corrupt',
    file,
    `${file} is damaged (${detail}). It was left as it is: move it away to keep it, then start ` +
      'again to begin anew.',
  )
}

function ownerOf(file: string): string {
  try {
    return `process ${readFileSync(ownerFile(file), 'utf8')}`
  } catch {
    return 'another process'
  }
}
