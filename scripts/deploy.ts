import { leave } from './deploy/leave'
import { runDeploy } from './deploy/run-deploy'

const stopping = new AbortController()

/** The change that is being made is finished and the lease given back; asked twice, it just ends. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('Stopping after this change. Once more ends at once.')
    stopping.abort()
  })
}

const surroundings = { variables: process.env, say: console.log, stop: stopping.signal }
void runDeploy(process.argv.slice(2), surroundings).then(leave)
