import { Refusal, text } from './refusal'
import type { Action, Parameters } from './refusal'

interface Index {
  Name: string
  Unique: boolean
  Keys: { Name: string; Direction: string }[]
}

interface Rule {
  AclTag: string
  Rule?: string
}

/** What an environment's database holds. */
export interface DatabaseState {
  collections: Map<string, { indexes: Index[]; rule: Rule; documents: Documents }>
  functionRule: Rule | undefined
  storageRule: Rule
  /** Whether new indexes are still being made, and not told of, when their call is answered. */
  isIndexing: boolean
}

export const emptyDatabase = (): DatabaseState => ({
  collections: new Map(),
  functionRule: undefined,
  // What a new environment begins with.
  storageRule: { AclTag: 'PRIVATE' },
  isIndexing: false,
})

interface Command {
  TableName: string
  CommandType: string
  Command: string
}

/** Collections, indexes, documents and rules, as the service `tcb` answers about them. */
export function databaseActions(state: DatabaseState): Record<string, Action> {
  const collection = (parameters: Parameters, field: string) => {
    const found = state.collections.get(text(parameters, field))
    if (!found) throw new Refusal('ResourceNotFound', 'Db or Table not exist. Please check.')
    return found
  }
  const tableOf = (TableName: string) => ({
    TableName,
    Count: state.collections.get(TableName)?.documents.size ?? 0,
  })
  return {
    ListTables: ({ MgoLimit = 10, MgoOffset = 0 }) => {
      const names = [...state.collections.keys()]
      const page = names.slice(Number(MgoOffset), Number(MgoOffset) + Number(MgoLimit))
      return {
        Tables: page.length === 0 ? null : page.map(tableOf),
        Pager: { Offset: MgoOffset, Limit: MgoLimit, Total: names.length },
      }
    },
    CreateTable: (parameters) => {
      const name = text(parameters, 'TableName')
      if (state.collections.has(name)) throw new Refusal('ResourceInUse', 'Table exist.')
      const byId = { Name: '_id_', Unique: true, Keys: [{ Name: '_id', Direction: '1' }] }
      state.collections.set(name, {
        indexes: [byId],
        // Everybody reads what a client wrote into a new collection.
        rule: { AclTag: 'PRIVATE' },
        documents: new Map(),
      })
      return {}
    },
    DescribeTable: (parameters) => {
      const { indexes } = collection(parameters, 'TableName')
      return { Indexes: indexes, IndexNum: indexes.length }
    },
    UpdateTable: (parameters) => {
      const { indexes } = collection(parameters, 'TableName')
      for (const { IndexName } of listOf<{ IndexName: string }>(parameters['DropIndexes'])) {
        const at = indexes.findIndex(({ Name }) => Name === IndexName)
        if (at < 0) throw new Refusal('ResourceNotFound', `index not found with name ${IndexName}`)
        indexes.splice(at, 1)
      }
      const told = state.isIndexing ? [...indexes] : indexes
      for (const wanted of listOf<NewIndex>(parameters['CreateIndexes'])) addIndex(told, wanted)
      return {}
    },
    DescribeSafeRule: (parameters) => collection(parameters, 'CollectionName').rule,
    ModifySafeRule: (parameters) => {
      collection(parameters, 'CollectionName').rule = ruleOf(parameters)
      return {}
    },
    DescribeStorageSafeRule: () => state.storageRule,
    ModifyStorageSafeRule: (parameters) => {
      state.storageRule = ruleOf(parameters)
      return {}
    },
    DescribeSecurityRule: () => state.functionRule ?? { AclTag: '', Rule: '' },
    ModifySecurityRule: (parameters) => {
      state.functionRule = ruleOf(parameters)
      return {}
    },
    RunCommands: ({ MgoCommands }) => ({
      Data: listOf<Command>(MgoCommands).map((command) => {
        const { documents } = collection({ ...command }, 'TableName')
        return JSON.stringify(runCommand(documents, command))
      }),
    }),
  }
}

interface NewIndex {
  IndexName: string
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: Index['Keys'] }
}

function addIndex(indexes: Index[], { IndexName, MgoKeySchema }: NewIndex): void {
  const { MgoIsUnique: Unique, MgoIndexKeys: Keys } = MgoKeySchema
  const same = indexes.find(({ Name }) => Name === IndexName)
  if (same) throw new Refusal('FailedOperation', `Index ${IndexName} already exists.`)
  const isSameKeys = (index: Index) => JSON.stringify(index.Keys) === JSON.stringify(Keys)
  if (indexes.some(isSameKeys))
    throw new Refusal('FailedOperation', 'Index already exists with a different name.')
  indexes.push({ Name: IndexName, Unique, Keys })
}

function ruleOf(parameters: Parameters): Rule {
  const AclTag = text(parameters, 'AclTag')
  return AclTag === 'CUSTOM' ? { AclTag, Rule: text(parameters, 'Rule') } : { AclTag }
}

type Documents = Map<string, Record<string, unknown>>

function runCommand(documents: Documents, { CommandType, Command }: Command): unknown {
  const command = JSON.parse(Command) as {
    filter?: Filter
    documents?: { _id: string }[]
    updates?: { q: Filter; u: { $set: Filter } }[]
  }
  if (CommandType === 'QUERY') {
    const found = matching(documents, command.filter ?? {})
    return found ? [JSON.stringify(found)] : []
  }
  if (CommandType === 'DELETE') {
    documents.clear()
    return { ok: 1 }
  }
  if (CommandType === 'UPDATE') {
    const { q = {}, u = { $set: {} } } = command.updates?.[0] ?? {}
    const found = matching(documents, q)
    Object.assign(found ?? {}, u.$set)
    return { n: found ? 1 : 0, nModified: found ? 1 : 0, ok: 1 }
  }
  for (const document of command.documents ?? []) {
    if (documents.has(document._id))
      throw new Refusal('FailedOperation', 'E11000 duplicate key error')
    documents.set(document._id, { ...document })
  }
  return { n: command.documents?.length ?? 0, ok: 1 }
}

type Filter = Record<string, unknown>

/** The first document that has these values. */
const matching = (documents: Documents, filter: Filter) =>
  [...documents.values()].find((document) =>
    Object.entries(filter).every(([field, value]) => document[field] === value),
  )

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])
