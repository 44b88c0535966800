import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { priceInFen } from '../../../tests/fixtures/migrate/price-in-fen'
import { Shop } from '../../../tests/shop/shop'
import { rawDatabase } from '../cloud'
import type { Json } from '../cloud'
import type { MigrationDocument } from '../documents/health'
import { changeBatch, readBatch } from './change-batch'
import { migrate } from './migrate-task'
import { runMigrations, tryMigration } from './run'

let shop: Shop
const count = 2_500
beforeEach(() => {
  shop = new Shop()
  shop.put(
    'views',
    Array.from({ length: count }, (_, at) => ({ _id: `v${at + 10_000}`, price: at % 7 })),
  )
})

const never = () => false
const always = () => true
const all = async () => {
  const found: Json[] = []
  for (let cursor: string | undefined; ;) {
    const batch = await readBatch('views', cursor)
    found.push(...batch)
    if (batch.length === 0) return found
    cursor = String(batch.at(-1)?.['_id'])
  }
}
const isRight = (documents: readonly Json[]) =>
  documents.every(
    ({ _id, price, unit }) =>
      unit === 'fen' && price === ((Number(String(_id).slice(1)) - 10_000) % 7) * 100,
  )
const state = () => shop.one<MigrationDocument>('migrations', priceInFen.id)

describe('a migration', () => {
  test('changes every document once, and is then done for good', async () => {
    const { isDone } = await runMigrations([priceInFen], { now: 1, isOver: never })
    expect(isDone).toBe(true)
    expect(state()).toMatchObject({ state: 'done', seen: count, changed: count })
    await runMigrations([priceInFen], { now: 2, isOver: never })
    const documents = await all()
    expect(documents).toHaveLength(count)
    expect(isRight(documents)).toBe(true)
  })

  test('goes on where it was, one batch a call when there is no time', async () => {
    const first = await runMigrations([priceInFen], { now: 1, isOver: always })
    expect(first).toMatchObject({ isDone: false, migrations: [{ state: 'running', seen: 1000 }] })
    while (!(await runMigrations([priceInFen], { now: 1, isOver: always })).isDone);
    expect(state()).toMatchObject({ seen: count, changed: count, step: 3 })
    expect(isRight(await all())).toBe(true)
  })

  test('is right when two run at once, and counts each batch once', async () => {
    const run = () => runMigrations([priceInFen], { now: 1, isOver: never })
    await Promise.all([run(), run(), run()])
    expect(state()).toMatchObject({ state: 'done', seen: count })
    expect(isRight(await all())).toBe(true)
  })

  test('loses nothing that somebody changes at the same time', async () => {
    const [first] = await readBatch('views', undefined, 1)
    await rawDatabase
      .collection('views')
      .doc('v10000')
      .update({ data: { price: 9 } })
    const stale = jest.fn(() => Promise.resolve([first!]))
    await changeBatch(priceInFen, await stale(), 1)
    const [after] = await readBatch('views', undefined, 1)
    expect(after).toMatchObject({ price: 900, unit: 'fen' })
  })

  test('that cannot be written is not noted as done', async () => {
    const broken = { ...priceInFen, change: () => ({ price: 1 / 0 }) }
    jest.spyOn(rawDatabase, 'collection').mockImplementationOnce(() => {
      throw new Error('no connection')
    })
    await expect(runMigrations([broken], { now: 1, isOver: never })).rejects.toThrow('connection')
    expect(shop.all('migrations')).toEqual([])
    await runMigrations([priceInFen], { now: 1, isOver: never })
    expect(isRight(await all())).toBe(true)
  })
})

describe('a dry run', () => {
  test('says how many would change, shows some, and changes none', async () => {
    const report = await tryMigration(priceInFen, { cursor: undefined, isOver: never, now: 1 })
    expect(report).toMatchObject({ seen: count, wouldChange: count })
    expect(report.samples[1]).toEqual({
      id: 'v10001',
      before: { price: 1 },
      after: { price: 100, unit: 'fen' },
    })
    expect((await all()).some(({ unit }) => unit === 'fen')).toBe(false)
    expect(shop.all('migrations')).toEqual([])
  })

  test('goes on from its cursor', async () => {
    let seen = 0
    for (let cursor: string | undefined, more = true; more;) {
      const report = await tryMigration(priceInFen, { cursor, isOver: always, now: 1 })
      seen += report.seen
      cursor = report.cursor
      more = cursor !== undefined
    }
    expect(seen).toBe(count)
  })

  test('of a migration that nobody knows is told so', async () => {
    expect(await migrate({ dry: '0009-other' }, 1, [priceInFen])).toEqual({ kind: 'unknown' })
  })
})
