import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PersistenceDriver } from './driver'
import { errorOf } from './sdk'

export function updateTests(driver: PersistenceDriver): void {
  const goods = () => driver.database().collection('goods')
  const command = () => driver.database().command

  const update = async (data: object) => {
    const { stats } = await goods().doc('a').update({ data })
    const { data: after } = await goods().doc('a').get()
    return { updated: stats.updated, after: after as unknown as Record<string, unknown> }
  }

  describe('changing documents', () => {
    beforeEach(async () => {
      driver.prepare({ goods: [{ name: 'n', keys: [['n', 1]] }] })
      await goods().add({
        data: { _id: 'a', n: 5, tags: ['x', 'y'], inner: { p: 1, q: 2 }, text: 'tea' },
      })
    })

    test('fields given are set, nested ones by themselves', async () => {
      const { after } = await update({ n: 6, inner: { p: 9 }, 'inner.r': 3, new: { a: { b: 1 } } })
      expect(after).toMatchObject({ n: 6, inner: { p: 9, q: 2, r: 3 }, new: { a: { b: 1 } } })
    })

    test('set puts a whole object in the place of another', async () => {
      const { after } = await update({ inner: command().set({ only: true }) })
      expect(after['inner']).toEqual({ only: true })
    })

    test('numbers are added to, multiplied and bounded', async () => {
      const _ = command()
      expect((await update({ n: _.inc(-2), made: _.inc(3) })).after).toMatchObject({
        n: 3,
        made: 3,
      })
      expect((await update({ n: _.mul(4), zero: _.mul(2) })).after).toMatchObject({
        n: 12,
        zero: 0,
      })
      expect((await update({ n: _.min(7) })).after['n']).toBe(7)
      expect((await update({ n: _.max(8) })).after['n']).toBe(8)
    })

    test('fields are removed and renamed', async () => {
      const _ = command()
      const { after } = await update({ text: _.remove(), n: _.rename('count') })
      expect(after).toEqual({ _id: 'a', tags: ['x', 'y'], inner: { p: 1, q: 2 }, count: 5 })
    })

    test('arrays grow and shrink at both ends', async () => {
      const _ = command()
      expect((await update({ tags: _.push(['z']) })).after['tags']).toEqual(['x', 'y', 'z'])
      expect((await update({ tags: _.unshift(['w']) })).after['tags']).toEqual(['w', 'x', 'y', 'z'])
      expect((await update({ tags: _.pop() })).after['tags']).toEqual(['w', 'x', 'y'])
      expect((await update({ tags: _.shift() })).after['tags']).toEqual(['x', 'y'])
      const placed = _.push({ each: ['m', 'a'], position: 1, slice: 3 })
      expect((await update({ tags: placed })).after['tags']).toEqual(['x', 'm', 'a'])
      const sorted = _.push({ each: ['b'], sort: 1 })
      expect((await update({ tags: sorted })).after['tags']).toEqual(['a', 'b', 'm', 'x'])
    })

    test('addToSet adds once, pull takes away what matches', async () => {
      const _ = command()
      expect((await update({ tags: _.addToSet('x') })).after['tags']).toEqual(['x', 'y'])
      const both = _.addToSet({ each: ['y', 'z'] })
      expect((await update({ tags: both })).after['tags']).toEqual(['x', 'y', 'z'])
      expect((await update({ tags: _.pull('y') })).after['tags']).toEqual(['x', 'z'])
      expect((await update({ tags: _.pullAll(['x', 'z']) })).after['tags']).toEqual([])
    })

    test('only real changes count as updated', async () => {
      expect((await update({ n: 5 })).updated).toBe(0)
      expect((await update({ n: 7 })).updated).toBe(1)
      const { stats } = await goods()
        .doc('nobody')
        .update({ data: { n: 1 } })
      expect(stats.updated).toBe(0)
    })

    test('a conditional update changes the documents that meet the condition', async () => {
      const _ = command()
      const sell = () =>
        goods()
          .where({ _id: 'a', n: _.gte(3) })
          .update({ data: { n: _.inc(-3) } })
      expect((await sell()).stats.updated).toBe(1)
      expect((await sell()).stats.updated).toBe(0)
      expect((await goods().doc('a').get()).data['n']).toBe(2)
    })

    test('an update meets all matches, or one if told so', async () => {
      const _ = command()
      await goods().add({
        data: [
          { _id: 'b', n: 5 },
          { _id: 'c', n: 5 },
        ],
      })
      const five = goods().where({ n: 5 })
      expect((await five.update({ data: { seen: true }, multi: false })).stats.updated).toBe(1)
      expect((await five.update({ data: { n: _.inc(1) } })).stats.updated).toBe(3)
    })

    test('concurrent increments all count', async () => {
      const _ = command()
      await Promise.all(
        Array.from({ length: 20 }, () =>
          goods()
            .doc('a')
            .update({ data: { n: _.inc(1) } }),
        ),
      )
      expect((await goods().doc('a').get()).data['n']).toBe(25)
    })

    test('a value of the wrong type is refused as MongoDB refuses it', async () => {
      const _ = command()
      const wrong: [object, string][] = [
        [{ text: _.inc(1) }, 'Cannot apply $inc to a value of non-numeric type'],
        [{ text: _.push(['z']) }, "The field 'text' must be an array but is of type string"],
        [{ n: _.addToSet(1) }, 'Cannot apply $addToSet to non-array field'],
        [{ n: _.pull(1) }, 'Cannot apply $pull to a non-array value'],
        [{ 'n.deep': 1 }, "Cannot create field 'deep' in element {n: 5}"],
      ]
      for (const [data, message] of wrong) {
        const error = await errorOf(goods().doc('a').update({ data }))
        expect(error.errCode).toBe(-502001)
        expect(error.errMsg).toContain(message)
      }
    })

    test('the id cannot be changed', async () => {
      const error = await errorOf(
        goods()
          .doc('a')
          .update({ data: { _id: 'b' } }),
      )
      expect(error.errMsg).toContain('_id')
    })
  })
}
