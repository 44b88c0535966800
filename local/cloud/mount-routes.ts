import type { Services } from './create-services'
import type { Handler } from './http/call'
import { sendJson } from './http/call'
import type { HttpServer } from './http/http-server'
import type { LocalCloudOptions } from './local-cloud-options'
import { creditsRoute, subscribeRoute, templatesRoute } from './messages/subscribe-routes'
import { payRoute } from './pay/pay-route'
import { databaseRoute } from './routes/database-route'
import type { EventsSocket } from './routes/events-socket'
import { invokeRoute } from './routes/invoke-route'
import { requireMethod } from './routes/local-route'
import {
  clockRoute,
  inboxRoute,
  logsRoute,
  sessionRoute,
  timersRoute,
  usersRoute,
} from './routes/observe-routes'
import { filesRoute } from './storage/files-route'
import { localFilesRoute } from './storage/local-files-route'

export interface Mounting {
  readonly url: () => string
  readonly socket: EventsSocket
  readonly reset: () => Promise<void>
}

/** Puts every service of the local cloud where the SDK, the phones and the desk look for it. */
export function mountRoutes(
  { routes, upgrades }: HttpServer,
  services: Services,
  options: LocalCloudOptions,
  { url, socket, reset }: Mounting,
): void {
  const { clock, users, functions, database, storage } = services
  const templates = options.subscribeTemplates
  const closed = { sameOriginOnly: true }
  const local = (path: string, handler: Handler) => routes.mount(`/local/${path}`, handler, closed)

  routes.mount('/wire', services.gateway.route, closed)
  routes.mount('/upload', services.uploads.route, closed)
  routes.mount('/files', filesRoute(storage, users))
  if (services.payByFunction) {
    routes.mount(`/v1/functions/${options.paymentFunction?.name}`, services.payByFunction)
  }

  local('invoke', invokeRoute(functions, users))
  local('pay', payRoute(services.ledger, services.refunds, services.cashier, users))
  local('pay-faults', services.payFaults.route)
  local('clock', clockRoute(clock))
  local('timers', timersRoute(services.timers))
  local('db', databaseRoute(database, clock.now))
  local('inbox', inboxRoute(services.inbox))
  local('subscribe', subscribeRoute(templates, services.credits, users))
  local('subscribe/templates', templatesRoute(templates))
  local('subscribe/credits', creditsRoute(services.credits))
  local('customer-service', services.customerService.route)
  local('phone-number', services.phoneNumbers.route)
  local('files', localFilesRoute(storage, users, url))
  local('session', sessionRoute(users, clock, options))
  local('users', usersRoute(users))
  local('logs', logsRoute(services.logs))
  local('reset', async (call) => {
    requireMethod(call, 'POST')
    await reset()
    sendJson(call.response, { ok: true })
  })
  upgrades.mount('/local/events', socket.upgrade)
}
