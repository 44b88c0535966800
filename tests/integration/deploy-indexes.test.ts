import { beforeEach, describe, expect, test } from '@jest/globals'
import type { WantedCollection } from '../../scripts/deploy/project'
import { useTencentCloud } from '../fakes/tencent-cloud/deploying'
import type { Deployer } from '../fakes/tencent-cloud/deploying'
import { closedCollection, smallProject } from '../fakes/tencent-cloud/small-project'
import type { Failure, TencentCloud } from '../fakes/tencent-cloud/tencent-cloud'

let cloud: TencentCloud
let deployer: Deployer
const folder = useTencentCloud((started) => ({ cloud, deployer } = started))
beforeEach(() => cloud.reset())

type Indexes = WantedCollection['indexes']
const atUp: Indexes = [{ name: 'due', keys: [['at', 1]] }]
const atDown: Indexes = [{ name: 'due', keys: [['at', -1]] }]
const stateFirst: Indexes = [
  {
    name: 'due',
    keys: [
      ['state', 1],
      ['at', 1],
    ],
  },
]

/** Brings these indexes of orders online, and functions that differ with them. */
const deploy = (indexes: Indexes, ...words: string[]) =>
  deployer.deploy({
    words: ['--env', cloud.envId, '--timeout', '1.5', ...words],
    ...smallProject(
      folder,
      { order: { code: `exports.main = () => ${JSON.stringify(indexes)}` } },
      [closedCollection('settings'), closedCollection('orders', indexes)],
    ),
  })

const orders = () => cloud.database.collections.get('orders')!.indexes
const fieldsOnline = () =>
  orders().map(({ Keys }) => Keys.map(({ Name, Direction }) => `${Name} ${Direction}`).join(', '))
const sent = () =>
  cloud.calls.flatMap(({ action, parameters }) =>
    action === 'UpdateTable'
      ? [parameters['CreateIndexes'] === undefined ? 'drop' : 'create']
      : action === 'UpdateFunctionCode'
        ? ['code']
        : [],
  )

describe('an index whose fields changed', () => {
  test('is made beside the old one, which goes when the functions that ask for it are gone', async () => {
    await deploy(atUp)
    cloud.calls.length = 0
    const plan = await deploy(atDown, '--plan')
    expect(sent()).toEqual([])
    const { code, output } = await deploy(atDown)
    expect(code).toBe(0)
    expect(sent()).toEqual(['create', 'code', 'drop'])
    expect(fieldsOnline()).toEqual(['_id 1', 'at -1'])
    expect(orders()[1]?.Name).toMatch(/^due_[0-9a-f]{8}$/)
    for (const says of [
      /create index orders\.due_\w{8} \(at -1\), to replace orders\.due \(at 1\), which serves until/,
      /drop index orders\.due \(at 1\), replaced by the one on at -1$/m,
    ]) {
      expect(plan.output).toMatch(says)
      expect(output).toMatch(says)
    }
    expect((await deploy(atDown)).output).toContain('Nothing to change.')
  })

  test('goes back to its own name, and on to another definition', async () => {
    for (const indexes of [atUp, atDown, atUp, stateFirst, atDown]) {
      expect(await deploy(indexes)).toMatchObject({ code: 0 })
      expect(fieldsOnline()).toHaveLength(2)
    }
    expect(fieldsOnline()).toEqual(['_id 1', 'at -1'])
    expect((await deploy(atDown)).output).toContain('Nothing to change.')
  })

  test.each(['refused', 'silent', 'broken', 'lost'] satisfies Failure[])(
    'is never missing when one of its calls is %s, and the run after completes it',
    async (failure) => {
      for (const calls of [0, 1]) {
        cloud.reset()
        await deploy(atUp)
        cloud.fail('UpdateTable', failure, Infinity, calls)
        expect(await deploy(atDown)).toMatchObject({ code: 1 })
        // The functions of then and of now each have what they ask for.
        const code = sent().includes('code') ? 'at -1' : 'at 1'
        expect(fieldsOnline()).toContain(code)
        cloud.heal()
        expect(await deploy(atDown)).toMatchObject({ code: 0 })
        expect(fieldsOnline()).toEqual(['_id 1', 'at -1'])
      }
    },
  )

  test('leaves the old one when the new one is not told of yet', async () => {
    await deploy(atUp)
    cloud.database.isIndexing = true
    expect(await deploy(atDown)).toMatchObject({
      code: 1,
      output: expect.stringContaining('orders has no index on at -1 yet, so due stays.'),
    })
    expect(fieldsOnline()).toEqual(['_id 1', 'at 1'])
  })

  test('leaves what another declared index has come to need, and what somebody else made', async () => {
    await deploy([...atUp, { name: 'state', keys: [['state', 1]] }])
    orders().push({ Name: 'due_by_hand', Unique: false, Keys: [{ Name: 'a', Direction: '1' }] })
    const swapped: Indexes = [
      { name: 'due', keys: [['state', 1]] },
      { name: 'state', keys: [['at', 1]] },
    ]
    expect((await deploy(swapped)).code).toBe(0)
    expect(fieldsOnline()).toEqual(['_id 1', 'at 1', 'state 1', 'a 1'])
  })

  test('is dropped first only where it became unique on the same fields, which allow one index', async () => {
    await deploy(atUp)
    orders()[1]!.Unique = true
    cloud.calls.length = 0
    expect((await deploy(atUp)).output).toMatch(
      /drop index orders\.due \(at 1\), which is unique; until it is made anew, queries are slow$/m,
    )
    expect(sent()).toEqual(['drop', 'create'])
    expect(orders()[1]).toMatchObject({ Name: 'due', Unique: false })
  })
})
