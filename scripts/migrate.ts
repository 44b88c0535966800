import type { MigrationAnswer } from '../cloudfunctions/_kit/migrations/migrate-task'
import { migrations } from '../cloudfunctions/_kit/migrations/migrations'
import { migrateWith, tryWith } from './migrate/migrate-with'
import type { CallTick } from './migrate/migrate-with'
import { remoteTick } from './migrate/remote-tick'
import { openEnvironment } from './operate/open-environment'
import { readOperateOptions } from './operate/operate-options'
import { runScript } from './operate/run-script'
import { startYidian } from './start/start-yidian'

const usage = `npm run migrate -- --env ENV_ID [--as NAME] | --local [--data DIR] [--dry]
  --as NAME  the file in environments/ to go by when no file gives that id
  --dry      changes nothing and says how many documents would change, with samples`

/** `npm run migrate`: changes documents that are there already, after the functions are deployed. */
runScript(async () => {
  const { place, isDry } = readOperateOptions(process.argv.slice(2), { usage, takes: ['dry'] })
  const ids = migrations.map(({ id }) => id)
  const work = (call: CallTick) =>
    isDry ? tryWith(call, ids, console.log) : migrateWith(call, console.log)
  if (place.kind === 'remote') {
    const { cloud } = await openEnvironment(place, process.env)
    return work(remoteTick(cloud))
  }
  const yidian = await startYidian({ port: 0, dataDirectory: place.dataDirectory })
  try {
    await work(async (event) => {
      const answer = await yidian.cloud.functions.invoke('tick', event, { kind: 'push' })
      if (!answer.ok) throw new Error(answer.message)
      return JSON.parse(answer.json) as MigrationAnswer
    })
  } finally {
    await yidian.stop()
  }
})
