import { migrateWith } from '../../migrate/migrate-with'
import { remoteTick } from '../../migrate/remote-tick'
import type { Change, Step } from '../change'
import { forEachOf } from '../change'
import type { Cloud } from '../cloud'
import { listCollections, readDocument } from '../database'
import type { WantedMigration } from '../project'

const collection = 'migrations'

/**
 * Documents that are there already are as the functions want them. Comes after the functions, one
 * of which carries it out: batch by batch, so that the next run goes on where one stopped.
 */
export const migrationsStep = (cloud: Cloud, wanted: readonly WantedMigration[]): Step => ({
  title: 'migrations',
  async changes() {
    const outstanding = await outstandingMigrations(cloud, wanted)
    if (outstanding.length === 0) return []
    // The function goes through all that are not done, in their order.
    const all: Change = {
      says: `migrate ${outstanding.map(({ id, description }) => `${id} (${description})`).join(', ')}`,
      apply: ({ say, keep }) => {
        const tick = remoteTick(cloud)
        return migrateWith(async (event) => {
          await keep()
          return tick(event)
        }, say)
      },
    }
    return [all]
  },
})

/** Those that are not noted as done, the earliest first. */
export async function outstandingMigrations(
  cloud: Cloud,
  wanted: readonly WantedMigration[],
): Promise<WantedMigration[]> {
  if (wanted.length === 0 || !(await listCollections(cloud)).has(collection)) return [...wanted]
  const notes = await forEachOf(wanted, ({ id }) => readDocument(cloud, collection, id))
  return wanted.filter((_, at) => notes[at]?.['state'] !== 'done')
}
