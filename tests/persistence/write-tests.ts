import { describe, expect, test } from '@jest/globals'
import type { PersistenceDriver } from './driver'
import { errorOf } from './sdk'

export function writeTests(driver: PersistenceDriver): void {
  const goods = () => driver.database().collection('goods')

  describe('writing documents', () => {
    test('a document added comes back with all its types', async () => {
      const at = new Date(1_700_000_000_123)
      const data = {
        _id: 'a',
        text: 'é 茶 🍵 $5',
        whole: 5,
        large: 9_007_199_254_740_991,
        fraction: 0.1,
        yes: true,
        nothing: null,
        at,
        list: [1, 'two', [3], { four: 4 }],
        inner: { deep: { at } },
      }
      await goods().add({ data })
      const { data: found, errMsg } = await goods().doc('a').get()
      expect(found).toEqual(data)
      expect(errMsg).toBe('document.get:ok')
    })

    test('a document without an id gets one of its own', async () => {
      const first = await goods().add({ data: { n: 1 } })
      const second = await goods().add({ data: { n: 2 } })
      expect(first._id).toMatch(/^[0-9a-f]{32}$/)
      expect(second._id).not.toBe(first._id)
      expect((await goods().doc(first._id).get()).data).toEqual({ _id: first._id, n: 1 })
    })

    test('several documents are added at once', async () => {
      const { _ids: ids } = await goods().add({ data: [{ _id: 'x' }, { n: 2 }] })
      expect(ids[0]).toBe('x')
      expect(ids).toHaveLength(2)
      expect((await goods().count()).total).toBe(2)
    })

    test('numbers and text are different ids', async () => {
      await goods().add({ data: { _id: 1, kind: 'number' } })
      await goods().add({ data: { _id: '1', kind: 'text' } })
      expect((await goods().doc(1).get()).data).toEqual({ _id: 1, kind: 'number' })
      expect((await goods().doc('1').get()).data).toEqual({ _id: '1', kind: 'text' })
    })

    test('a second document with an id is refused and changes nothing', async () => {
      await goods().add({ data: { _id: 'a', n: 1 } })
      const error = await errorOf(goods().add({ data: { _id: 'a', n: 2 } }))
      expect(error.errCode).toBe(-502001)
      expect(error.errMsg).toContain('E11000 duplicate key error')
      expect((await goods().doc('a').get()).data).toEqual({ _id: 'a', n: 1 })
    })

    test('a document that is not there is an error of the SDK', async () => {
      const error = await errorOf(goods().doc('nobody').get())
      expect(error.errMsg).toContain('document with _id nobody does not exist')
    })

    test('a collection that is not there is -502005', async () => {
      const { errCode } = await errorOf(driver.database().collection('nowhere').get())
      expect(errCode).toBe(-502005)
      const writing = await errorOf(
        driver
          .database()
          .collection('nowhere')
          .add({ data: { a: 1 } }),
      )
      expect(writing.errCode).toBe(-502005)
    })

    test('a collection is made once', async () => {
      const made = await driver.database().createCollection('fresh')
      expect(made.errMsg).toBe('createCollection:ok')
      await driver
        .database()
        .collection('fresh')
        .add({ data: { _id: 'a' } })
      const error = await errorOf(driver.database().createCollection('fresh'))
      expect(error.errMsg).toContain('Table exist')
    })

    test('server dates follow the clock of the cloud', async () => {
      driver.setNow(1_000_000)
      const { serverDate } = driver.database()
      const data = { _id: 'a', at: serverDate(), later: serverDate({ offset: 60_000 }) }
      await goods().add({ data })
      expect((await goods().doc('a').get()).data).toEqual({
        _id: 'a',
        at: new Date(1_000_000),
        later: new Date(1_060_000),
      })
    })

    test('set replaces the whole document or makes it', async () => {
      const made = await goods()
        .doc('a')
        .set({ data: { n: 1, gone: true } })
      expect(made).toMatchObject({ _id: 'a', stats: { updated: 0, created: 1 } })
      const replaced = await goods()
        .doc('a')
        .set({ data: { n: 2 } })
      expect(replaced.stats).toEqual({ updated: 1, created: 0 })
      expect((await goods().doc('a').get()).data).toEqual({ _id: 'a', n: 2 })
    })

    test('remove tells how many went', async () => {
      await goods().add({
        data: [
          { _id: 'a', z: 1 },
          { _id: 'b', z: 1 },
          { _id: 'c', z: 2 },
        ],
      })
      expect((await goods().doc('c').remove()).stats.removed).toBe(1)
      expect((await goods().doc('c').remove()).stats.removed).toBe(0)
      const ids = driver.database().command.in(['a', 'b'])
      const both = goods().where({ _id: ids })
      expect((await both.remove({ multi: false })).stats.removed).toBe(1)
      expect((await both.remove()).stats.removed).toBe(1)
      expect((await goods().count()).total).toBe(0)
    })

    test('field names that begin with a dollar are refused', async () => {
      const error = await errorOf(goods().add({ data: { inner: { $bad: 1 } } }))
      expect(error.errMsg).toContain('not valid for storage')
    })
  })
}
