import type { MigrationAnswer } from '../../cloudfunctions/_kit/migrations/migrate-task'
import type { DryReport } from '../../cloudfunctions/_kit/migrations/run'
import { DeployError } from '../deploy/deploy-error'

/** Calls `tick` as the platform does, with this event. */
export type CallTick = (event: Record<string, unknown>) => Promise<MigrationAnswer>

type Say = (line: string) => void

/** Every call does eight seconds of work; so many in a row without any progress is a mistake. */
const mostIdleCalls = 5

/** Calls until every migration is done, and says how far they are. */
export async function migrateWith(call: CallTick, say: Say): Promise<void> {
  let before = -1
  for (let idle = 0; ;) {
    const answer = await call({ task: 'migrate' })
    if (answer.kind !== 'run') throw new DeployError(notOurs)
    const { isDone, migrations } = answer.report
    for (const { id, state, seen, changed } of migrations)
      say(`${id}: ${state}, ${seen} seen, ${changed} changed`)
    if (isDone) return say(migrations.length === 0 ? 'There is no migration.' : 'All are done.')
    const seen = migrations.reduce((sum, migration) => sum + migration.seen, 0)
    idle = seen === before ? idle + 1 : 0
    if (idle === mostIdleCalls)
      throw new DeployError('The migration does not go on. See the log of the function tick.')
    before = seen
  }
}

/** Looks at all documents of these migrations, changes none, and says what would change. */
export async function tryWith(call: CallTick, ids: readonly string[], say: Say): Promise<void> {
  if (ids.length === 0) say('There is no migration.')
  for (const id of ids) {
    const { seen, wouldChange, samples } = await tryOne(call, id)
    say(`${id}: would change ${wouldChange} of ${seen}`)
    for (const { id: document, before, after } of samples)
      say(`  ${document}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`)
  }
}

async function tryOne(call: CallTick, id: string): Promise<DryReport> {
  const all: DryReport = { seen: 0, wouldChange: 0, samples: [] }
  for (let cursor: string | undefined; ;) {
    const answer = await call({
      task: 'migrate',
      dry: id,
      ...(cursor === undefined ? {} : { cursor }),
    })
    if (answer.kind === 'unknown')
      throw new DeployError(`What is online does not know ${id}: deploy the functions first.`)
    if (answer.kind !== 'dry') throw new DeployError(notOurs)
    const { seen, wouldChange, samples } = answer.report
    all.seen += seen
    all.wouldChange += wouldChange
    if (all.samples.length === 0) all.samples = samples
    cursor = answer.report.cursor
    if (cursor === undefined) return all
  }
}

const notOurs =
  'The function tick does not know migrations: what is online is older. Deploy the functions first.'
