import type { DatabaseService } from '../../local/cloud/database/database-service'
import { startYidian } from '../../scripts/start/start-yidian'

/**
 * The program that tests and measurements run apart from themselves, so that it can be killed and
 * its CPU time belongs to nothing else: `serve.ts DATA_DIRECTORY [STOCK]`.
 */
async function main(): Promise<void> {
  const [dataDirectory = '', stock = ''] = process.argv.slice(2)
  const yidian = await startYidian({ port: 0, dataDirectory, isBuilt: true })
  if (stock) restock(yidian.cloud.database, Number(stock))
  const end = () => void yidian.stop().then(() => process.exit(0))
  process.once('SIGTERM', end)
  process.stdin.once('end', end).resume()
  console.log(`ready ${yidian.url}`)
}

/** Gives every SKU the same stock, so that only what is tested can run out. */
function restock(database: DatabaseService, stock: number): void {
  const skus = database.list('skus', { limit: 1000 }) as { _id: string }[]
  database.load(
    'skus',
    skus.map((sku) => ({ ...sku, stock })),
  )
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
