import type { Clock } from './clock'
import { createServices } from './create-services'
import type { Services } from './create-services'
import { openDataDirectory } from './data-directory'
import type { DataDirectory } from './data-directory'
import { DataFileError } from './database/data-file'
import { openDatabase } from './database/database-service'
import type { DatabaseService } from './database/database-service'
import type { EventHub } from './events'
import type { Functions } from './functions/functions'
import type { InvocationLogs } from './functions/invocation-log'
import type { Handler } from './http/call'
import { createHttpServer } from './http/http-server'
import type { Mounts, UpgradeHandler } from './http/http-server'
import { LocalCloudError } from './local-cloud-error'
import { checkOptions } from './local-cloud-options'
import type { LocalCloudOptions } from './local-cloud-options'
import type { Inbox } from './messages/inbox'
import { mountRoutes } from './mount-routes'
import type { Cashier } from './pay/cashier'
import { createEventsSocket } from './routes/events-socket'
import type { Service } from './service'
import { restoreSnapshot, takeSnapshot } from './snapshot'
import type { LocalCloudSnapshot } from './snapshot'
import type { Storage } from './storage/storage'
import type { Timers } from './timers/timers'
import type { Users } from './users'

/** A WeChat cloud that runs in this process. */
export interface LocalCloud {
  readonly port: number
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** For what is served beside the cloud: phones and the desk. */
  readonly routes: Mounts<Handler>
  readonly upgrades: Mounts<UpgradeHandler>
  readonly events: EventHub
  readonly clock: Clock
  readonly users: Users
  readonly functions: Functions
  readonly logs: InvocationLogs
  readonly storage: Storage
  readonly pay: Cashier
  readonly inbox: Inbox
  readonly timers: Timers
  readonly database: DatabaseService
  /** Everything as it is now, for `restore` of this cloud; the workers go on. */
  snapshot(): Promise<LocalCloudSnapshot>
  /** Puts everything back as it was and ends all workers. */
  restore(snapshot: LocalCloudSnapshot): Promise<void>
  /** Forgets all data, ends all workers, then puts the seed back through `onReset`. */
  reset(): Promise<void>
  /** Ends everything; what was answered before is on disk. */
  stop(): Promise<void>
}

/** Starts a WeChat cloud on this machine; throws a LocalCloudError that says what to do. */
export async function createLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  checkOptions(options)
  const log = options.log ?? ((line: string) => console.error(line))
  const onFailure = (error: unknown) =>
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const data = openDataDirectory(options.dataDirectory)
  let url = ''
  const services = openServices(options, data, () => url, log, onFailure)
  const { events, clock, database, functions, timers, storage, logs } = services
  const socket = createEventsSocket(events)
  const server = createHttpServer(onFailure)
  const started: Service[] = []
  const start = async (parts: readonly Service[]) => {
    for (const service of parts) {
      started.push(service)
      await service.start?.()
    }
  }

  const reset = async () => {
    await functions.reset?.()
    database.reset()
    data.state.reset()
    await storage.reset?.()
    await clock.reset?.()
    await timers.reset?.()
    logs.reset()
    await options.onReset?.()
    events.emit('reset', {})
  }

  const stop = async () => {
    await server.close()
    for (const service of started.splice(0).reverse()) await service.stop?.()
    await clock.settled()
    database.close()
    data.close()
  }

  mountRoutes(server, services, options, { url: () => url, socket, reset })
  try {
    for (const { name, indexes } of options.collections) {
      database.ensureCollection(name)
      for (const index of indexes) database.ensureIndex(name, index)
    }
    await start([storage, functions, socket])
    const port = await server.listen(options.port)
    url = `http://127.0.0.1:${port}`
    data.announce(url)
    await start([clock, timers, services.prewarm])
    const { cashier: pay, users, inbox } = services
    const parts = { ...services, state: data.state }
    return {
      port,
      url,
      routes: server.routes,
      upgrades: server.upgrades,
      events,
      clock,
      users,
      functions,
      logs,
      storage,
      pay,
      inbox,
      timers,
      database,
      snapshot: () => takeSnapshot(parts),
      restore: (snapshot) => restoreSnapshot(parts, snapshot),
      reset,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function openServices(
  options: LocalCloudOptions,
  data: DataDirectory,
  url: () => string,
  log: (line: string) => void,
  onFailure: (error: unknown) => void,
): Services {
  try {
    return createServices(options, {
      data,
      url,
      log,
      onFailure,
      openDatabase: (now) =>
        openDatabase({ file: data.documentsFile, now, onScan: options.onScan }),
    })
  } catch (error) {
    data.close()
    throw error instanceof DataFileError ? describeDataFile(error) : error
  }
}

function describeDataFile(error: DataFileError): LocalCloudError {
  const codes = {
    'in-use': 'DATA_IN_USE',
    corrupt: 'DATA_CORRUPT',
    foreign: 'DATA_CORRUPT',
    unreadable: 'DATA_NOT_WRITABLE',
  } as const
  return new LocalCloudError(
    codes[error.problem],
    error.message,
    'Nothing was changed in the file.',
    { cause: error },
  )
}
