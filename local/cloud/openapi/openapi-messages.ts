import { decodeMessage, encodeMessage } from '../gateway/protobuf'
import type { MessageType } from '../gateway/protobuf'

const KEY_VALUE_PAIR: MessageType = {
  1: { name: 'key', type: 'string' },
  2: { name: 'value', type: 'bytes' },
  3: { name: 'contentType', type: 'string' },
  4: { name: 'filename', type: 'string' },
}

const COMM_API_DATA: MessageType = {
  1: { name: 'apiType', type: 'int32' },
  2: { name: 'openapi', type: { 1: { name: 'pairs', type: KEY_VALUE_PAIR, repeated: true } } },
  4: {
    name: 'svrkit',
    type: { 1: { name: 'apiName', type: 'string' }, 2: { name: 'requestData', type: 'bytes' } },
  },
  6: { name: 'appid', type: 'string' },
}

const COMM_OPENAPI_RESPONSE: MessageType = {
  1: { name: 'data', type: 'bytes' },
  2: { name: 'contentType', type: 'string' },
  3: { name: 'errorCode', type: 'int32' },
  4: { name: 'httpCode', type: 'int32' },
}

const OPEN_DATA_REQUEST: MessageType = { 2: { name: 'cloudIds', type: 'string', repeated: true } }

const OPEN_DATA_RESPONSE: MessageType = {
  1: {
    name: 'items',
    type: { 1: { name: 'cloudId', type: 'string' }, 2: { name: 'json', type: 'string' } },
    repeated: true,
  },
}

const SVRKIT_API = 2

/** A file in the arguments of a WeChat API. */
interface MediaArgument {
  readonly contentType: string
  readonly filename: string
  readonly value: Buffer
}

export type OpenApiCall =
  | { readonly kind: 'openapi'; readonly args: Readonly<Record<string, unknown>> }
  | { readonly kind: 'openData'; readonly cloudIds: readonly string[] }
  | { readonly kind: 'unknown'; readonly name: string }

interface Pair {
  key?: string
  value?: Buffer
  contentType?: string
  filename?: string
}

/** What the SDK asks of WeChat: an API with its arguments, or the data behind cloud IDs. */
export function decodeOpenApiCall(bytes: Buffer): OpenApiCall {
  const call = decodeMessage(COMM_API_DATA, bytes) as {
    apiType?: number
    openapi?: { pairs?: Pair[] }
    svrkit?: { apiName?: string; requestData?: Buffer }
  }
  if (call.apiType === SVRKIT_API) {
    const name = call.svrkit?.apiName ?? ''
    if (name !== 'ApiGetOpenDataByCloudId') return { kind: 'unknown', name }
    const request = decodeMessage(OPEN_DATA_REQUEST, call.svrkit?.requestData ?? Buffer.alloc(0))
    return { kind: 'openData', cloudIds: (request['cloudIds'] as string[] | undefined) ?? [] }
  }
  if (call.apiType) return { kind: 'unknown', name: `type ${call.apiType}` }
  const args: Record<string, unknown> = {}
  for (const pair of call.openapi?.pairs ?? []) args[pair.key ?? ''] = argumentOf(pair)
  return { kind: 'openapi', args }
}

function argumentOf({ value = Buffer.alloc(0), contentType, filename }: Pair): unknown {
  if (contentType === undefined) return JSON.parse(value.toString('utf8'))
  return { contentType, filename: filename ?? '', value } satisfies MediaArgument
}

/** WeChat's answer to an API: its body and the body's content type. */
export function encodeOpenApiAnswer(data: Buffer, contentType: string): Buffer {
  return encodeMessage(COMM_OPENAPI_RESPONSE, { data, contentType, httpCode: 200 })
}

/** WeChat's refusal before the API is reached, such as a missing permission. */
export function encodeOpenApiRefusal(errorCode: number): Buffer {
  return encodeMessage(COMM_OPENAPI_RESPONSE, { errorCode })
}

/** The answer to `cloud.getOpenData`. */
export function encodeOpenData(items: readonly { cloudId: string; json: string }[]): Buffer {
  return encodeOpenApiAnswer(encodeMessage(OPEN_DATA_RESPONSE, { items }), '')
}
