import { command, rawDatabase } from '../cloud'
import type { Json } from '../cloud'
import { db } from '../db'
import type { Migration } from './migration'

/** Documents of one batch. */
export const batchLimit = 1000
/** Writes at the same time. */
const width = 8
/** How often a document is looked at again that others change at the same time. */
const mostRounds = 10

/** The next documents by id. */
export async function readBatch(
  collection: string,
  cursor: string | undefined,
  limit = batchLimit,
): Promise<Json[]> {
  const where = cursor === undefined ? {} : { _id: command.gt(cursor) }
  const query = rawDatabase.collection(collection).where(where).orderBy('_id', 'asc')
  return (await query.limit(limit).get()).data
}

/**
 * Changes those documents that need it and says how many. A document that moved since it was read
 * is left as it is, read again and judged anew, so that no change of others is lost.
 */
export async function changeBatch(
  migration: Migration,
  documents: readonly Json[],
  at: number,
): Promise<number> {
  let left = needing(migration, documents)
  const count = left.length + (await writeEffects(migration, documents, at))
  for (let round = 0; left.length > 0; round += 1) {
    if (round === mostRounds)
      throw new Error(`${migration.id}: ${left.length} documents change all the time`)
    const missed = await writeAll(migration, left)
    left = needing(migration, await readAgain(migration.collection, missed))
  }
  return count
}

/** Writes the effects, also of a batch that is looked at again, and says of how many documents. */
async function writeEffects(
  { effects }: Migration,
  documents: readonly Json[],
  at: number,
): Promise<number> {
  if (!effects) return 0
  const wanted = documents
    .map((document) => effects(document, at))
    .filter(({ length }) => length > 0)
  const waiting = wanted.flat()
  const write = async () => {
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) await db.outbox.put(entry)
  }
  await Promise.all(Array.from({ length: width }, write))
  return wanted.length
}

interface Needed {
  document: Json
  change: Json
}

const needing = ({ change }: Migration, documents: readonly Json[]): Needed[] =>
  documents.flatMap((document) => {
    const needed = change(document)
    return needed === undefined ? [] : [{ document, change: needed }]
  })

/** Writes in groups of equal changes; answers the ids of groups in which not all was written. */
async function writeAll(migration: Migration, needed: readonly Needed[]): Promise<string[]> {
  const groups = new Map<string, { condition: Json; change: Json; ids: string[] }>()
  for (const { document, change } of needed) {
    const condition = asRead(document, [...migration.reads, ...Object.keys(change)])
    const key = JSON.stringify([condition, change])
    const group = groups.get(key) ?? { condition, change, ids: [] }
    group.ids.push(String(document['_id']))
    groups.set(key, group)
  }
  const waiting = [...groups.values()]
  const missed: string[] = []
  const write = async () => {
    for (let group = waiting.pop(); group; group = waiting.pop()) {
      const { condition, change, ids } = group
      const { stats } = await rawDatabase
        .collection(migration.collection)
        .where({ ...condition, _id: command.in(ids) })
        .update({ data: replacing(change) })
      if (stats.updated < ids.length) missed.push(...ids)
    }
  }
  await Promise.all(Array.from({ length: width }, write))
  return missed
}

/** The fields as they were read; null finds one that is not there. */
const asRead = (document: Json, fields: readonly string[]): Json =>
  Object.fromEntries(fields.map((field) => [field, document[field] ?? null]))

/** Whole values: a bare object would only change the fields it names. */
const replacing = (change: Json): Json =>
  Object.fromEntries(
    Object.entries(change).map(([field, value]) => [
      field,
      typeof value === 'object' && value !== null ? command.set(value) : value,
    ]),
  )

async function readAgain(collection: string, ids: readonly string[]): Promise<Json[]> {
  if (ids.length === 0) return []
  const query = rawDatabase.collection(collection).where({ _id: command.in(ids) })
  return (await query.limit(batchLimit).get()).data
}
