import { createHash } from 'node:crypto'
import type { Change, Step } from '../change'
import { forEachOf } from '../change'
import type { Cloud } from '../cloud'
import { listCollections, listIndexes, tableOf } from '../database'
import type { OnlineIndex } from '../database'
import { DeployError } from '../deploy-error'
import type { WantedCollection } from '../project'

type Index = WantedCollection['indexes'][number]

/** One collection's indexes as they are online, beside what is declared. */
interface Indexed {
  cloud: Cloud
  collection: string
  wanted: readonly Index[]
  there: readonly OnlineIndex[]
}

/** Every declared index is there with its fields, beside what it replaces. */
export const indexesStep = (cloud: Cloud, wanted: readonly WantedCollection[]): Step => ({
  title: 'indexes',
  changes: () =>
    forEachCollection(cloud, wanted, (indexed) =>
      indexed.wanted.flatMap((index) => creationOf(indexed, index)),
    ),
})

/**
 * What a declared index replaced is dropped, once the new one is there and no function online asks for
 * the old one any more; indexes that somebody else made stay.
 */
export const replacedIndexesStep = (cloud: Cloud, wanted: readonly WantedCollection[]): Step => ({
  title: 'replaced indexes',
  changes: () =>
    forEachCollection(cloud, wanted, (indexed) =>
      indexed.wanted.flatMap((index) =>
        replacedBy(indexed, index).map((old) => dropOf(indexed, index, old)),
      ),
    ),
})

async function forEachCollection(
  cloud: Cloud,
  wanted: readonly WantedCollection[],
  changesOf: (indexed: Indexed) => Change[],
): Promise<Change[]> {
  const online = await listCollections(cloud)
  const changes = await forEachOf(wanted, async ({ name: collection, indexes }) => {
    const there = online.has(collection) ? await listIndexes(cloud, collection) : []
    return changesOf({ cloud, collection, wanted: indexes, there })
  })
  return changes.flat()
}

function creationOf(indexed: Indexed, index: Index): Change[] {
  const { collection, there } = indexed
  const same = there.find((online) => onlineKeysOf(online) === keysOf(index.keys))
  if (!same) return [createBeside(indexed, index)]
  if (same.Unique !== true) return []
  return isNameOf(index, same)
    ? [dropUnique(indexed, same), create(indexed, index, same.Name)]
    : [standingInTheWay(collection, index.name, same)]
}

/** Under its own name, or under one of its definition where the one that it replaces still serves. */
function createBeside(indexed: Indexed, index: Index): Change {
  const { collection, there } = indexed
  const old = there.find(({ Name }) => Name === index.name)
  if (!old) return create(indexed, index, index.name)
  const change = create(indexed, index, nameOfDefinition(index))
  const until = `${collection}.${old.Name} (${onlineKeysOf(old)}), which serves until then`
  return { ...change, says: `${change.says}, to replace ${until}` }
}

function create({ cloud, collection }: Indexed, { keys }: Index, name: string): Change {
  const fields = keys.map(([Name, direction]) => ({ Name, Direction: String(direction) }))
  const schema = { MgoIsUnique: false, MgoIndexKeys: fields }
  return {
    says: `create index ${collection}.${name} (${keysOf(keys)})`,
    apply: () =>
      update(cloud, collection, { CreateIndexes: [{ IndexName: name, MgoKeySchema: schema }] }),
  }
}

/** The database takes no second index on the same fields: this one has to go first. */
const dropUnique = ({ cloud, collection }: Indexed, { Name, ...online }: OnlineIndex): Change => ({
  says: `drop index ${collection}.${Name} (${onlineKeysOf(online)}), which is unique; until it is made anew, queries are slow`,
  apply: () => update(cloud, collection, { DropIndexes: [{ IndexName: Name }] }),
})

const standingInTheWay = (collection: string, name: string, { Name }: OnlineIndex): Change => ({
  says: `index ${collection}.${name} cannot be made beside ${Name}`,
  apply: () => {
    throw new DeployError(
      `${collection} has a unique index ${Name} on the same fields, which somebody made by hand and ` +
        'which refuses documents that the functions write. Delete it in the console.',
    )
  },
})

/** Ours by their names, on fields that no declared index has any more. */
function replacedBy({ wanted, there }: Indexed, index: Index): OnlineIndex[] {
  const fields = wanted.map(({ keys }) => keysOf(keys))
  return there.filter((old) => isNameOf(index, old) && !fields.includes(onlineKeysOf(old)))
}

const dropOf = ({ cloud, collection }: Indexed, index: Index, old: OnlineIndex): Change => ({
  says: `drop index ${collection}.${old.Name} (${onlineKeysOf(old)}), replaced by the one on ${keysOf(index.keys)}`,
  async apply() {
    const there = await listIndexes(cloud, collection)
    if (!there.some((online) => onlineKeysOf(online) === keysOf(index.keys)))
      throw new DeployError(
        `${collection} has no index on ${keysOf(index.keys)} yet, so ${old.Name} stays. A large one ` +
          'takes its time: look at the indexes of the collection in the console.',
      )
    await update(cloud, collection, { DropIndexes: [{ IndexName: old.Name }] })
  },
})

async function update(cloud: Cloud, collection: string, change: object): Promise<void> {
  await cloud.call('tcb', 'UpdateTable', { ...tableOf(cloud, collection), ...change })
}

const nameOfDefinition = ({ name, keys }: Index) =>
  `${name}_${createHash('sha256').update(keysOf(keys)).digest('hex').slice(0, 8)}`
const isNameOf = ({ name }: Index, { Name }: OnlineIndex) =>
  Name === name || (Name.startsWith(`${name}_`) && /_[0-9a-f]{8}$/.test(Name.slice(name.length)))

const keysOf = (keys: Index['keys']) => keys.map(([field, way]) => `${field} ${way}`).join(', ')
const onlineKeysOf = ({ Keys }: Pick<OnlineIndex, 'Keys'>) =>
  (Keys ?? []).map(({ Name, Direction }) => `${Name} ${Direction}`).join(', ')
