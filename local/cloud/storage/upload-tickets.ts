import { randomUUID } from 'node:crypto'
import type { Handler } from '../http/call'
import { requireMethod } from '../routes/local-route'
import { cloudPathComplaint } from './cloud-path'
import { StorageError } from './storage'
import type { Storage } from './storage'

export interface UploadTickets {
  /** A name under which the bytes of that path may be sent once, within fifteen minutes. */
  issue(path: string): string
  /** `PUT /upload/TICKET`: takes the bytes that the SDK sends after it asked where to. */
  readonly route: Handler
}

const TICKET_LIFE_MS = 15 * 60_000

const failure = (code: string, message: string) =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
  '<RequestId>local</RequestId><TraceId>local</TraceId></Error>'

export function createUploadTickets(storage: Storage): UploadTickets {
  const tickets = new Map<string, { path: string; until: number }>()
  const sweep = () => {
    for (const [ticket, { until }] of tickets) if (until < Date.now()) tickets.delete(ticket)
  }
  return {
    issue(path) {
      const complaint = cloudPathComplaint(path)
      if (complaint) throw new StorageError('INVALID_PARAM', complaint)
      sweep()
      const ticket = randomUUID()
      tickets.set(ticket, { path, until: Date.now() + TICKET_LIFE_MS })
      return ticket
    },
    async route(call) {
      requireMethod(call, 'PUT')
      sweep()
      const ticket = call.path.slice(1)
      const known = tickets.get(ticket)
      if (!known) {
        call.request.resume()
        call.response.writeHead(403).end(failure('AccessDenied', 'the upload ticket is not known'))
        return
      }
      tickets.delete(ticket)
      try {
        const file = await storage.put(known.path, call.request)
        call.response.writeHead(200, { etag: `"${file.digest}"`, 'content-length': 0 }).end()
      } catch (error) {
        if (!(error instanceof StorageError)) throw error
        call.response.writeHead(400).end(failure(error.code, error.message))
      }
    },
  }
}
