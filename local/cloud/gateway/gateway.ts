import { randomUUID } from 'node:crypto'
import { WireError } from '../database/wire-error'
import { readBody } from '../http/call'
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

export interface Gateway {
  /** Answers one request; a refusal is an answer too. */
  answer(body: string | Uint8Array, contentType: string): Promise<GatewayAnswer>
  /** The same over HTTP: always with status 200, as WeChat Cloud does. */
  readonly route: Handler
}

interface GatewayAnswer {
  readonly body: string | Uint8Array
  readonly contentType: string
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** The door that the unmodified SDK knocks at. */
export function createGateway({ envId, actions, onFailure }: GatewayOptions): Gateway {
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

  const answer = async (body: string | Uint8Array, contentType: string): Promise<GatewayAnswer> => {
    const requestId = randomUUID()
    try {
      const answer = await perform(parseRequest(body, contentType), requestId)
      if ('bytes' in answer) return { body: answer.bytes, contentType: answer.contentType }
      return { body: JSON.stringify({ requestId, ...answer.json }), contentType: JSON_TYPE }
    } catch (error) {
      const known = error instanceof WireError || error instanceof WireRefusal
      if (!known) onFailure(error)
      const message = error instanceof Error ? error.message : String(error)
      const code = known ? error.code : 'SYS_ERR'
      return { body: JSON.stringify({ code, message, requestId }), contentType: JSON_TYPE }
    }
  }

  return {
    answer,
    async route({ request, response }) {
      const given = await readBody(request)
      const { body, contentType } = await answer(given, request.headers['content-type'] ?? '')
      response.writeHead(200, {
        'content-type': contentType,
        'content-length': Buffer.byteLength(body),
      })
      response.end(body)
    },
  }
}

function parseRequest(body: string | Uint8Array, contentType: string): WireRequest {
  const fields = contentType.startsWith('multipart/')
    ? parseMultipart(Buffer.from(body as Uint8Array), contentType)
    : parseFields(body)
  if (typeof fields['action'] !== 'string') {
    throw new WireRefusal('INVALID_PARAM', 'the request names no action')
  }
  return fields as WireRequest
}

function parseFields(body: string | Uint8Array): Record<string, unknown> {
  try {
    const text = typeof body === 'string' ? body : Buffer.from(body).toString('utf8')
    return JSON.parse(text) as Record<string, unknown>
  } catch (error) {
    throw new WireRefusal('INVALID_PARAM', `the request is not JSON: ${(error as Error).message}`)
  }
}
