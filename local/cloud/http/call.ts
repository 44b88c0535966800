import type { IncomingMessage, ServerResponse } from 'node:http'

/** One HTTP request on its way through the local cloud's server. */
export interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly method: string
  /** What follows the mount's prefix, percent-encoded as it came: empty or starting with `/`. */
  readonly path: string
  readonly query: URLSearchParams
}

export type Handler = (call: Call) => void | Promise<void>

/** A refusal that is told to the HTTP client with its status, a code and what to do. */
export class HttpError extends Error {
  override readonly name = 'HttpError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const MAX_JSON_BYTES = 32 * 1024 * 1024

/** The whole body; a body over the limit is refused with 413. */
export function readBody(request: IncomingMessage, limit = MAX_JSON_BYTES): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) {
        reject(new HttpError(413, 'BODY_TOO_LARGE', `The body is over ${limit} bytes.`))
        request.removeAllListeners('data')
        request.resume()
        return
      }
      chunks.push(chunk)
    })
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

/** The body as a JSON object; an empty body is an empty object. */
export async function readJsonObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const body = await readBody(request)
  if (body.length === 0) return {}
  const value = parseJson(body.toString('utf8'))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new HttpError(400, 'BODY_NOT_AN_OBJECT', 'The body has to be a JSON object.')
  }
  return value as Record<string, unknown>
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new HttpError(400, 'BODY_NOT_JSON', `The body is not JSON: ${(error as Error).message}`)
  }
}

/** Answers with JSON that is already text. */
export function sendJsonText(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  sendJsonText(response, JSON.stringify(value), status)
}
