import { collections } from '../../cloudfunctions/_kit/collections'
import { createLocalCloud } from '../../local/cloud/local-cloud'

/**
 * The program a test kills: `serve-migration.ts DATA_DIRECTORY FUNCTIONS_DIRECTORY` calls the
 * migrating function again and again, as the operator's script does, and says how far it is.
 */
async function main(): Promise<void> {
  const [dataDirectory = '', functionsDirectory = ''] = process.argv.slice(2)
  const cloud = await createLocalCloud({
    dataDirectory,
    functionsDirectory,
    functionSettings: { migrate: { timeout: 20, memorySize: 256, envVariables: {} } },
    appId: 'touristappid',
    envId: 'migrate-local',
    merchant: { subMchId: '1900000001' },
    collections,
    subscribeTemplates: [],
    pages: () => [],
    port: 0,
  })
  cloud.database.onChange((changes) => {
    if (changes.some(({ collection }) => collection === 'migrations')) console.log('batch')
  })
  for (let isDone = false; !isDone;) {
    const answer = await cloud.functions.invoke('migrate', { task: 'migrate' }, { kind: 'push' })
    if (!answer.ok) throw new Error(answer.message)
    const { report } = JSON.parse(answer.json) as { report: { isDone: boolean } }
    isDone = report.isDone
  }
  await cloud.stop()
  console.log('done')
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
