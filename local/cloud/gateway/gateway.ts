import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { WireError } from '../database/wire-error'
import { readBody, sendJson } from '../http/call'
import type { Handler } from '../http/call'
import { parseMultipart } from './multipart'
import { WireRefusal } from './wire'
import type { WireAction, WireAnswer, WireRequest } from './wire'

export interface GatewayOptions {
  readonly envId: string
  /** By the action's whole name, or by what stands before its first dot. */
  readonly actions: Readonly<Record<string, WireAction>>
  readonly onFailure: (error: unknown) => void
}

/** The door that the unmodified SDK knocks at: it always answers HTTP 200, as WeChat Cloud does. */
export function createGateway({ envId, actions, onFailure }: GatewayOptions): Handler {
  const perform = async (request: WireRequest, requestId: string): Promise<WireAnswer> => {
    const { action } = request
    if (request.envName && request.envName !== envId) {
      throw new WireRefusal('INVALIID_ENV', `Env Not Exists: ${request.envName}, not ${envId}`)
    }
    const handler = actions[action] ?? actions[action.slice(0, action.indexOf('.'))]
    if (!handler) {
      throw new WireRefusal('INVALID_PARAM', `the local cloud does not know the action ${action}`)
    }
    return handler(request, requestId)
  }

  return async ({ request, response }) => {
    const requestId = randomUUID()
    try {
      const wire = parseRequest(await readBody(request), request.headers['content-type'] ?? '')
      send(response, await perform(wire, requestId), requestId)
    } catch (error) {
      const known = error instanceof WireError || error instanceof WireRefusal
      if (!known) onFailure(error)
      const message = error instanceof Error ? error.message : String(error)
      sendJson(response, { code: known ? error.code : 'SYS_ERR', message, requestId })
    }
  }
}

function parseRequest(body: Buffer, contentType: string): WireRequest {
  const fields = contentType.startsWith('multipart/')
    ? parseMultipart(body, contentType)
    : parseFields(body)
  if (typeof fields['action'] !== 'string') {
    throw new WireRefusal('INVALID_PARAM', 'the request names no action')
  }
  return fields as WireRequest
}

function parseFields(body: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>
  } catch (error) {
    throw new WireRefusal('INVALID_PARAM', `the request is not JSON: ${(error as Error).message}`)
  }
}

function send(response: ServerResponse, answer: WireAnswer, requestId: string): void {
  if ('json' in answer) {
    sendJson(response, { requestId, ...answer.json })
    return
  }
  response.writeHead(200, {
    'content-type': answer.contentType,
    'content-length': answer.bytes.byteLength,
  })
  response.end(answer.bytes)
}
