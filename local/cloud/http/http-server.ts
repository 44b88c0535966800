import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { LocalCloudError } from '../local-cloud-error'
import { UserNameError } from '../users'
import { HttpError, sendJson } from './call'
import type { Handler } from './call'
import { isCrossOrigin, isLoopbackHost } from './loopback'

interface Upgrade {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
  readonly path: string
  readonly query: URLSearchParams
}

export type UpgradeHandler = (upgrade: Upgrade) => void

interface MountOptions {
  /** Requests that a browser makes for a page of another origin are refused with 403. */
  sameOriginOnly?: boolean
}

export interface Mounts<Mounted> {
  /** Gives the handler every path that equals the prefix or goes on after it with `/`; the longest prefix wins. */
  mount(prefix: string, handler: Mounted, options?: MountOptions): void
}

export interface HttpServer {
  readonly routes: Mounts<Handler>
  readonly upgrades: Mounts<UpgradeHandler>
  /** Listens on 127.0.0.1 and resolves to the port; port 0 takes a free one. */
  listen(port: number): Promise<number>
  close(): Promise<void>
}

interface Mount<Mounted> {
  prefix: string
  handler: Mounted
  sameOriginOnly: boolean
}

const KEEP_ALIVE_MS = 75_000
const NO_QUERY = new URLSearchParams()

/** The one HTTP server of the local cloud: loopback names only, mounted handlers, failures as JSON. */
export function createHttpServer(onFailure: (error: unknown) => void): HttpServer {
  const routes: Mount<Handler>[] = []
  const upgrades: Mount<UpgradeHandler>[] = []
  const sockets = new Set<Socket>()
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    serve(request, response).catch((error: unknown) => sendFailure(response, error, onFailure))
  })
  server.on('connection', (socket) => {
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const { pathname, query } = splitTarget(request.url ?? '/')
    const mount = longestMatch(upgrades, pathname)
    if (!mount || !isLoopbackHost(request.headers.host) || isCrossOrigin(request)) {
      socket.end(
        `HTTP/1.1 ${mount ? '403 Forbidden' : '404 Not Found'}\r\nconnection: close\r\n\r\n`,
      )
      return
    }
    mount.handler({ request, socket, head, path: pathname.slice(mount.prefix.length), query })
  })

  async function serve(request: IncomingMessage, response: ServerResponse) {
    if (!isLoopbackHost(request.headers.host)) {
      throw new HttpError(403, 'NOT_LOOPBACK', 'Only 127.0.0.1 and localhost are served.')
    }
    const { pathname, query } = splitTarget(request.url ?? '/')
    const mount = longestMatch(routes, pathname)
    if (!mount) throw new HttpError(404, 'NOT_FOUND', `Nothing is served at ${pathname}.`)
    if (mount.sameOriginOnly && isCrossOrigin(request)) {
      throw new HttpError(403, 'CROSS_ORIGIN', 'Pages of other origins are refused.')
    }
    await mount.handler({
      request,
      response,
      method: request.method ?? 'GET',
      path: mount.prefix === '/' ? pathname : pathname.slice(mount.prefix.length),
      query,
    })
  }

  return {
    routes: mountsOf(routes),
    upgrades: mountsOf(upgrades),
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', (error) => reject(describeListenFailure(port, error)))
        server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function mountsOf<Mounted>(list: Mount<Mounted>[]): Mounts<Mounted> {
  return {
    mount(prefix, handler, options = {}) {
      list.push({ prefix, handler, sameOriginOnly: options.sameOriginOnly ?? false })
      list.sort((left, right) => right.prefix.length - left.prefix.length)
    },
  }
}

function longestMatch<Mounted>(list: readonly Mount<Mounted>[], pathname: string) {
  return list.find(
    ({ prefix }) =>
      prefix === '/' ||
      (pathname.startsWith(prefix) &&
        (pathname.length === prefix.length || pathname[prefix.length] === '/')),
  )
}

function splitTarget(target: string) {
  const mark = target.indexOf('?')
  if (mark < 0) return { pathname: target, query: NO_QUERY }
  return { pathname: target.slice(0, mark), query: new URLSearchParams(target.slice(mark + 1)) }
}

function sendFailure(
  response: ServerResponse,
  error: unknown,
  onFailure: (error: unknown) => void,
) {
  const known = error instanceof HttpError || error instanceof UserNameError
  if (!known) onFailure(error)
  if (response.headersSent) {
    response.destroy()
    return
  }
  const status = error instanceof HttpError ? error.status : known ? 400 : 500
  const code = error instanceof HttpError ? error.code : known ? 'BAD_USER' : 'INTERNAL'
  const message = error instanceof Error ? error.message : String(error)
  sendJson(response, { error: { code, message } }, status)
}

function describeListenFailure(port: number, error: NodeJS.ErrnoException): LocalCloudError {
  if (error.code === 'EADDRINUSE') {
    return new LocalCloudError(
      'PORT_IN_USE',
      `Port ${port} of 127.0.0.1 is in use.`,
      'Stop what is using it, or choose another port.',
      { cause: error },
    )
  }
  return new LocalCloudError(
    'BAD_PORT',
    `Port ${port} of 127.0.0.1 cannot be listened on: ${error.message}.`,
    'Choose another port, above 1023.',
    { cause: error },
  )
}
