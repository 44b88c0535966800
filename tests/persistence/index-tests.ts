import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PersistenceDriver } from './driver'

export function indexTests(driver: PersistenceDriver): void {
  const goods = () => driver.database().collection('goods')

  describe('indexes', () => {
    beforeEach(async () => {
      driver.prepare({
        goods: [
          {
            name: 'shelf',
            keys: [
              ['shelf', 1],
              ['price', -1],
              ['_id', -1],
            ],
          },
        ],
      })
      const data = Array.from({ length: 60 }, (_, i) => ({
        _id: `g${String(i).padStart(2, '0')}`,
        shelf: i % 2 === 0 ? 'even' : 'odd',
        price: Math.floor(i / 6),
      }))
      await goods().add({ data })
    })

    test('pages by cursor give everything once, in order', async () => {
      const { command: _ } = driver.database()
      const seen: string[] = []
      let last: { _id: string; price: number } | undefined
      for (;;) {
        const beyond =
          last && _.or([{ price: _.lt(last.price) }, { price: last.price, _id: _.lt(last._id) }])
        const query = goods().where(beyond ? _.and([{ shelf: 'odd' }, beyond]) : { shelf: 'odd' })
        const { data } = await query.orderBy('price', 'desc').orderBy('_id', 'desc').limit(7).get()
        seen.push(...data.map((doc) => doc._id))
        last = data.at(-1) as { _id: string; price: number } | undefined
        if (data.length < 7) break
      }
      expect(seen).toHaveLength(30)
      expect(seen).toEqual([...seen].sort().reverse())
      expect(driver.scans()).toEqual([])
    })

    test('an index follows every change', async () => {
      const { command: _ } = driver.database()
      await goods()
        .doc('g00')
        .update({ data: { shelf: 'odd' } })
      await goods().doc('g01').remove()
      await goods()
        .doc('g03')
        .set({ data: { shelf: 'even', price: 99 } })
      expect((await goods().where({ shelf: 'odd' }).count()).total).toBe(29)
      const top = await goods()
        .where({ shelf: 'even', price: _.gt(50) })
        .get()
      expect(top.data.map(({ _id }) => _id)).toEqual(['g03'])
    })

    test('an index on an array has each of its elements', async () => {
      driver.prepare({ goods: [{ name: 'tags', keys: [['tags', 1]] }] })
      await goods().add({
        data: [
          { _id: 'a', tags: ['x', 'y', 'x'] },
          { _id: 'b', tags: ['y'] },
        ],
      })
      const ids = async (tag: string) =>
        (await goods().where({ tags: tag }).get()).data.map(({ _id }) => _id)
      expect(await ids('x')).toEqual(['a'])
      expect(await ids('y')).toEqual(['a', 'b'])
      await goods()
        .doc('a')
        .update({ data: { tags: driver.database().command.pull('y') } })
      expect(await ids('y')).toEqual(['b'])
      expect(driver.scans()).toEqual([])
    })

    test('values of all types sort in MongoDB order', async () => {
      driver.prepare({ goods: [{ name: 'v', keys: [['v', 1]] }] })
      const values = [null, -5, 0, 3.5, '', 'B', 'a', { k: 1 }, false, true, new Date(5)]
      await goods().add({ data: values.map((v, i) => ({ _id: `v${i}`, v })).reverse() })
      const { data } = await goods().orderBy('v', 'asc').get()
      expect(data.map(({ v }) => v)).toEqual(values)
      const down = await goods().orderBy('v', 'desc').get()
      expect(down.data.map(({ v }) => v)).toEqual([...values].reverse())
    })

    test('a query without an index is reported', async () => {
      await goods().add({
        data: Array.from({ length: 120 }, (_, i) => ({ _id: `n${i}`, other: i })),
      })
      await goods()
        .where({ other: 5 })
        .get()
        .catch(() => undefined)
      expect(driver.scans()).toMatchObject([{ collection: 'goods', plan: { index: 'scan' } }])
    })
  })
}
