import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { directedFields, documents, queries } from './arbitraries'
import { Catalog } from './catalog'
import { DataFile } from './data-file'
import { count, find } from './find'
import { idKey } from './key-encoding'
import { compileQuery } from './matcher'
import { compareDocuments, sortFields } from './sorting'
import type { Doc } from './value'
import { requestFailed, WireError } from './wire-error'
import { Writer } from './writer'
import { CommitQueue } from './commit-queue'
import { History } from './history'

type Fields = readonly (readonly [string, 1 | -1])[]

function collectionOf(docs: readonly Doc[], indexes: readonly Fields[]) {
  const file = new DataFile(':memory:')
  const catalog = new Catalog(file.sql)
  const queue = new CommitQueue(file, () => {})
  const writer = new Writer(catalog, queue, new History())
  const collection = catalog.create('goods')
  indexes.forEach((keys, i) => catalog.ensureIndex(collection, { name: `i${i}`, keys }))
  for (const after of docs) {
    const id = idKey(after['_id'] ?? null)
    writer.apply([collection.withKeys({ collection, id, before: undefined, after })])
  }
  queue.flush()
  return { collection, close: () => file.close() }
}

/** Two arrays in one index are refused; such cases show nothing here. */
function isParallelArrays(error: unknown): boolean {
  return error instanceof WireError && error.message.includes('parallel arrays')
}

describe('an indexed query', () => {
  test('finds what looking at every document finds, in a right order', () => {
    const sorts = fc.option(directedFields, { nil: [] })
    fc.assert(
      fc.property(
        documents,
        fc.array(directedFields, { maxLength: 3 }),
        queries,
        sorts,
        fc.nat(4),
        fc.integer({ min: 1, max: 30 }),
        (docs, indexes, query, sortSpec, skip, limit) => {
          let opened: ReturnType<typeof collectionOf>
          try {
            opened = collectionOf(docs, indexes)
          } catch (error) {
            fc.pre(!isParallelArrays(error))
            throw error
          }
          const { collection, close } = opened
          const sort = sortFields(Object.fromEntries(sortSpec))
          const expected = docs.filter(compileQuery(query))
          const compare = compareDocuments(sort)
          const { found } = find(collection, { query, sort, skip: 0, limit: Infinity })
          const ids = found.map((row) => row.doc['_id'])
          expect([...ids].sort()).toEqual(expected.map((doc) => doc['_id']))
          for (const [i, row] of found.slice(1).entries())
            expect(compare(found[i]?.doc as Doc, row.doc)).toBeLessThanOrEqual(0)

          const page = find(collection, { query, sort, skip, limit }).found.map((row) => row.doc)
          expect(page).toHaveLength(Math.max(0, Math.min(limit, expected.length - skip)))
          for (const [i, doc] of page.entries())
            expect(compare(doc, found[skip + i]?.doc as Doc)).toBe(0)

          expect(count(collection, query).total).toBe(expected.length)
          close()
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('a plan', () => {
  const docs = Array.from({ length: 500 }, (_, i) => ({
    _id: `d${String(i).padStart(3, '0')}`,
    kind: `k${i % 5}`,
    price: i % 50,
    tags: [`t${i % 7}`, `t${i % 11}`],
  }))
  const { collection } = collectionOf(docs, [
    [
      ['kind', 1],
      ['price', -1],
      ['_id', -1],
    ],
    [['price', 1]],
    [['tags', 1]],
  ])
  const planOf = (query: Doc, order: Doc, limit: number) =>
    find(collection, { query, sort: sortFields(order), skip: 0, limit }).plan

  test.each<[string, Doc, Doc, number, object]>([
    ['an id', { _id: 'd007' }, {}, 1, { index: '_id_', examined: 1 }],
    ['ids', { _id: { $in: ['d001', 'd002', 'no'] } }, {}, 9, { index: '_id_', examined: 2 }],
    ['equality and order', { kind: 'k1' }, { price: -1 }, 10, { index: 'i0', examined: 10 }],
    ['order backwards', { kind: 'k1' }, { price: 1, _id: 1 }, 10, { index: 'i0', examined: 10 }],
    ['a range', { price: { $gte: 3, $lt: 5 } }, {}, 100, { index: 'i1', examined: 20 }],
    ['order only', {}, { price: -1 }, 5, { index: 'i1', examined: 5 }],
    [
      'a page by cursor',
      {
        $and: [
          { kind: 'k1' },
          { $or: [{ price: { $lt: 31 } }, { price: 31, _id: { $lt: 'd200' } }] },
        ],
      },
      { price: -1, _id: -1 },
      10,
      { index: 'i0', examined: 10, sorted: 0 },
    ],
    [
      'lists with an order',
      { kind: { $in: ['k1', 'k2'] } },
      { price: -1 },
      10,
      { index: 'i0', examined: 20, sorted: 20 },
    ],
    ['no index', { other: 1 }, {}, 10, { index: 'scan', examined: 500 }],
    ['everything', {}, {}, 10, { index: 'all', examined: 10 }],
  ])('for %s looks at no more than it has to', (_name, query, order, limit, expected) => {
    expect(planOf(query, order, limit)).toMatchObject(expected)
  })

  test('sorts ties of an index by the rest of the order, a group at a time', () => {
    const plan = planOf({}, { price: 1, kind: 1 }, 10)
    expect(plan).toMatchObject({ index: 'i1', returned: 10 })
    expect(plan.examined).toBeLessThan(40)
  })

  test('meets each document of an index on arrays once', () => {
    const { found } = find(collection, {
      query: { tags: { $in: ['t1', 't2'] } },
      sort: [],
      skip: 0,
      limit: Infinity,
    })
    expect(new Set(found.map((row) => row.seq)).size).toBe(found.length)
    expect(found).toHaveLength(
      docs.filter(({ tags }) => tags.includes('t1') || tags.includes('t2')).length,
    )
  })

  test('refuses what is near without a geographic index', () => {
    const $nearSphere = { $geometry: { type: 'Point', coordinates: [1, 2] } }
    expect(() => planOf({ place: { $nearSphere } }, {}, 1)).toThrow(
      requestFailed('unable to find index for $geoNear query: place needs a 2dsphere index'),
    )
  })
})
