import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PersistenceDriver } from './driver'
import { errorOf, type Transaction } from './sdk'

export function transactionTests(driver: PersistenceDriver): void {
  const database = () => driver.database()
  const goods = (transaction?: Transaction) => (transaction ?? database()).collection('goods')
  const stockOf = async (id: string, transaction?: Transaction) =>
    (await goods(transaction).doc(id).get()).data['stock'] as unknown as number

  describe('transactions', () => {
    beforeEach(async () => {
      await goods().add({
        data: [
          { _id: 'a', stock: 10 },
          { _id: 'b', stock: 20 },
        ],
      })
    })

    test('its writes are seen by itself at once, by others after the commit', async () => {
      const { command: _ } = database()
      const transaction = await database().startTransaction()
      await goods(transaction)
        .doc('a')
        .update({ data: { stock: _.inc(-1) } })
      await goods(transaction).add({ data: { _id: 'c', stock: 1 } })
      await goods(transaction).doc('b').remove()
      expect(await stockOf('a', transaction)).toBe(9)
      expect(await stockOf('c', transaction)).toBe(1)
      expect(await stockOf('a')).toBe(10)
      expect(await stockOf('b')).toBe(20)
      await transaction.commit()
      expect(await stockOf('a')).toBe(9)
      expect(await stockOf('c')).toBe(1)
      expect((await goods().count()).total).toBe(2)
    })

    test('runTransaction gives what the callback gives', async () => {
      const { command: _ } = database()
      const result = await database().runTransaction(async (transaction) => {
        const before = await stockOf('a', transaction)
        const { stats } = await goods(transaction)
          .doc('a')
          .update({ data: { stock: _.inc(5) } })
        await goods(transaction)
          .doc('new')
          .set({ data: { stock: 7 } })
        return { before, updated: stats.updated, made: await stockOf('new', transaction) }
      })
      expect(result).toEqual({ before: 10, updated: 1, made: 7 })
      expect(await stockOf('a')).toBe(15)
    })

    test('an error in the callback undoes everything', async () => {
      const thrown = await errorOf(
        database().runTransaction(async (transaction) => {
          await goods(transaction)
            .doc('a')
            .update({ data: { stock: 0 } })
          throw new Error('changed my mind')
        }),
      )
      expect(String(thrown)).toContain('changed my mind')
      expect(await stockOf('a')).toBe(10)
    })

    test('rollback throws its reason and undoes everything', async () => {
      const thrown = await errorOf(
        database().runTransaction(async (transaction) => {
          await goods(transaction)
            .doc('a')
            .update({ data: { stock: 0 } })
          await transaction.rollback({ why: 'sold out' })
        }),
      )
      expect(thrown).toEqual({ why: 'sold out' })
      expect(await stockOf('a')).toBe(10)
    })

    test('a transaction sees the state at its first operation', async () => {
      const transaction = await database().startTransaction()
      expect(await stockOf('a', transaction)).toBe(10)
      await goods()
        .doc('a')
        .update({ data: { stock: 1 } })
      await goods().doc('b').remove()
      await goods().add({ data: { _id: 'c', stock: 3 } })
      expect(await stockOf('a', transaction)).toBe(10)
      expect(await stockOf('b', transaction)).toBe(20)
      const missing = await errorOf(goods(transaction).doc('c').get())
      expect(missing.errMsg).toContain('does not exist')
      await transaction.rollback()
      expect(await stockOf('a')).toBe(1)
    })

    test('writing what another transaction has written fails at once', async () => {
      const first = await database().startTransaction()
      const second = await database().startTransaction()
      await goods(first)
        .doc('a')
        .update({ data: { stock: 1 } })
      const error = await errorOf(
        goods(second)
          .doc('a')
          .update({ data: { stock: 2 } }),
      )
      expect(error.errCode).toBe(-501001)
      await first.commit()
      await second.rollback()
      expect(await stockOf('a')).toBe(1)
    })

    test('writing what was changed after the snapshot fails', async () => {
      const transaction = await database().startTransaction()
      await stockOf('b', transaction)
      await goods()
        .doc('a')
        .update({ data: { stock: 1 } })
      const error = await errorOf(
        goods(transaction)
          .doc('a')
          .update({ data: { stock: 2 } }),
      )
      expect(error.errCode).toBe(-501001)
      expect(await stockOf('a')).toBe(1)
    })

    test('a conflict inside is not run again by the SDK, one at the commit is', async () => {
      let inside = 0
      const blocker = await database().startTransaction()
      await goods(blocker)
        .doc('a')
        .update({ data: { stock: 1 } })
      await errorOf(
        database().runTransaction(async (transaction) => {
          inside += 1
          await goods(transaction)
            .doc('a')
            .update({ data: { stock: 2 } })
        }),
      )
      expect(inside).toBe(1)
      await blocker.rollback()
      let runs = 0
      driver.failNext('database.commitTransaction', 'DATABASE_TRANSACTION_CONFLICT')
      await database().runTransaction(async (transaction) => {
        runs += 1
        await goods(transaction)
          .doc('b')
          .update({ data: { stock: runs } })
      })
      expect(runs).toBe(2)
      expect(await stockOf('b')).toBe(2)
    })

    test('a plain update waits for the transaction that holds the document', async () => {
      const { command: _ } = database()
      const transaction = await database().startTransaction()
      await goods(transaction)
        .doc('a')
        .update({ data: { stock: _.inc(-1) } })
      const order: string[] = []
      const waiting = goods()
        .doc('a')
        .update({ data: { stock: _.mul(2) } })
        .then(() => order.push('plain'))
      expect(await stockOf('a')).toBe(10)
      order.push('commit')
      await transaction.commit()
      await waiting
      expect(order).toEqual(['commit', 'plain'])
      expect(await stockOf('a')).toBe(18)
    })

    test('what where() changes is outside the transaction, what it reads is refused', async () => {
      const transaction = await database().startTransaction()
      await goods(transaction)
        .where({ _id: 'a' })
        .update({ data: { leak: 1 } })
      const error = await errorOf(goods(transaction).where({ stock: 10 }).get())
      expect(error.errCode).toBe(-501007)
      expect(error.errMsg).toContain('by id only')
      await transaction.rollback()
      expect((await goods().doc('a').get()).data['leak']).toBe(1)
    })

    test('a transaction that has ended is not there any more', async () => {
      const transaction = await database().startTransaction()
      await goods(transaction)
        .doc('a')
        .update({ data: { stock: 1 } })
      await transaction.commit()
      const error = await errorOf(
        goods(transaction)
          .doc('a')
          .update({ data: { stock: 2 } }),
      )
      expect(error.errCode).toBe(-501001)
      expect(error.errMsg).toContain('Transaction does not exist')
      await expect(transaction.commit()).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_FAIL',
      })
    })

    test('an error of an operation ends the transaction, as in MongoDB', async () => {
      const { command: _ } = database()
      const transaction = await database().startTransaction()
      await goods(transaction)
        .doc('b')
        .update({ data: { stock: 0 } })
      await errorOf(
        goods(transaction)
          .doc('a')
          .update({ data: { stock: _.push([1]) } }),
      )
      await expect(transaction.commit()).rejects.toMatchObject({
        code: 'DATABASE_TRANSACTION_FAIL',
      })
      expect(await stockOf('b')).toBe(20)
    })

    test('eight that count at once lose nothing', async () => {
      const { command: _ } = database()
      const attempt = async (): Promise<void> => {
        try {
          await database().runTransaction(async (transaction) => {
            await stockOf('a', transaction)
            await goods(transaction)
              .doc('a')
              .update({ data: { stock: _.inc(1) } })
          })
        } catch (error) {
          expect((error as { errCode: number }).errCode).toBe(-501001)
          await attempt()
        }
      }
      await Promise.all(Array.from({ length: 8 }, attempt))
      expect(await stockOf('a')).toBe(18)
    })
  })
}
