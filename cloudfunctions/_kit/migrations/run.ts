import { command } from '../cloud'
import { db } from '../db'
import type { MigrationDocument } from '../documents/health'
import { changeBatch, batchLimit, readBatch } from './change-batch'
import type { Migration } from './migration'

/** How far one migration has come. */
interface Progress {
  id: string
  description: string
  state: 'waiting' | 'running' | 'done'
  seen: number
  /** Those that were changed; what a run changed that ended before it could say so is not in it. */
  changed: number
}

/** What one call has left to do. */
export interface MigrationReport {
  isDone: boolean
  migrations: Progress[]
}

/** Some documents and what they would become. */
interface Sample {
  id: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

export interface DryReport {
  seen: number
  wouldChange: number
  samples: Sample[]
  /** Present while there is more. */
  cursor?: string
}

const mostSamples = 3

/**
 * Goes on with the migrations that are not done until the time is over: batch by batch, each noted
 * when it is through. Whoever ends in between leaves at most one batch to be looked at again, and
 * two at the same time do no harm.
 */
export async function runMigrations(
  migrations: readonly Migration[],
  { now, isOver }: { now: number; isOver: () => boolean },
): Promise<MigrationReport> {
  for (const migration of migrations) {
    while (!(await isThrough(migration, now))) if (isOver()) return report(migrations)
  }
  return report(migrations)
}

/** Does one batch; true when there was none left. */
async function isThrough(migration: Migration, now: number): Promise<boolean> {
  const { state, cursor, step } = await stateOf(migration, now)
  if (state === 'done') return true
  const documents = await readBatch(migration.collection, cursor)
  const changed = await changeBatch(migration, documents, now)
  const last = documents.at(-1)?.['_id']
  const isEnd = documents.length < batchLimit
  await db.migrations.updateIf(
    migration.id,
    { step, state: 'running' },
    {
      step: step + 1,
      seen: command.inc(documents.length),
      changed: command.inc(changed),
      ...(last === undefined ? {} : { cursor: String(last) }),
      ...(isEnd ? { state: 'done', finishedAt: now } : {}),
    },
  )
  return false
}

async function stateOf({ id }: Migration, now: number): Promise<MigrationDocument> {
  const known = await db.migrations.get(id)
  if (known) return known
  const begun: MigrationDocument = {
    _id: id,
    state: 'running',
    step: 0,
    seen: 0,
    changed: 0,
    startedAt: now,
  }
  try {
    await db.migrations.insert(begun)
    return begun
  } catch (error) {
    // Another run has just begun it.
    const theirs = await db.migrations.get(id)
    if (!theirs) throw error
    return theirs
  }
}

async function report(migrations: readonly Migration[]): Promise<MigrationReport> {
  const known = await db.migrations.getMany(migrations.map(({ id }) => id))
  const all = migrations.map(({ id, description }): Progress => {
    const { state = 'waiting', seen = 0, changed = 0 } = known.get(id) ?? {}
    return { id, description, state, seen, changed }
  })
  return { isDone: all.every(({ state }) => state === 'done'), migrations: all }
}

/** Looks at documents from `cursor` on until the time is over, and changes nothing. */
export async function tryMigration(
  migration: Migration,
  { cursor, isOver, now }: { cursor: string | undefined; isOver: () => boolean; now: number },
): Promise<DryReport> {
  const found: DryReport = { seen: 0, wouldChange: 0, samples: [] }
  for (let from = cursor; ;) {
    const documents = await readBatch(migration.collection, from)
    found.seen += documents.length
    for (const document of documents) {
      const hasEffects = (migration.effects?.(document, now).length ?? 0) > 0
      const after = migration.change(document) ?? (hasEffects ? {} : undefined)
      if (after === undefined) continue
      found.wouldChange += 1
      if (found.samples.length === mostSamples) continue
      const before = Object.fromEntries(Object.keys(after).map((key) => [key, document[key]]))
      found.samples.push({ id: String(document['_id']), before, after })
    }
    if (documents.length < batchLimit) return found
    from = String(documents.at(-1)?.['_id'])
    if (isOver()) return { ...found, cursor: from }
  }
}
