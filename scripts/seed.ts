import { LocalCloudError } from '../local/cloud/local-cloud-error'
import { UsageError } from './deploy/deploy-error'
import { readStartOptions } from './start/start-options'
import { startYidian } from './start/start-yidian'

/**
 * `npm run seed [-- --reset] [--data DIR]`: adds what is missing of the demo company; `--reset`
 * starts over. While `npm start` runs it holds the data: use the desk's own button then.
 */
async function main(): Promise<void> {
  const { dataDirectory, reset } = readStartOptions(process.argv.slice(2))
  const yidian = await startYidian({ port: 0, dataDirectory, reset })
  const collections = yidian.cloud.database.collections()
  await yidian.stop()
  for (const { name, count } of collections) {
    if (count > 0) console.log(`${String(count).padStart(6)} ${name}`)
  }
}

main().catch((error: unknown) => {
  if (error instanceof LocalCloudError) console.error(`${error.message}\n${error.advice}`)
  else console.error(error instanceof UsageError ? error.message : error)
  process.exit(1)
})
