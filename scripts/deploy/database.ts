import type { Cloud } from './cloud'
import { DeployError } from './deploy-error'

/** An index as it is online. */
export interface OnlineIndex {
  Name: string
  Keys: { Name: string; Direction: string }[] | null
  Unique?: boolean
}

/** Who may read and write a collection or the storage. */
export interface OnlineRule {
  AclTag?: string
  Rule?: string | null
}

const pageSize = 100

/** How the database of the environment is named in calls. */
export function connector({ info }: Cloud) {
  const instance = info.Databases?.[0]?.InstanceId
  if (instance === undefined)
    throw new DeployError('The environment has no database yet. Open its page in the console once.')
  return { InstanceId: 'flexdb', DatabaseName: instance }
}

/** Names of all collections. */
export async function listCollections(cloud: Cloud): Promise<Set<string>> {
  const names = new Set<string>()
  for (let offset = 0; ; offset += pageSize) {
    const { Tables } = await cloud.call<{ Tables?: { TableName: string }[] | null }>(
      'tcb',
      'ListTables',
      {
        EnvId: cloud.envId,
        MongoConnector: connector(cloud),
        MgoLimit: pageSize,
        MgoOffset: offset,
      },
    )
    for (const { TableName } of Tables ?? []) names.add(TableName)
    if ((Tables?.length ?? 0) < pageSize) return names
  }
}

/** The indexes of a collection, its `_id_` among them. */
export async function listIndexes(cloud: Cloud, collection: string): Promise<OnlineIndex[]> {
  const { Indexes } = await cloud.call<{ Indexes?: OnlineIndex[] | null }>(
    'tcb',
    'DescribeTable',
    tableOf(cloud, collection),
  )
  return Indexes ?? []
}

/** The rule of a collection. */
export const readRule = (cloud: Cloud, collection: string): Promise<OnlineRule> =>
  cloud.call<OnlineRule>('tcb', 'DescribeSafeRule', {
    EnvId: cloud.envId,
    CollectionName: collection,
    ...(cloud.appId === undefined ? {} : { WxAppId: cloud.appId }),
  })

/** Makes a collection that is not there yet. */
export async function createCollection(cloud: Cloud, collection: string): Promise<void> {
  await cloud.call('tcb', 'CreateTable', tableOf(cloud, collection))
}

/** Says who may read and write a collection. */
export async function writeRule(cloud: Cloud, collection: string, rule: object): Promise<void> {
  await cloud.call('tcb', 'ModifySafeRule', {
    EnvId: cloud.envId,
    CollectionName: collection,
    AclTag: 'CUSTOM',
    Rule: JSON.stringify(rule),
  })
}

/** How a collection is named in calls. */
export const tableOf = (cloud: Cloud, collection: string) => ({
  EnvId: cloud.envId,
  MongoConnector: connector(cloud),
  TableName: collection,
})

/** Whether a rule online says the same; the preset `ADMINONLY` is the closed one. */
export function isSameRule(
  { AclTag, Rule }: OnlineRule,
  wanted: Readonly<Record<string, boolean | string>>,
): boolean {
  if (AclTag === 'ADMINONLY') return Object.values(wanted).every((may) => may === false)
  if (AclTag !== 'CUSTOM' || typeof Rule !== 'string') return false
  try {
    const online = JSON.parse(Rule) as Record<string, unknown>
    // An action that is not named is refused to all.
    const actions = new Set([...Object.keys(online), ...Object.keys(wanted)])
    return [...actions].every((action) => (online[action] ?? false) === (wanted[action] ?? false))
  } catch {
    // Something typed by hand that is no JSON: it is written anew.
    return false
  }
}

/** A document as the database has it, in MongoDB's extended JSON; undefined when it is not there. */
export async function readDocument(
  cloud: Cloud,
  collection: string,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  const document = await findOne(cloud, collection, { _id: id })
  return document === undefined ? undefined : (JSON.parse(document) as Record<string, unknown>)
}

/** Whether there is any document in the collection. */
export const hasDocuments = async (cloud: Cloud, collection: string): Promise<boolean> =>
  (await findOne(cloud, collection, {})) !== undefined

async function findOne(
  cloud: Cloud,
  collection: string,
  filter: object,
): Promise<string | undefined> {
  const command = { find: collection, filter, limit: 1 }
  const [found] = await runCommand(cloud, collection, 'QUERY', command)
  // One JSON text a command, which holds one JSON text a document.
  return ((found === undefined ? [] : JSON.parse(found)) as string[])[0]
}

/** Inserts a document that is not there yet. */
export async function insertDocument(
  cloud: Cloud,
  collection: string,
  document: { _id: string },
): Promise<void> {
  await runCommand(cloud, collection, 'INSERT', { insert: collection, documents: [document] })
}

/** Sets fields of the one document that is as `where` says; nothing when it is otherwise. */
export async function updateDocument(
  cloud: Cloud,
  collection: string,
  where: { _id: string } & Record<string, string>,
  fields: Record<string, string | readonly string[]>,
): Promise<void> {
  const updates = [{ q: where, u: { $set: fields }, multi: false, upsert: false }]
  await runCommand(cloud, collection, 'UPDATE', { update: collection, updates })
}

async function runCommand(
  cloud: Cloud,
  collection: string,
  type: 'QUERY' | 'INSERT' | 'UPDATE',
  command: object,
): Promise<string[]> {
  const { Data } = await cloud.call<{ Data?: string[] | null }>('tcb', 'RunCommands', {
    EnvId: cloud.envId,
    MongoConnector: connector(cloud),
    MgoCommands: [{ TableName: collection, CommandType: type, Command: JSON.stringify(command) }],
  })
  return Data ?? []
}
