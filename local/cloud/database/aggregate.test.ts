import { afterAll, describe, expect, test } from '@jest/globals'
import { openDatabase } from './database-service'
import { stringifyEjson } from './ejson'
import type { Doc, Value } from './value'

const database = openDatabase({ file: ':memory:', now: () => 0 })
database.ensureIndex('sales', { name: 'at', keys: [['at', 1]] })
database.ensureIndex('shops', { name: 'code', keys: [['code', 1]] })
database.ensureIndex('shops', { name: 'place', keys: [['place', '2dsphere']] })
const at = new Date('2024-03-05T17:30:00Z')
database.load('sales', [
  { _id: 'a', at, text: 'hello 茶', n: 5.7, shop: 'x', list: [1, 2, 3] },
  { _id: 'b', at: new Date('2024-03-09T00:00:00Z'), n: 2, shop: 'y' },
  { _id: 'c', at: new Date('2024-03-10T00:00:00Z'), n: 3, shop: ['x', 'y'] },
])
database.load(
  'shops',
  ['x', 'y', 'z'].map((code, i) => ({
    _id: `shop-${code}`,
    code,
    place: { type: 'Point', coordinates: [120 + i, 30] },
  })),
)

afterAll(() => database.close())

async function aggregate(stages: Doc[], collectionName = 'sales'): Promise<Doc[]> {
  const answer = (await database.handle('database.aggregateDocuments', {
    collectionName,
    stages: stages.map((stage) => {
      const [[stageKey, value]] = Object.entries(stage) as [[string, Value]]
      return { stageKey, stageValue: stringifyEjson(value) }
    }),
  })) as { data: { list: string[] } }
  return answer.data.list.map((text) => JSON.parse(text) as Doc)
}

/** The value of an expression on the first sale. */
async function evaluate(expression: Value): Promise<Value | undefined> {
  const stages: Doc[] = [{ $match: { _id: 'a' } }, { $project: { value: expression } }]
  return (await aggregate(stages))[0]?.['value']
}

describe('an aggregation', () => {
  test.each<[string, Value, Value]>([
    ['a text to its end', { $substr: ['$text', 6, -1] }, '茶'],
    ['a part of a text', { $substr: ['$text', 0, 5] }, 'hello'],
    ['the place of a text', { $indexOfCP: ['$text', '茶'] }, 6],
    ['the place of no text', { $indexOfCP: ['$text', 'x'] }, -1],
    ['the week of a date', { $week: '$at' }, 9],
    ['a whole number', { $trunc: '$n' }, 5],
    [
      'a day in China',
      { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } },
      '2024-03-06',
    ],
    ['an hour in China', { $hour: { date: '$at', timezone: '+08:00' } }, 1],
    ['a filtered list', { $filter: { input: '$list', cond: { $gt: ['$$this', 1] } } }, [2, 3]],
  ])('knows %s', async (_name, expression, expected) => {
    expect(await evaluate(expression)).toEqual(expected)
  })

  test('weeks begin on Sundays', async () => {
    const stages: Doc[] = [
      { $sort: { at: 1 } },
      { $group: { _id: { $week: '$at' }, n: { $sum: 1 } } },
    ]
    expect(await aggregate(stages)).toEqual([
      { _id: 9, n: 2 },
      { _id: 10, n: 1 },
    ])
  })

  test('joins equal fields, of lists each element', async () => {
    const found = await aggregate([
      { $match: { _id: { $in: ['b', 'c'] } } },
      { $lookup: { from: 'shops', localField: 'shop', foreignField: 'code', as: 'shops' } },
      { $project: { 'shops.code': 1 } },
    ])
    expect(found).toEqual([
      { _id: 'b', shops: [{ code: 'y' }] },
      { _id: 'c', shops: [{ code: 'x' }, { code: 'y' }] },
    ])
  })

  test('joins by a pipeline with variables', async () => {
    const pipeline: Doc[] = [
      { $match: { $expr: { $eq: ['$code', '$$code'] } } },
      { $project: { _id: 1 } },
    ]
    const found = await aggregate([
      { $match: { _id: 'b' } },
      { $lookup: { from: 'shops', let: { code: '$shop' }, pipeline, as: 'shops' } },
      { $project: { shops: 1 } },
    ])
    expect(found).toEqual([{ _id: 'b', shops: [{ _id: 'shop-y' }] }])
  })

  test('measures distances on the only geographic index', async () => {
    const $geoNear = {
      near: { type: 'Point', coordinates: [121, 30] },
      distanceField: 'far.metres',
      distanceMultiplier: 0.001,
      limit: 2,
      query: { code: { $ne: 'x' } },
    }
    const found = await aggregate([{ $geoNear }], 'shops')
    expect(found.map((shop) => shop['code'])).toEqual(['y', 'z'])
    const far = found.map((shop) => Math.round((shop['far'] as { metres: number }).metres))
    expect(far).toEqual([0, 96])
  })

  test.each<[string, Doc]>([
    ['a stage that writes', { $out: 'elsewhere' }],
    ['a stage that WeChat does not have', { $facet: {} }],
    ['code to run', { $project: { f: { $function: { body: '1', args: [], lang: 'js' } } } }],
    ['an operator nobody knows', { $group: { _id: null, n: { $nope: 1 } } }],
    ['an unknown condition', { $match: { f: { $near: 1 } } }],
    [
      'a join with nowhere',
      { $lookup: { from: 'no', localField: 'a', foreignField: 'b', as: 'c' } },
    ],
  ])('refuses %s', async (_name, stage) => {
    await expect(aggregate([{ $skip: 0 }, stage])).rejects.toMatchObject({ name: 'WireError' })
  })
})
