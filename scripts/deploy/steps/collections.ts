import type { Change, Step } from '../change'
import { forEachOf } from '../change'
import type { Cloud } from '../cloud'
import {
  createCollection,
  isSameRule,
  listCollections,
  listIndexes,
  readRule,
  tableOf,
  writeRule,
} from '../database'
import type { OnlineIndex } from '../database'
import { DeployError } from '../deploy-error'
import type { WantedCollection } from '../project'

type Index = WantedCollection['indexes'][number]

/** Every collection is there. One that is there already is not made again: that would cost indexes. */
export const collectionsStep = (cloud: Cloud, wanted: readonly WantedCollection[]): Step => ({
  title: 'collections',
  async changes() {
    const online = await listCollections(cloud)
    return wanted
      .filter(({ name }) => !online.has(name))
      .map(({ name }) => ({
        says: `create collection ${name}`,
        apply: () => createCollection(cloud, name),
      }))
  },
})

/** Every declared index is there with its fields; indexes that somebody else made stay. */
export const indexesStep = (cloud: Cloud, wanted: readonly WantedCollection[]): Step => ({
  title: 'indexes',
  async changes() {
    const online = await listCollections(cloud)
    const changes = await forEachOf(wanted, async ({ name, indexes }) => {
      const there = online.has(name) ? await listIndexes(cloud, name) : []
      return indexes.flatMap((index) => indexChanges(cloud, name, index, there))
    })
    return changes.flat()
  },
})

function indexChanges(
  cloud: Cloud,
  collection: string,
  { name, keys }: Index,
  there: readonly OnlineIndex[],
): Change[] {
  const table = tableOf(cloud, collection)
  const update = (change: object) => async () => {
    await cloud.call('tcb', 'UpdateTable', { ...table, ...change })
  }
  const create: Change = {
    says: `create index ${collection}.${name} (${keysOf(keys)})`,
    apply: update({
      CreateIndexes: [
        {
          IndexName: name,
          MgoKeySchema: {
            MgoIsUnique: false,
            MgoIndexKeys: keys.map(([field, direction]) => ({
              Name: field,
              Direction: String(direction),
            })),
          },
        },
      ],
    }),
  }
  const found = there.find(({ Name }) => Name === name)
  if (!found) {
    // The database takes no second index on the same fields.
    const same = there.find((other) => onlineKeysOf(other) === keysOf(keys))
    if (same?.Unique === true) return [standingInTheWay(collection, name, same)]
    return same ? [] : [create]
  }
  if (found.Unique !== true && keysOf(keys) === onlineKeysOf(found)) return []
  const other = found.Unique === true ? 'unique' : 'on other fields'
  const drop: Change = {
    says: `drop index ${collection}.${name} (${onlineKeysOf(found)}), which is ${other}; until it is made anew, queries are slow`,
    apply: update({ DropIndexes: [{ IndexName: name }] }),
  }
  return [drop, create]
}

const standingInTheWay = (collection: string, name: string, { Name }: OnlineIndex): Change => ({
  says: `index ${collection}.${name} cannot be made beside ${Name}`,
  apply: () => {
    throw new DeployError(
      `${collection} has a unique index ${Name} on the same fields, which somebody made by hand and ` +
        'which refuses documents that the functions write. Delete it in the console.',
    )
  },
})

const keysOf = (keys: Index['keys']) => keys.map(([field, way]) => `${field} ${way}`).join(', ')
const onlineKeysOf = ({ Keys }: OnlineIndex) =>
  (Keys ?? []).map(({ Name, Direction }) => `${Name} ${Direction}`).join(', ')

/** Clients may do to a collection what its rule says: nothing. */
export const rulesStep = (cloud: Cloud, wanted: readonly WantedCollection[]): Step => ({
  title: 'database rules',
  async changes() {
    const online = await listCollections(cloud)
    const changes = await forEachOf(wanted, async ({ name, rule }) => {
      if (online.has(name) && isSameRule(await readRule(cloud, name), rule)) return []
      const ruleChange: Change = {
        says: `set rule of ${name} to ${JSON.stringify(rule)}`,
        apply: () => writeRule(cloud, name, rule),
      }
      return [ruleChange]
    })
    return changes.flat()
  },
})
