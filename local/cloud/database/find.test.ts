import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { directedFields, documents, queries } from './arbitraries'
import { Catalog } from './catalog'
import type { Collection } from './collection'
import { CommitQueue } from './commit-queue'
import { DataFile } from './data-file'
import { parseStored } from './ejson'
import { count, find } from './find'
import { History } from './history'
import { idKey } from './key-encoding'
import { compileQuery } from './matcher'
import { compareDocuments, sortFields } from './sorting'
import type { Doc } from './value'
import { requestFailed, WireError } from './wire-error'
import { Writer } from './writer'

type Fields = readonly (readonly [string, 1 | -1])[]

/** A collection with these documents, some of which were `earlier` ones before they were changed. */
function collectionOf(
  docs: readonly Doc[],
  indexes: readonly Fields[],
  earlier: readonly Doc[] = [],
) {
  const file = new DataFile(':memory:')
  const catalog = new Catalog(file.sql)
  const queue = new CommitQueue(file, () => {})
  const writer = new Writer(catalog, queue, new History())
  const collection = catalog.create('goods')
  indexes.forEach((keys, i) => catalog.makeIndex(collection, { name: `i${i}`, keys }))
  const ids = new Set(docs.map(({ _id: id }) => id))
  for (const after of [...earlier.filter(({ _id: id }) => ids.has(id)), ...docs]) {
    const id = idKey(after['_id'] ?? null)
    const stored = collection.get(id)
    const before = stored && { ...stored, doc: parseStored(stored.text) }
    writer.apply([collection.withKeys({ collection, id, before, after })])
  }
  queue.flush()
  return { collection, close: () => file.close() }
}

/** Two arrays in one index are refused; such cases show nothing here. */
function isParallelArrays(error: unknown): boolean {
  return error instanceof WireError && error.message.includes('parallel arrays')
}

interface Asked {
  query: Doc
  sortSpec: Fields
  skip: number
  limit: number
}

const asked: fc.Arbitrary<Asked> = fc.record({
  query: queries,
  sortSpec: fc.oneof(directedFields, fc.constant<Fields>([])),
  skip: fc.nat(4),
  limit: fc.integer({ min: 1, max: 30 }),
})

/** Holds what an indexed query finds against looking at every document. */
function check(collection: Collection, docs: readonly Doc[], { query, ...asked }: Asked): void {
  const sort = sortFields(Object.fromEntries(asked.sortSpec))
  const expected = docs.filter(compileQuery(query))
  const compare = compareDocuments(sort)
  const { found } = find(collection, { query, sort, skip: 0, limit: Infinity })
  const all = found.map((row) => row.doc)
  expect(all.map(({ _id: id }) => id).sort()).toEqual(expected.map(({ _id: id }) => id))
  for (const [i, doc] of all.slice(1).entries())
    expect(compare(all[i] as Doc, doc)).toBeLessThanOrEqual(0)

  const { skip, limit } = asked
  const page = find(collection, { query, sort, skip, limit }).found.map((row) => row.doc)
  expect(page).toHaveLength(Math.max(0, Math.min(limit, expected.length - skip)))
  for (const [i, doc] of page.entries()) expect(compare(doc, all[skip + i] as Doc)).toBe(0)
  expect(count(collection, query).total).toBe(expected.length)
}

describe('an indexed query', () => {
  test('finds what looking at every document finds, in a right order', () => {
    const indexes = fc.array(directedFields, { minLength: 1, maxLength: 2 })
    const questions = fc.array(asked, { minLength: 10, maxLength: 20 })
    fc.assert(
      fc.property(documents, documents, indexes, questions, (docs, earlier, keys, questions) => {
        let opened: ReturnType<typeof collectionOf>
        try {
          opened = collectionOf(docs, keys, earlier)
        } catch (error) {
          fc.pre(!isParallelArrays(error))
          throw error
        }
        for (const question of questions) check(opened.collection, docs, question)
        opened.close()
      }),
      { numRuns: 100 },
    )
  })
})

describe('an index on arrays', () => {
  const docs: Doc[] = [
    { _id: 'd0', a: [1, 9], b: 1 },
    { _id: 'd1', a: [5], b: 2 },
    { _id: 'd2', a: [], b: 3 },
    { _id: 'd3', a: [{ x: 1 }, { y: 2 }], b: 4 },
    { _id: 'd4', a: [8, 2], b: 5 },
    { _id: 'd5', b: 6 },
  ]
  const { collection } = collectionOf(docs, [[['a', 1]], [['a.x', 1]]])

  test.each<[string, Doc, Fields]>([
    ['two elements may meet one bound each', { a: { $gt: 4, $lt: 2 } }, []],
    ['null is a missing field, an empty array and an object without it', { 'a.x': null }, []],
    ['null is not an empty array', { a: null }, []],
    ['the smallest element counts upwards', { a: { $gt: 0 } }, [['a', 1]]],
    ['elements outside the bounds count in the order', { a: { $gt: 4 } }, [['a', 1]]],
    ['the largest element counts downwards', { a: { $lt: 100 } }, [['a', -1]]],
  ])('%s', (_name, query, sortSpec) => {
    check(collection, docs, { query, sortSpec, skip: 0, limit: 3 })
  })
})

describe('an index on single values', () => {
  const docs: Doc[] = ['', 'a', 'ab', 'abb', 'abc', 'ac', 'b', 'AB'].flatMap((name, i) => [
    { _id: `d${i}0`, name, n: i % 3, m: (i * 7) % 5 },
    { _id: `d${i}1`, name, n: (i + 1) % 3, m: (i * 3) % 5 },
  ])
  docs.push({ _id: 'd9', name: 'z', n: NaN, m: 0 })
  const { collection } = collectionOf(docs, [
    [['name', 1]],
    [
      ['n', 1],
      ['m', -1],
    ],
  ])

  test.each<[string, Doc, Fields]>([
    ['an optional letter is not part of the prefix', { name: /^ab?/ }, []],
    ['a repeated letter may be absent', { name: /^ab*/ }, []],
    ['a counted letter may be absent', { name: /^ab{0,1}/ }, []],
    ['alternatives have no common prefix', { name: /^ab|^b/ }, []],
    ['options may make other letters equal', { name: /^ab/i }, []],
    ['NaN is below no number', { n: { $lt: 1 } }, []],
    ['ranges that overlap become one', { $or: [{ n: { $gt: 0 } }, { n: 1 }] }, [['m', -1]]],
    ['alternatives keep their order apart', { n: { $in: [2, 0] } }, [['m', 1]]],
    [
      'a group of equals is sorted by what the index lacks',
      {},
      [
        ['n', 1],
        ['_id', -1],
      ],
    ],
  ])('%s', (_name, query, sortSpec) => {
    for (const limit of [1, 4, 9]) check(collection, docs, { query, sortSpec, skip: 0, limit })
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
