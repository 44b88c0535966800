import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { WireError } from '../../local/cloud/database/wire-error'
import type { WireRequest, WireResponse } from '../../local/cloud/database/wire-request'

/** The least of a gateway: the database's actions over HTTP, as the SDK sends them. */
export interface PersistenceGateway {
  readonly url: string
  close(): Promise<void>
}

type Handle = (action: string, request: WireRequest) => Promise<WireResponse>

/** Starts a gateway on a free port of this machine. */
export async function startGateway(handle: Handle): Promise<PersistenceGateway> {
  const server = createServer((request, response) => {
    void answer(request, handle).then((body) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/wire`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, handle: Handle): Promise<object> {
  const requestId = randomUUID()
  try {
    const body = JSON.parse(await text(request)) as WireRequest
    return { requestId, ...(await handle(String(body['action']), body)) }
  } catch (error) {
    const code = error instanceof WireError ? error.code : 'SYS_ERR'
    return { requestId, code, message: (error as Error).message }
  }
}
