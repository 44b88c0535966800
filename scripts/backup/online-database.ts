import CloudBase from '@cloudbase/manager-node'
import { connector } from '../deploy/database'
import { DeployError } from '../deploy/deploy-error'
import { readFunction, listFunctions } from '../deploy/functions'
import { download } from '../operate/download'
import type { OnlineEnvironment } from '../operate/open-environment'
import type { Job, RemoteDatabase } from './remote-database'

const pageSize = 100
/** Where deploys say that they are at work: nothing of the company's. */
const deploys = 'deploys'

/** The database of an environment through Tencent Cloud's signed calls. */
export function onlineDatabase(online: OnlineEnvironment): RemoteDatabase {
  const { cloud, proxy } = online
  const { envId } = cloud
  const storage = storageOf(online)
  return {
    envId,
    async collections() {
      const found: { name: string; count: number }[] = []
      for (let offset = 0; ; offset += pageSize) {
        const { Tables } = await cloud.call<{
          Tables?: { TableName: string; Count: number }[] | null
        }>('tcb', 'ListTables', {
          EnvId: envId,
          MongoConnector: connector(cloud),
          MgoLimit: pageSize,
          MgoOffset: offset,
        })
        for (const { TableName, Count } of Tables ?? [])
          if (TableName !== deploys) found.push({ name: TableName, count: Count })
        if ((Tables?.length ?? 0) < pageSize) return found
      }
    },
    async export(collection, cloudPath) {
      const { JobId } = await cloud.call<{ JobId: number }>('tcb', 'DatabaseMigrateExport', {
        EnvId: envId,
        CollectionName: collection,
        FilePath: cloudPath,
        FileType: 'json',
      })
      return JobId
    },
    async import(collection, cloudPath) {
      const { JobId } = await cloud.call<{ JobId: number }>('tcb', 'DatabaseMigrateImport', {
        EnvId: envId,
        CollectionName: collection,
        FilePath: cloudPath,
        FileType: 'json',
        StopOnError: true,
        // So that one that was stopped in the middle can be done again.
        ConflictMode: 'upsert',
      })
      return JobId
    },
    job: (id) => cloud.call<Job>('tcb', 'DatabaseMigrateQueryInfo', { EnvId: envId, JobId: id }),
    async clear(collection) {
      const command = { delete: collection, deletes: [{ q: {}, limit: 0 }] }
      await cloud.call('tcb', 'RunCommands', {
        EnvId: envId,
        MongoConnector: connector(cloud),
        MgoCommands: [
          { TableName: collection, CommandType: 'DELETE', Command: JSON.stringify(command) },
        ],
      })
    },
    upload: (localFile, cloudPath) => storage('upload', cloudPath, localFile),
    remove: (cloudPath) => storage('remove', cloudPath),
    fetch: (url) => download(url, { proxy, idleMs: cloud.timeoutMs }),
    async timers() {
      if (!(await listFunctions(cloud)).has('tick')) return []
      const { Triggers } = await readFunction(cloud, 'tick')
      return (Triggers ?? []).map(({ TriggerName }) => TriggerName)
    },
  }
}

/** Files of the environment's storage, through manager-node. */
function storageOf({ cloud, credentials, region, proxy }: OnlineEnvironment) {
  const manager = new CloudBase({
    envId: cloud.envId,
    region,
    ...credentials,
    ...(proxy === undefined ? {} : { proxy }),
  })
  return async (what: 'upload' | 'remove', cloudPath: string, localPath = ''): Promise<void> => {
    const bucket = cloud.info.Storages?.[0]?.Bucket
    if (bucket === undefined)
      throw new DeployError(
        'The environment has no storage yet. Open its page in the console once.',
      )
    try {
      if (what === 'upload') await manager.storage.uploadFile({ localPath, cloudPath })
      else await manager.storage.deleteFileCustom([cloudPath], bucket, region)
    } catch (error) {
      throw new DeployError(`Storage, ${what} ${cloudPath}: ${(error as Error).message}`)
    }
  }
}
