import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { fakeCloud } from '../../tests/fakes/wx-server-sdk'
import { command } from './cloud'
import { collections } from './collections'
import { db } from './db'
import { Refusal } from './failure'
import { isConflict, transaction } from './transaction'

beforeEach(() => {
  jest.restoreAllMocks()
  jest.spyOn(console, 'error').mockReturnValue()
  jest.spyOn(console, 'warn').mockReturnValue()
  fakeCloud.reset()
  fakeCloud.schema(Object.fromEntries(collections.map(({ name }) => [name, []])))
  fakeCloud.database.load('carts', [{ _id: 'anna', entries: [], updatedAt: 0 }])
})

const count = async () => (await db.carts.get('anna'))?.updatedAt
const addOne = () =>
  transaction(async (tx) => {
    const cart = await tx.carts.get('anna')
    await tx.carts.put({ ...cart!, updatedAt: cart!.updatedAt + 1 })
  })

describe('a transaction', () => {
  test('of many at the same document loses nothing', async () => {
    await Promise.all(Array.from({ length: 12 }, addOne))
    expect(await count()).toBe(12)
  })

  test('is tried again after a conflict at any step', async () => {
    fakeCloud.failNext('database.getDocument', 'DATABASE_TRANSACTION_CONFLICT')
    fakeCloud.failNext('database.modifyDocument', 'DATABASE_TRANSACTION_CONFLICT')
    fakeCloud.failNext('database.commitTransaction', 'DATABASE_TRANSACTION_CONFLICT')
    await addOne()
    expect(await count()).toBe(1)
  })

  test('that always meets somebody gives up in the end, and says so', async () => {
    let attempts = 0
    const meetSomebody = async () => {
      attempts += 1
      throw Object.assign(new Error('collection.update:fail -501001'), { errCode: -501001 })
    }
    const refusal = new Refusal('RATE_LIMITED')
    await expect(transaction(meetSomebody, { attempts: 4, ms: 60_000 })).rejects.toEqual(refusal)
    expect(attempts).toBe(4)
    await expect(transaction(meetSomebody, { attempts: 100, ms: 0 })).rejects.toEqual(refusal)
    expect(attempts).toBe(5)
  })

  test('that is refused leaves nothing behind, and is not tried again', async () => {
    let attempts = 0
    const run = transaction(async (tx) => {
      attempts += 1
      await tx.carts.update('anna', { updatedAt: command.inc(5) })
      throw new Refusal('SOLD_OUT')
    })
    await expect(run).rejects.toThrow('SOLD_OUT')
    expect([attempts, await count()]).toEqual([1, 0])
    await addOne()
    expect(await count()).toBe(1)
  })

  test('adds several documents at once, and none when one is there already', async () => {
    const cart = (_id: string) => ({ _id, entries: [], updatedAt: 1 })
    await transaction((tx) => tx.carts.insert(cart('bert'), cart('cleo')))
    expect(await db.carts.getMany(['bert', 'cleo', 'nobody'])).toHaveProperty('size', 2)
    await expect(transaction((tx) => tx.carts.insert(cart('dora'), cart('bert')))).rejects.toThrow(
      /duplicate|E11000/i,
    )
    expect(await db.carts.get('dora')).toBeUndefined()
  })

  test('says whether a document was there to be changed', async () => {
    const found = await transaction(async (tx) => [
      await tx.carts.update('anna', { updatedAt: 3 }),
      await tx.carts.update('nobody', { updatedAt: 3 }),
    ])
    expect(found).toEqual([true, false])
  })
})

test.each([
  [{ code: 'DATABASE_TRANSACTION_CONFLICT', message: 'x' }, true],
  [Object.assign(new Error('document.update:fail -501001'), { errCode: -501001 }), true],
  [new Error('WriteConflict error: this operation conflicted'), true],
  [Object.assign(new Error('E11000 duplicate key'), { errCode: -501001 }), false],
  [Object.assign(new Error('no such collection'), { errCode: -502005 }), false],
  [new Refusal('CONFLICT'), false],
  [undefined, false],
])('%p is a conflict: %p', (error, expected) => {
  expect(isConflict(error)).toBe(expected)
})

test('a conditional change says whether it was made', async () => {
  expect(await db.carts.updateIf('anna', { updatedAt: 0 }, { updatedAt: 7 })).toBe(true)
  expect(await db.carts.updateIf('anna', { updatedAt: 0 }, { updatedAt: 8 })).toBe(false)
  expect(await count()).toBe(7)
})
