import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import {
  openDatabase,
  type DatabaseService,
  type ScanReport,
} from '../../local/cloud/database/database-service'
import { WireError, type WireErrorCode } from '../../local/cloud/database/wire-error'
import { persistenceSuite } from '../persistence/suite'
import type { Database } from '../persistence/sdk'
import { startGateway, type PersistenceGateway } from './persistence-gateway'

let folder = ''
let service: DatabaseService
let gateway: PersistenceGateway
let scans: ScanReport[] = []
let frozenAt: number | undefined
let failures: { action: string; code: WireErrorCode }[] = []

persistenceSuite({
  name: 'the real SDK and HTTP',
  async start() {
    folder = mkdtempSync(join(tmpdir(), 'persistence-'))
    service = openDatabase({
      file: join(folder, 'documents.db'),
      now: () => frozenAt ?? Date.now(),
      onScan: (scan) => scans.push(scan),
      reportScansFrom: 0,
    })
    gateway = await startGateway(async (action, request) => {
      const failing = failures.findIndex((failure) => failure.action === action)
      const [failure] = failing < 0 ? [] : failures.splice(failing, 1)
      if (failure !== undefined) {
        if (action === 'database.commitTransaction')
          await service.handle('database.abortTransaction', request)
        throw new WireError(failure.code, failure.code)
      }
      return service.handle(action, request)
    })
    Object.assign(process.env, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: gateway.url }),
      TENCENTCLOUD_SECRETID: 'id',
      TENCENTCLOUD_SECRETKEY: 'key',
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local-env',
      TCB_ENV: 'local-env',
    })
    cloud.init({ env: 'local-env' })
  },
  async stop() {
    await gateway.close()
    service.close()
    rmSync(folder, { recursive: true })
  },
  database: () => cloud.database() as unknown as Database,
  prepare(schema) {
    scans = []
    failures = []
    frozenAt = undefined
    for (const { name } of service.collections()) service.dropCollection(name)
    for (const [collection, indexes] of Object.entries(schema)) {
      service.ensureCollection(collection)
      for (const index of indexes) service.ensureIndex(collection, index)
    }
  },
  setNow: (at) => (frozenAt = at),
  failNext: (action, code) => failures.push({ action, code }),
  scans: () => scans,
})
