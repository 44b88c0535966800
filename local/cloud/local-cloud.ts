import type { Clock } from './clock'
import { createClock } from './clock'
import { openDataDirectory } from './data-directory'
import type { DocumentDatabase, OpenDatabase } from './document-database'
import { createEventHub } from './events'
import type { EventHub } from './events'
import { createFunctions } from './functions/functions'
import type { Functions } from './functions/functions'
import { createInvocationLogs } from './functions/invocation-log'
import type { InvocationLogs } from './functions/invocation-log'
import { createGateway } from './gateway/gateway'
import { invokeAction } from './gateway/invoke-action'
import { createHttpServer } from './http/http-server'
import type { Mounts, UpgradeHandler } from './http/http-server'
import { sendJson } from './http/call'
import type { Handler } from './http/call'
import { LocalCloudError } from './local-cloud-error'
import type { LocalCloudOptions } from './local-cloud-options'
import { createInbox } from './messages/inbox'
import { createEventsSocket } from './routes/events-socket'
import { invokeRoute } from './routes/invoke-route'
import { requireMethod } from './routes/local-route'
import {
  clockRoute,
  inboxRoute,
  logsRoute,
  sessionRoute,
  usersRoute,
} from './routes/observe-routes'
import type { Service } from './service'
import { createUsers } from './users'
import type { Users } from './users'

export interface LocalCloud {
  readonly port: number
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly routes: Mounts<Handler>
  readonly upgrades: Mounts<UpgradeHandler>
  readonly events: EventHub
  readonly clock: Clock
  readonly users: Users
  readonly functions: Functions
  readonly logs: InvocationLogs
  readonly database: DocumentDatabase
  /** Forgets all data, ends all workers, then puts the seed back through `onReset`. */
  reset(): Promise<void>
  /** Ends everything; what was answered before is on disk. */
  stop(): Promise<void>
}

/** Starts a WeChat cloud on this machine; throws a LocalCloudError that says what to do. */
export async function createLocalCloud(
  options: LocalCloudOptions,
  openDatabase: OpenDatabase,
): Promise<LocalCloud> {
  const { appId, envId, port } = options
  checkPort(port)
  const log = options.log ?? ((line: string) => console.error(line))
  const onFailure = (error: unknown) =>
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const data = openDataDirectory(options.dataDirectory)
  const events = createEventHub()
  const clock = createClock(data.state, events)
  const users = createUsers(data.state, clock)
  const inbox = createInbox(data.state, clock, events)
  const logs = createInvocationLogs((entry) => events.emit('log', { entry }))
  const database = openDatabase({ file: data.documentsFile, now: clock.now })
  let url = ''
  const functions = createFunctions({
    directory: options.functionsDirectory,
    settings: options.functionSettings ?? {},
    workersPerFunction: options.workersPerFunction ?? 8,
    clock,
    logs,
    platform: () => ({ appId, envId, wireUrl: `${url}/wire` }),
    onEnded: ({ id }) => database.abortAllOf(id),
    log,
  })
  const socket = createEventsSocket(events)
  const server = createHttpServer(onFailure)
  const services: Service[] = [clock, functions, socket]

  const reset = async () => {
    await functions.reset?.()
    await database.reset()
    data.state.reset()
    await clock.reset?.()
    logs.reset()
    await options.onReset?.()
    events.emit('reset', {})
  }

  const gateway = createGateway({
    envId,
    onFailure,
    actions: {
      database: async (request) => ({ json: await database.handle(request.action, request) }),
      'functions.invokeFunction': invokeAction(functions),
    },
  })
  const local = (path: string, handler: Handler) =>
    server.routes.mount(`/local/${path}`, handler, { sameOriginOnly: true })
  server.routes.mount('/wire', gateway, { sameOriginOnly: true })
  local('invoke', invokeRoute(functions, users))
  local('clock', clockRoute(clock))
  local('session', sessionRoute(users, clock, { appId, envId }))
  local('users', usersRoute(users))
  local('logs', logsRoute(logs))
  local('inbox', inboxRoute(inbox))
  local('reset', async (call) => {
    requireMethod(call, 'POST')
    await reset()
    sendJson(call.response, { ok: true })
  })
  server.upgrades.mount('/local/events', socket.upgrade)

  for (const service of services) await service.start?.()
  const boundPort = await server.listen(port)
  url = `http://127.0.0.1:${boundPort}`
  data.announce(url)

  return {
    port: boundPort,
    url,
    routes: server.routes,
    upgrades: server.upgrades,
    events,
    clock,
    users,
    functions,
    logs,
    database,
    reset,
    async stop() {
      await server.close()
      for (const service of [...services].reverse()) await service.stop?.()
      await database.close()
      data.close()
    },
  }
}

function checkPort(port: number): void {
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return
  throw new LocalCloudError(
    'BAD_PORT',
    `${port} is not a port.`,
    'Choose a whole number from 1 to 65535, or 0 for any free port.',
  )
}
