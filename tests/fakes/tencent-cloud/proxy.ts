import http from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import tls from 'node:tls'
import type { Certificate } from './certificate'

export interface Request {
  host: string
  method: string
  /** With its query. */
  path: string
  headers: http.IncomingHttpHeaders
  body: Buffer
}

export interface Answer {
  status: number
  headers?: Record<string, string>
  body: string | Buffer
}

/** No answer ever, or the connection breaks. */
export type NoAnswer = 'silent' | 'broken'

/** A CONNECT proxy that answers for the hosts it knows itself and lets no other connection through. */
export interface InterceptingProxy {
  url: string
  stop(): Promise<void>
}

export async function startInterceptingProxy(
  hosts: RegExp,
  { certificate, key }: Certificate,
  answer: (request: Request) => Answer | NoAnswer,
): Promise<InterceptingProxy> {
  const open = new Set<Socket>()
  const inside = http.createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = 'GET', url: path = '/', headers } = request
      const host = (headers.host ?? '').replace(/:\d+$/, '')
      const said = answer({ host, method, path, headers, body })
      if (said === 'silent') return
      if (said === 'broken') request.socket.destroy()
      else response.writeHead(said.status, said.headers).end(said.body)
    })
  })
  const proxy = http.createServer((_, response) => {
    response.writeHead(405).end('This proxy only connects.')
  })
  proxy.on('connect', (request: http.IncomingMessage, socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // Clients close as they like; nothing is lost by it.
    socket.on('error', () => socket.destroy())
    if (!hosts.test(request.url ?? '')) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    const secure = new tls.TLSSocket(socket, { isServer: true, cert: certificate, key })
    secure.on('error', () => secure.destroy())
    inside.emit('connection', secure)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stop: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => proxy.close(() => resolve()))
    },
  }
}

async function bodyOf(request: http.IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
