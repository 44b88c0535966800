import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { checkBackup, fileOf, writeBackup } from './backup-folder'
import { localSource, localTarget, withLocalDatabase } from './local-database'
import { rehearse } from './rehearse'
import { restoreBackup } from './restore-backup'
import { digestOf, fieldWithDot, lineOf } from './document-text'
import { documentsIn } from './documents-in'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'backup-test-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const inFolder = (name: string) => path.join(folder, name)
const products = 2_500

/** A company of some documents, with a date, a nested list and a text of every kind. */
const fill = () =>
  withLocalDatabase(inFolder('company'), (database) => {
    for (const name of ['products', 'orders', 'migrations', 'carts'])
      database.ensureCollection(name)
    database.load(
      'products',
      Array.from({ length: products }, (_, at) => ({ _id: `p${at}`, name: `茶 "${at}"\n`, at })),
    )
    database.load('orders', [
      {
        _id: 'o1',
        _openid: 'oYd1A5kX-3fGhJ_kLmNpQrStUvWx',
        lines: [{ n: 1 }, { n: 2, deep: [[{}], []] }],
        paidAt: new Date(5),
        placedAt: 1_790_000_000_123,
        weight: -2_147_483_649,
        note: null,
        totalFen: 1.5,
        'with.dot': { 'and.more': true },
        text: 'two\u2028lines } { "of" \\',
      },
    ])
    database.load('migrations', [
      { _id: '0001-a', state: 'done' },
      { _id: '0002-b', state: 'running' },
    ])
    return Promise.resolve()
  })
const backUp = () =>
  withLocalDatabase(inFolder('company'), (database) =>
    writeBackup(localSource(database), inFolder('backup'), 0),
  )

describe('a backup', () => {
  test('says what it holds', async () => {
    await fill()
    await backUp()
    const manifest = await checkBackup(inFolder('backup'))
    expect(manifest).toMatchObject({ at: '1970-01-01T00:00:00.000Z', migrations: ['0001-a'] })
    expect(manifest.collections.map(({ name, count }) => [name, count])).toEqual([
      ['carts', 0],
      ['migrations', 2],
      ['orders', 1],
      ['products', products],
    ])
  })

  test('comes back the same, dates included', async () => {
    await fill()
    expect(await rehearse(inFolder('company'), folder)).toMatchObject({ documents: products + 3 })
    await withLocalDatabase(inFolder('restored'), (database) => {
      expect(database.list('orders')).toEqual([
        {
          _id: 'o1',
          _openid: 'oYd1A5kX-3fGhJ_kLmNpQrStUvWx',
          lines: [{ n: 1 }, { n: 2, deep: [[{}], []] }],
          paidAt: { $date: 5 },
          placedAt: 1_790_000_000_123,
          weight: -2_147_483_649,
          note: null,
          totalFen: 1.5,
          'with.dot': { 'and.more': true },
          text: 'two\u2028lines } { "of" \\',
        },
      ])
      expect(database.collections()).toContainEqual({ name: 'carts', count: 0 })
      return Promise.resolve()
    })
  })

  test('that somebody touched, or that was not finished, is refused', async () => {
    await fill()
    await backUp()
    const file = fileOf(inFolder('backup'), 'orders')
    const text = fs.readFileSync(file, 'utf8')
    fs.writeFileSync(file, text.replace('1.5', '2.5'))
    await expect(checkBackup(inFolder('backup'))).rejects.toThrow('not as it was written')
    fs.writeFileSync(file, text)
    fs.rmSync(path.join(inFolder('backup'), 'manifest.json'))
    await expect(checkBackup(inFolder('backup'))).rejects.toThrow('no backup')
  })

  test('is never written over another one', async () => {
    await fill()
    await backUp()
    await expect(backUp()).rejects.toThrow('holds a backup')
  })

  test('is restored into an empty environment only', async () => {
    await fill()
    await backUp()
    await withLocalDatabase(inFolder('company'), async (database) => {
      const restored = restoreBackup(inFolder('backup'), localTarget(database))
      await expect(restored).rejects.toThrow('products')
      expect(database.list('products', { limit: 5000 })).toHaveLength(products)
    })
  })
})

describe('documents in a file', () => {
  const all = async (...pieces: string[]) => {
    const found: unknown[] = []
    for await (const text of documentsIn(pieces, 'the file')) found.push(JSON.parse(text))
    return found
  }

  test('are found however they are laid out and cut', async () => {
    const documents = [
      { _id: '}{"', a: [{ b: '\\' }] },
      { _id: '\u2028\n', c: {} },
    ]
    const layouts = [
      documents.map((document) => JSON.stringify(document)).join('\n'),
      documents.map((document) => JSON.stringify(document, null, 4)).join('\r\n'),
      JSON.stringify(documents),
    ]
    for (const layout of layouts) {
      expect(await all(layout)).toEqual(documents)
      expect(await all(...layout)).toEqual(documents)
    }
    expect(await all('')).toEqual([])
  })

  test('that end too early, or are something else, are refused', async () => {
    await expect(all('{"_id":"a"}\n{"_id":"b"')).rejects.toThrow('middle of a document')
    await expect(all('<html>')).rejects.toThrow('no document')
  })

  test('are the same in whatever form and order a tool writes them', async () => {
    const digest = (...texts: string[]) => digestOf(documentsIn(texts, ''))
    const [one, other] = ['{"a":1790000000123,"d":{"$date":5}}', '{"b":1}']
    const same = [
      '{"b":{"$numberInt":"1"}}',
      '{"d":{"$date":{"$numberLong":"5"}},"a":{"$numberLong":"1790000000123"}}',
    ]
    expect(await digest(one, other)).toEqual(await digest(...same))
    expect(await digest(one, other)).not.toEqual(await digest(one, '{"b":2}'))
  })

  test('go to Tencent Cloud with dates as it documents them, and no field named like a path', () => {
    expect(lineOf('{"at": {"$date": {"$numberLong": "5"}}, "n": [{"$date": 0}]}')).toBe(
      '{"at":{"$date":"1970-01-01T00:00:00.005Z"},"n":[{"$date":"1970-01-01T00:00:00.000Z"}]}',
    )
    expect(fieldWithDot('{"a":[{"b.c":1}]}')).toBe('b.c')
    expect(fieldWithDot('{"a":["b.c"],"d":{"e":"f.g"}}')).toBeUndefined()
  })
})
