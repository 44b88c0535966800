import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PersistenceDriver } from './driver'
import { errorOf } from './sdk'

export function uniqueTests(driver: PersistenceDriver): void {
  const goods = () => driver.database().collection('goods')

  describe('unique indexes', () => {
    beforeEach(() => {
      driver.prepare({ goods: [{ name: 'sku', keys: [['sku', 1]], unique: true }] })
    })

    test('a key belongs to one document', async () => {
      await goods().add({ data: { _id: 'a', sku: 's1' } })
      const error = await errorOf(goods().add({ data: { _id: 'b', sku: 's1' } }))
      expect(error.errCode).toBe(-502001)
      expect(error.errMsg).toContain('index: sku dup key: { sku: "s1" }')
      expect((await goods().count()).total).toBe(1)
    })

    test('an update cannot take the key of another', async () => {
      await goods().add({
        data: [
          { _id: 'a', sku: 's1' },
          { _id: 'b', sku: 's2' },
        ],
      })
      const error = await errorOf(
        goods()
          .doc('b')
          .update({ data: { sku: 's1' } }),
      )
      expect(error.errMsg).toContain('E11000')
      expect((await goods().where({ sku: 's2' }).count()).total).toBe(1)
    })

    test('a key is free again when its document lets go of it', async () => {
      await goods().add({ data: { _id: 'a', sku: 's1' } })
      await goods()
        .doc('a')
        .update({ data: { sku: 's2' } })
      await goods().add({ data: { _id: 'b', sku: 's1' } })
      await goods().doc('a').remove()
      await goods().add({ data: { _id: 'c', sku: 's2' } })
      expect((await goods().count()).total).toBe(2)
    })

    test('one document may lack the field', async () => {
      await goods().add({ data: { _id: 'a' } })
      const error = await errorOf(goods().add({ data: { _id: 'b' } }))
      expect(error.errMsg).toContain('dup key: { sku: null }')
    })

    test('of two that race for a key one wins', async () => {
      const race = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((id) => goods().add({ data: { _id: id, sku: 'same' } })),
      )
      expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    test('a transaction meets the key of a committed document', async () => {
      await goods().add({ data: { _id: 'a', sku: 's1' } })
      const error = await errorOf(
        driver.database().runTransaction(async (transaction) => {
          await transaction.collection('goods').add({ data: { _id: 'b', sku: 's1' } })
        }),
      )
      expect(error.errMsg).toContain('E11000')
    })

    test('a transaction may pass a key from one document to another', async () => {
      await goods().add({ data: { _id: 'a', sku: 's1' } })
      await driver.database().runTransaction(async (transaction) => {
        await transaction
          .collection('goods')
          .doc('a')
          .update({ data: { sku: 's2' } })
        await transaction.collection('goods').add({ data: { _id: 'b', sku: 's1' } })
      })
      expect((await goods().where({ sku: 's1' }).get()).data[0]?._id).toBe('b')
    })

    test('two transactions cannot both take a key', async () => {
      const first = await driver.database().startTransaction()
      const second = await driver.database().startTransaction()
      await first.collection('goods').add({ data: { _id: 'a', sku: 's1' } })
      const error = await errorOf(second.collection('goods').add({ data: { _id: 'b', sku: 's1' } }))
      expect(error.errCode).toBe(-501001)
      await first.commit()
      await second.rollback()
      expect((await goods().count()).total).toBe(1)
    })
  })
}
