import { BuildError } from './build/build-error'
import { LocalCloudError } from '../local/cloud/local-cloud-error'
import { UsageError } from './deploy/deploy-error'
import { openBrowser } from './start/open-browser'
import { readStartOptions } from './start/start-options'
import { startYidian } from './start/start-yidian'

/** `npm start`: the demo company on this machine, with phones in the browser. */
async function main(): Promise<void> {
  const { port, dataDirectory, reset, opensBrowser } = readStartOptions(process.argv.slice(2))
  const yidian = await startYidian({ port, dataDirectory, reset, watch: true })
  console.log(`ready ${yidian.url}`)
  if (opensBrowser) openBrowser(yidian.url)
  const stop = () => {
    yidian.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})

function explain(error: unknown): string {
  if (error instanceof LocalCloudError) return `${error.message}\n${error.advice}`
  if (error instanceof BuildError) return `The build stopped at a mistake.\n${error.message}`
  if (error instanceof UsageError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
