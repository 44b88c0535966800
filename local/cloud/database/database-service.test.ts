import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type DatabaseOptions, type DatabaseService } from './database-service'
import type { Doc } from './value'
import { WireError } from './wire-error'

let folder = ''
let open: DatabaseService[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'))
  open = []
})

afterEach(() => {
  for (const database of open) database.close()
  rmSync(folder, { recursive: true })
})

function start(options: Partial<DatabaseOptions> = {}): DatabaseService {
  const database = openDatabase({ file: ':memory:', now: () => 1_000, ...options })
  open.push(database)
  return database
}

function stop(database: DatabaseService): void {
  open = open.filter((other) => other !== database)
  database.close()
}

const call = async (database: DatabaseService, action: string, request: object) =>
  (await database.handle(`database.${action}`, { collectionName: 'goods', ...request })) as {
    data: { list: string[]; updated: number; insertedIds: unknown[] }
    transactionId: string
  }

const begin = async (database: DatabaseService, owner = '') =>
  (await call(database, 'startTransaction', { wxCloudApiToken: owner })).transactionId

const increment = (database: DatabaseService, id: string, transactionId?: string) =>
  call(database, 'modifyDocument', {
    query: JSON.stringify({ _id: id }),
    data: '{"$inc":{"n":1}}',
    transactionId,
  })

describe('a database', () => {
  test('keeps documents, indexes and what they know of arrays when it is opened again', async () => {
    const file = join(folder, 'documents.db')
    const first = start({ file })
    first.ensureIndex('goods', { name: 'tags', keys: [['tags', 1]] })
    first.load('goods', [{ _id: 'a', tags: ['x', 'y'], at: new Date(5) }])
    stop(first)

    const scans: unknown[] = []
    const again = start({ file, onScan: (scan) => scans.push(scan), reportScansFrom: 0 })
    expect(again.collections()).toEqual([{ name: 'goods', count: 1 }])
    const query = '{"tags":{"$in":["x","y"]}}'
    expect((await call(again, 'getDocument', { query })).data.list).toHaveLength(1)
    expect(again.list('goods')).toEqual([{ _id: 'a', tags: ['x', 'y'], at: { $date: 5 } }])
    expect(scans).toEqual([])
  })

  test('lists documents by id, from where one left off and by a query', () => {
    const database = start()
    database.ensureCollection('goods')
    database.load('goods', [{ _id: 'c' }, { _id: 'a', n: 1 }, { _id: 'b', n: 1 }])
    expect(database.list('goods', { limit: 2 })).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
    expect(database.list('goods', { after: 'b' })).toEqual([{ _id: 'c' }])
    expect(database.list('goods', { query: { n: 1 }, after: 'a' })).toEqual([{ _id: 'b', n: 1 }])
  })

  test('loading puts documents in the place of those with the same id', () => {
    const database = start()
    database.ensureIndex('goods', { name: 'n', keys: [['n', 1]], unique: true })
    database.load('goods', [{ _id: 'a', n: 1 }])
    database.load('goods', [
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ])
    expect(database.list('goods')).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ])
    expect(() => database.load('goods', [{ _id: 'c', n: 7 }, { n: 8 }])).toThrow('has no _id')
    expect(database.collections()).toEqual([{ name: 'goods', count: 2 }])
  })

  test('a new index takes in what is there; duplicates refuse a unique one', () => {
    const database = start()
    database.ensureCollection('goods')
    database.load('goods', [
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
    const unique = () =>
      database.ensureIndex('goods', { name: 'n', keys: [['n', 1]], unique: true })
    expect(unique).toThrow('E11000')
    database.load('goods', [{ _id: 'b', n: 2 }])
    unique()
    expect(() => database.load('goods', [{ _id: 'c', n: 2 }])).toThrow()
    expect(database.list('goods')).toHaveLength(2)
  })

  test('reset empties, drop removes', async () => {
    const database = start()
    database.ensureIndex('goods', { name: 'n', keys: [['n', 1]], unique: true })
    database.load('goods', [{ _id: 'a', n: 1 }])
    database.reset()
    expect(database.collections()).toEqual([{ name: 'goods', count: 0 }])
    database.load('goods', [{ _id: 'b', n: 1 }])
    database.dropCollection('goods')
    expect(database.collections()).toEqual([])
    await expect(call(database, 'getDocument', {})).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
  })

  test('a snapshot brings back documents and indexes', async () => {
    const file = join(folder, 'snapshot.db')
    for (const options of [{}, { file: join(folder, 'documents.db') }]) {
      const database = start(options)
      database.ensureIndex('goods', { name: 'n', keys: [['n', 1]], unique: true })
      database.load('goods', [{ _id: 'a', n: 1 }])
      database.snapshot(file)
      await increment(database, 'a')
      database.ensureCollection('later')
      database.restore(file)
      expect(database.collections()).toEqual([{ name: 'goods', count: 1 }])
      expect(database.list('goods')).toEqual([{ _id: 'a', n: 1 }])
      expect(() => database.load('goods', [{ _id: 'b', n: 1 }])).toThrow()
      await increment(database, 'a')
      expect(database.list('goods')).toEqual([{ _id: 'a', n: 2 }])
    }
  })

  test('listeners hear of changes in order, once they are kept', async () => {
    const database = start({ file: join(folder, 'documents.db') })
    database.ensureCollection('goods')
    const heard: [Doc | undefined, Doc | undefined][] = []
    const end = database.onChange((changes) => {
      for (const { before, after } of changes) heard.push([before, after])
    })
    await call(database, 'insertDocument', { data: ['{"_id":"a","n":1}'] })
    await increment(database, 'a')
    await call(database, 'removeDocument', { query: '{"_id":"a"}' })
    expect(heard).toEqual([
      [undefined, { _id: 'a', n: 1 }],
      [
        { _id: 'a', n: 1 },
        { _id: 'a', n: 2 },
      ],
      [{ _id: 'a', n: 2 }, undefined],
    ])
    end()
    await call(database, 'insertDocument', { data: ['{"_id":"b"}'] })
    expect(heard).toHaveLength(3)
  })

  test('a refused request changes nothing of what others wrote in the same moment', async () => {
    const database = start({ file: join(folder, 'documents.db') })
    database.ensureIndex('goods', { name: 'n', keys: [['n', 1]], unique: true })
    const insert = (data: string[]) => call(database, 'insertDocument', { data })
    const results = await Promise.allSettled([
      insert(['{"_id":"a","n":1}']),
      insert(['{"_id":"b","n":1}']),
      call(database, 'addCollection', { collectionName: 'not a name' }),
      insert(['{"_id":"c","n":[1,2]}']),
      insert(['{"_id":"d","n":4}', '{"_id":"d","n":5}']),
      insert(['{"_id":"e","n":6}']),
    ])
    expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ])
    const ids = (database.list('goods') as Doc[]).map((doc) => doc['_id'])
    expect(ids).toEqual(['a', 'd', 'e'])
  })

  test('a document over 16 MB and a nameless action are refused', async () => {
    const database = start()
    database.ensureCollection('goods')
    const large = JSON.stringify({ _id: 'a', text: 'x'.repeat(17 * 1024 * 1024) })
    await expect(call(database, 'insertDocument', { data: [large] })).rejects.toThrow('too large')
    await expect(call(database, 'dropEverything', {})).rejects.toThrow(WireError)
    await expect(call(database, 'getDocument', { query: 'not json' })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    })
  })
})

describe('open transactions', () => {
  test('end with the invocation that began them', async () => {
    const database = start()
    database.ensureCollection('goods')
    database.load('goods', [{ _id: 'a', n: 0 }])
    const killed = await begin(database, 'invocation-1')
    const other = await begin(database, 'invocation-2')
    await increment(database, 'a', killed)
    const waiting = increment(database, 'a')
    expect(database.abortAllOf('invocation-1')).toBe(1)
    expect((await waiting).data.updated).toBe(1)
    expect(database.list('goods')).toEqual([{ _id: 'a', n: 1 }])
    await call(database, 'commitTransaction', { transactionId: other })
    await expect(
      call(database, 'commitTransaction', { transactionId: killed }),
    ).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  test('end at the limit of time and let others go on', async () => {
    const database = start({ transactionLimitMs: 20 })
    database.ensureCollection('goods')
    database.load('goods', [{ _id: 'a', n: 0 }])
    const transactionId = await begin(database)
    await increment(database, 'a', transactionId)
    await increment(database, 'a')
    expect(database.list('goods')).toEqual([{ _id: 'a', n: 1 }])
    await expect(call(database, 'commitTransaction', { transactionId })).rejects.toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    })
    await call(database, 'abortTransaction', { transactionId })
  })

  test('of counters behave as if one ran after the other', async () => {
    // Each plan is a list of transactions; each of those reads some counters and adds to others.
    const counter = fc.constantFrom('a', 'b', 'c')
    const plan = fc.array(
      fc.record({
        reads: fc.array(counter, { maxLength: 2 }),
        adds: fc.uniqueArray(counter, { minLength: 1, maxLength: 3 }),
        pauses: fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
      }),
      { minLength: 2, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(plan, async (transactions) => {
        const database = openDatabase({ file: ':memory:', now: () => 0 })
        database.ensureCollection('goods')
        database.load(
          'goods',
          ['a', 'b', 'c'].map((id) => ({ _id: id, n: 0 })),
        )
        const expected: Record<string, number> = { a: 0, b: 0, c: 0 }
        const pause = async (turns: number) => {
          for (let i = 0; i < turns; i++) await Promise.resolve()
        }
        await Promise.all(
          transactions.map(async ({ reads, adds, pauses }) => {
            for (;;) {
              const transactionId = await begin(database)
              try {
                let step = 0
                for (const id of reads) {
                  const query = JSON.stringify({ _id: id })
                  await call(database, 'getDocument', { query, transactionId })
                  await pause(pauses[step++] ?? 0)
                }
                for (const id of adds) {
                  await increment(database, id, transactionId)
                  await pause(pauses[step++] ?? 0)
                }
                await call(database, 'commitTransaction', { transactionId })
                for (const id of adds) expected[id] = (expected[id] ?? 0) + 1
                return
              } catch (error) {
                const code = (error as WireError).code
                expect(code).toBe('DATABASE_TRANSACTION_CONFLICT')
                await new Promise((resolve) => setImmediate(resolve))
              }
            }
          }),
        )
        const found = database.list('goods') as { _id: string; n: number }[]
        expect(Object.fromEntries(found.map(({ _id, n }) => [_id, n]))).toEqual(expected)
        database.close()
      }),
      { numRuns: 100 },
    )
  })
})
