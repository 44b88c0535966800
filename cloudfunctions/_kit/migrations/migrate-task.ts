import type { Migration } from './migration'
import { runMigrations, tryMigration } from './run'
import type { DryReport, MigrationReport } from './run'

/** Well within a function's 20 seconds, the last batch included. */
const longestMs = 8_000

export type MigrationAnswer =
  | { kind: 'run'; report: MigrationReport }
  | { kind: 'dry'; migration: string; report: DryReport }
  | { kind: 'unknown' }

/**
 * Carries out what the migrate script asks of a function that only the platform may call: to go on
 * (`{task: 'migrate'}`), or to look without changing (`{task: 'migrate', dry: ID, cursor}`).
 */
export async function migrate(
  event: Record<string, unknown>,
  now: number,
  all: readonly Migration[],
): Promise<MigrationAnswer> {
  const startedAt = performance.now()
  const isOver = () => performance.now() - startedAt > longestMs
  const { dry, cursor } = event
  if (dry === undefined) return { kind: 'run', report: await runMigrations(all, { now, isOver }) }
  const migration = all.find(({ id }) => id === dry)
  if (!migration) return { kind: 'unknown' }
  const from = typeof cursor === 'string' ? cursor : undefined
  const report = await tryMigration(migration, { cursor: from, isOver, now })
  return { kind: 'dry', migration: migration.id, report }
}
