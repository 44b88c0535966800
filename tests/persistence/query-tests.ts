import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PersistenceDriver } from './driver'
import { errorOf } from './sdk'

const teas = [
  { _id: 'a', name: 'Oolong', stock: 5, tags: ['p', 'q'], size: { ml: 100 }, note: null },
  { _id: 'b', name: 'pu erh', stock: 1, tags: ['q'], size: { ml: 250 } },
  {
    _id: 'c',
    name: 'Sencha',
    stock: 9,
    tags: [],
    parts: [
      { k: 'x', n: 1 },
      { k: 'y', n: 5 },
    ],
  },
  { _id: 'd', stock: '7', parts: [{ k: 'x', n: 9 }] },
]

export function queryTests(driver: PersistenceDriver): void {
  const goods = () => driver.database().collection('goods')
  const command = () => driver.database().command

  const idsOf = async (condition: object) => {
    const { data } = await goods().where(condition).get()
    return data
      .map(({ _id: id }) => id)
      .sort()
      .join('')
  }

  describe('finding documents', () => {
    beforeEach(async () => {
      // Each path that the tests ask for, so that no query has to scan.
      driver.prepare({
        goods: ['name', 'stock', 'tags', 'size.ml', 'note', 'parts', 'parts.k', 'parts.n'].map(
          (path) => ({ name: path, keys: [[path, 1]] }),
        ),
      })
      await goods().add({ data: teas })
    })

    test('equality looks into arrays and nested fields', async () => {
      expect(await idsOf({ name: 'Oolong' })).toBe('a')
      expect(await idsOf({ tags: 'q' })).toBe('ab')
      expect(await idsOf({ size: { ml: 250 } })).toBe('b')
      expect(await idsOf({ 'parts.k': 'x' })).toBe('cd')
    })

    test('comparisons stay within a type', async () => {
      const _ = command()
      expect(await idsOf({ stock: _.gt(1) })).toBe('ac')
      expect(await idsOf({ stock: _.gte(1).and(_.lt(9)) })).toBe('ab')
      expect(await idsOf({ stock: _.lte('7') })).toBe('d')
      expect(await idsOf({ stock: _.lt(2).or(_.gt(8)) })).toBe('bc')
    })

    test('in and all find by lists', async () => {
      const _ = command()
      expect(await idsOf({ stock: _.in([1, 9, '7']) })).toBe('bcd')
      expect(await idsOf({ tags: _.all(['p', 'q']) })).toBe('a')
    })

    test('neq, nin, not, nor and size narrow what an index finds', async () => {
      const _ = command()
      const some = _.in(['a', 'b', 'c', 'd'])
      expect(await idsOf({ _id: some, stock: _.neq(5) })).toBe('bcd')
      expect(await idsOf({ _id: some, stock: _.nin([1, 5]) })).toBe('cd')
      expect(await idsOf({ _id: some, stock: _.not(_.gt(1)) })).toBe('bd')
      expect(await idsOf(_.and([{ _id: some }, _.nor([{ stock: 5 }, { stock: 1 }])]))).toBe('cd')
      expect(await idsOf({ _id: some, tags: _.size(0) })).toBe('c')
      expect(await idsOf({ _id: some, stock: _.mod([4, 1]) })).toBe('abc')
    })

    test('null finds null and missing fields, exists tells them apart', async () => {
      const _ = command()
      const some = _.in(['a', 'b', 'c', 'd'])
      expect(await idsOf({ note: null })).toBe('abcd')
      expect(await idsOf({ _id: some, note: _.exists(true) })).toBe('a')
      expect(await idsOf({ name: _.exists(false) })).toBe('d')
    })

    test('elemMatch wants one element to meet everything', async () => {
      const _ = command()
      const some = _.in(['c', 'd'])
      expect(await idsOf({ _id: some, parts: _.elemMatch({ k: 'x', n: _.gt(4) }) })).toBe('d')
      expect(await idsOf({ 'parts.k': 'x', 'parts.n': _.gt(4) })).toBe('cd')
    })

    test('or joins alternatives', async () => {
      const _ = command()
      expect(await idsOf(_.or([{ stock: 5 }, { 'size.ml': 250 }, { name: 'nobody' }]))).toBe('ab')
    })

    test('regular expressions follow their options', async () => {
      const { RegExp: sdkRegExp } = driver.database()
      const some = command().in(['a', 'b', 'c', 'd'])
      expect(await idsOf({ name: /^Oo/ })).toBe('a')
      expect(await idsOf({ _id: some, name: sdkRegExp({ regexp: '^PU', options: 'i' }) })).toBe('b')
      expect(await idsOf({ _id: some, name: /n/ })).toBe('ac')
    })

    test('expr compares fields', async () => {
      const _ = command()
      const some = _.in(['a', 'b', 'c'])
      const more = _.expr(_.aggregate['gt']?.(['$stock', 4]))
      expect(await idsOf(_.and([{ _id: some }, more]))).toBe('ac')
    })

    test('results are ordered, skipped and limited', async () => {
      const _ = command()
      const numbers = goods()
        .where({ stock: _.gt(0) })
        .orderBy('stock', 'desc')
      const ids = async (query: typeof numbers) => (await query.get()).data.map(({ _id }) => _id)
      expect(await ids(numbers)).toEqual(['c', 'a', 'b'])
      expect(await ids(numbers.skip(1).limit(1))).toEqual(['a'])
      expect(await ids(numbers.skip(5))).toEqual([])
    })

    test('field keeps what is asked for', async () => {
      const { data } = await goods().doc('a').field({ name: true, 'size.ml': true }).get()
      expect(data).toEqual({ _id: 'a', name: 'Oolong', size: { ml: 100 } })
      const without = await goods().where({ _id: 'b' }).field({ _id: false, stock: true }).get()
      expect(without.data).toEqual([{ stock: 1 }])
      const rest = await goods().where({ _id: 'b' }).field({ tags: false, size: false }).get()
      expect(rest.data).toEqual([{ _id: 'b', name: 'pu erh', stock: 1 }])
    })

    test('count counts', async () => {
      expect((await goods().count()).total).toBe(4)
      expect(
        (
          await goods()
            .where({ stock: command().gte(5) })
            .count()
        ).total,
      ).toBe(2)
      expect((await goods().where({ tags: 'q' }).count()).total).toBe(2)
    })

    test('a read gives 100 documents unless told otherwise, and never more than 1000', async () => {
      const many = Array.from({ length: 1100 }, (_, i) => ({
        _id: `m${String(i).padStart(4, '0')}`,
      }))
      await goods().add({ data: many })
      const { command: _ } = driver.database()
      const query = goods().where({ _id: _.gte('m') })
      expect((await query.get()).data).toHaveLength(100)
      expect((await query.limit(1000).get()).data).toHaveLength(1000)
      expect((await query.limit(5000).get()).data).toHaveLength(1000)
    })

    test('an operator nobody knows is refused', async () => {
      const { errCode } = await errorOf(
        goods()
          .where({ _id: 'a', stock: { $near: 1 } })
          .get(),
      )
      expect(errCode).toBe(-502001)
    })
  })
}
