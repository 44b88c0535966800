import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PersistenceDriver } from './driver'
import { errorOf, type Aggregate } from './sdk'

export function aggregateTests(driver: PersistenceDriver): void {
  const goods = () => driver.database().collection('goods')

  describe('aggregations', () => {
    beforeEach(async () => {
      driver.prepare({
        goods: [
          {
            name: 'kind',
            keys: [
              ['kind', 1],
              ['price', 1],
            ],
          },
        ],
        makers: [{ name: 'code', keys: [['code', 1]] }],
      })
      await goods().add({
        data: [
          { _id: 'a', kind: 'tea', price: 10, maker: 'm1', tags: ['x', 'y'], at: new Date(0) },
          { _id: 'b', kind: 'tea', price: 30, maker: 'm2', tags: ['y'] },
          { _id: 'c', kind: 'cup', price: 20, maker: 'm1', tags: [] },
        ],
      })
      await driver
        .database()
        .collection('makers')
        .add({
          data: [
            { _id: 'm1', code: 'one' },
            { _id: 'm2', code: 'two' },
          ],
        })
    })

    test('match and group', async () => {
      const $ = driver.database().command.aggregate
      const { list } = await goods()
        .aggregate()
        .match({ kind: 'tea' })
        .group({ _id: '$kind', sum: $['sum']?.('$price'), names: $['push']?.('$_id') })
        .end()
      expect(list).toEqual([{ _id: 'tea', sum: 40, names: ['a', 'b'] }])
    })

    test('sort, skip, limit and project', async () => {
      const { list } = await goods()
        .aggregate()
        .sort({ price: -1 })
        .skip(1)
        .limit(1)
        .project({ price: 1, _id: 0 })
        .end()
      expect(list).toEqual([{ price: 20 }])
    })

    test('unwind and count', async () => {
      const unwound = await goods().aggregate().match({ kind: 'tea' }).unwind('$tags').end()
      expect(unwound.list.map(({ _id, tags }) => [_id, tags])).toEqual([
        ['a', 'x'],
        ['a', 'y'],
        ['b', 'y'],
      ])
      const counted = await goods().aggregate().match({ kind: 'tea' }).count('many').end()
      expect(counted.list).toEqual([{ many: 2 }])
    })

    test('lookup joins by a field', async () => {
      const { list } = await goods()
        .aggregate()
        .match({ kind: 'tea' })
        .lookup({ from: 'makers', localField: 'maker', foreignField: '_id', as: 'by' })
        .project({ by: 1 })
        .end()
      expect(list).toEqual([
        { _id: 'a', by: [{ _id: 'm1', code: 'one' }] },
        { _id: 'b', by: [{ _id: 'm2', code: 'two' }] },
      ])
    })

    test('lookup joins by a pipeline that knows the document', async () => {
      const { command: _ } = driver.database()
      const $ = _.aggregate
      const pipeline = ($['pipeline']?.() as unknown as Aggregate)
        .match(_.expr($['eq']?.(['$_id', '$$maker'])))
        .project({ _id: 0 })
        .done()
      const { list } = await goods()
        .aggregate()
        .match({ _id: 'b' })
        .lookup({ from: 'makers', let: { maker: '$maker' }, pipeline, as: 'by' })
        .project({ by: 1 })
        .end()
      expect(list).toEqual([{ _id: 'b', by: [{ code: 'two' }] }])
    })

    test('dates come back as dates', async () => {
      const { list } = await goods().aggregate().match({ _id: 'a' }).project({ at: 1 }).end()
      expect(list).toEqual([{ _id: 'a', at: new Date(0) }])
    })

    test('an operator nobody knows is an error', async () => {
      const error = await errorOf(
        goods()
          .aggregate()
          .match({ kind: 'tea' })
          .group({ _id: null, n: { $nope: 1 } })
          .end(),
      )
      expect(error.errMsg).toContain('$nope')
    })

    test('a leading match uses the index', async () => {
      await goods().add({
        data: Array.from({ length: 200 }, (_, i) => ({ kind: 'jar', price: i })),
      })
      const { list } = await goods()
        .aggregate()
        .match({ kind: 'jar' })
        .sort({ price: -1 })
        .limit(2)
        .project({ _id: 0, price: 1 })
        .end()
      expect(list).toEqual([{ price: 199 }, { price: 198 }])
      expect(driver.scans()).toEqual([])
    })
  })
}
