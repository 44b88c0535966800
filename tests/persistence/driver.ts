import type { ScanReport } from '../../local/cloud/database/database-service'
import type { IndexSpec } from '../../local/cloud/database/index-keys'
import type { WireErrorCode } from '../../local/cloud/database/wire-error'
import type { Database } from './sdk'

/** One way to the database: through the fake SDK, or through the real one and HTTP. */
export interface PersistenceDriver {
  readonly name: string
  start(): Promise<void>
  stop(): Promise<void>
  /** The SDK's database, as `cloud.database()` gives it. */
  database(): Database
  /** Empties everything and makes the collections with these indexes. */
  prepare(schema: Readonly<Record<string, readonly IndexSpec[]>>): void
  /** Stops the cloud's clock at an instant, epoch ms. */
  setNow(at: number): void
  /** Makes the next action of that name fail with a code. */
  failNext(action: `database.${string}`, code: WireErrorCode): void
  /** The scans that were reported since `prepare`. */
  scans(): readonly ScanReport[]
}
