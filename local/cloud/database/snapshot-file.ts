import { rmSync } from 'node:fs'
import { DataFileError } from './data-file'
import type { Sql } from './sql'

/** Writes a copy of the whole database into a file of its own. */
export function writeSnapshot(sql: Sql, file: string): void {
  rmSync(file, { force: true })
  sql.execute(`vacuum into ${quoted(file)}`)
}

/** Replaces the whole database by the copy in a file, in one step. */
export function readSnapshot(sql: Sql, file: string): void {
  sql.execute(`attach ${quoted(file)} as snapshot`)
  try {
    if (idOf(sql, 'snapshot') !== idOf(sql, 'main'))
      throw new DataFileError('foreign', file, `${file} is not a snapshot of this version.`)
    replaceAll(sql)
  } finally {
    sql.execute('detach snapshot')
  }
}

function idOf(sql: Sql, schema: string): string {
  const rows = ['application_id', 'user_version'].map((name) =>
    sql.rows<[number]>(`pragma ${schema}.${name}`, []),
  )
  return rows.flat(2).join('/')
}

function replaceAll(sql: Sql): void {
  const tables = (schema: string) =>
    sql.rows<[string, string]>(
      `select name, sql from ${schema}.sqlite_master where type = 'table' and name <> 'state'`,
      [],
    )
  sql.execute('begin immediate')
  try {
    for (const [name] of tables('main')) {
      sql.forget(name)
      sql.execute(`drop table main.${name}`)
    }
    for (const [name, definition] of tables('snapshot')) {
      sql.execute(definition)
      sql.execute(`insert into main.${name} select * from snapshot.${name}`)
    }
    sql.execute('commit')
  } catch (error) {
    sql.execute('rollback')
    throw error
  }
}

function quoted(file: string): string {
  return `'${file.replaceAll("'", "''")}'`
}
