import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CommitQueue } from './commit-queue'
import { DataFile } from './data-file'

let folder = ''
let file: DataFile
let lost = 0

const open = (path: string): CommitQueue => {
  file = new DataFile(path)
  // A reference that is only checked at the commit makes the commit itself fail.
  file.sql.execute(`
    pragma foreign_keys = on;
    create table parents (id integer primary key);
    create table children (parent references parents (id) deferrable initially deferred);
  `)
  return new CommitQueue(file, () => (lost += 1))
}

const addParent = (id: number) => file.sql.run('insert into parents (id) values (?)', [id])
const addChild = (parent: number) =>
  file.sql.run('insert into children (parent) values (?)', [parent])
const parents = () => file.sql.rows<[number]>('select id from parents', []).flat()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commits-'))
  lost = 0
})

afterEach(() => {
  file.close()
  rmSync(folder, { recursive: true })
})

describe.each([
  ['a file', () => join(folder, 'documents.db')],
  ['memory', () => ':memory:'],
])('a group of writes in %s', (_name, path) => {
  test('is kept together and told when it is', async () => {
    const queue = open(path())
    const told: string[] = []
    queue.write(() => addChild(1))
    queue.afterCommit(() => told.push('kept'))
    queue.write(() => addParent(1))
    await queue.durable()
    expect(parents()).toEqual([1])
    expect(told).toEqual(['kept'])
    expect(lost).toBe(0)
  })

  test('that cannot be kept is undone, everyone is told, and others go on', async () => {
    const queue = open(path())
    const told: string[] = []
    queue.write(() => addParent(1))
    queue.afterCommit(() => told.push('kept'))
    queue.write(() => addChild(2))
    await expect(Promise.all([queue.durable(), queue.durable()])).rejects.toThrow('FOREIGN KEY')
    expect(parents()).toEqual([])
    expect(lost).toBe(1)
    queue.write(() => addParent(3))
    await queue.durable()
    expect(parents()).toEqual([3])
    expect(told).toEqual([])
  })

  test('is undone when one of its steps fails', async () => {
    const queue = open(path())
    queue.write(() => addParent(1))
    const kept = queue.durable()
    const fail = () => queue.write(() => addParent(1))
    if (file.inMemory) await kept
    expect(fail).toThrow('UNIQUE')
    if (!file.inMemory) await expect(kept).rejects.toThrow('UNIQUE')
    expect(parents()).toEqual(file.inMemory ? [1] : [])
    expect(lost).toBe(1)
  })
})
