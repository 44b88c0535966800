import cloud from 'wx-server-sdk'
import type { ScanReport } from '../../local/cloud/database/database-service'
import { fakeCloud } from '../fakes/wx-server-sdk'
import type { Database } from './sdk'
import { persistenceSuite } from './suite'

let scans: ScanReport[] = []

persistenceSuite({
  name: 'the fake SDK',
  async start() {
    cloud.init({ env: 'fake-env' })
  },
  async stop() {
    fakeCloud.database.close()
  },
  database: () => cloud.database() as unknown as Database,
  prepare(schema) {
    scans = []
    fakeCloud.reset()
    for (const { name } of fakeCloud.database.collections()) fakeCloud.database.dropCollection(name)
    fakeCloud.onScan = (scan) => scans.push(scan)
    fakeCloud.schema(schema)
  },
  setNow: (at) => fakeCloud.setNow(at),
  failNext: (action, code) => fakeCloud.failNext(action, code),
  scans: () => scans,
})
