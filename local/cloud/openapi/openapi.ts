import type { Functions } from '../functions/functions'
import type { Invocation } from '../functions/invocation'
import { WireRefusal, stringField } from '../gateway/wire'
import type { WireAction } from '../gateway/wire'
import {
  decodeOpenApiCall,
  encodeOpenApiAnswer,
  encodeOpenApiRefusal,
  encodeOpenData,
} from './openapi-messages'

/** A refusal with WeChat's own errcode; the SDK throws it as `{errCode, errMsg}`. */
export class WeChatError extends Error {
  override readonly name = 'WeChatError'

  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(errmsg)
  }
}

/** The body of an answer: JSON fields in snake case, or a file. */
type OpenApiAnswer = object | { readonly contentType: string; readonly buffer: Buffer }

/** One WeChat API; its arguments come in snake case, as the SDK sends them. */
export type OpenApi = (
  args: Readonly<Record<string, unknown>>,
  invocation: Invocation,
) => OpenApiAnswer | Promise<OpenApiAnswer>

export interface OpenApiOptions {
  readonly functions: Functions
  readonly apis: Readonly<Record<string, OpenApi>>
  /** The data behind a cloud ID that the phone gave out. */
  readonly openData: (cloudId: string, openid: string) => object
}

const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101
const ILLEGAL_SOURCE = -604104
const PROTOBUF = 'application/octet-stream'

/** `cloud.openapi.*` and `cloud.getOpenData`: permissions of the calling function first, then the API. */
export function openApiAction({ functions, apis, openData }: OpenApiOptions): WireAction {
  const answer = async (
    name: string,
    bytes: Buffer,
    invocation: Invocation | undefined,
  ): Promise<Buffer> => {
    const call = decodeOpenApiCall(bytes)
    if (!invocation) return encodeOpenApiRefusal(ILLEGAL_SOURCE)
    if (call.kind === 'openData') {
      const { openid = '' } = invocation
      return encodeOpenData(
        call.cloudIds.map((cloudId) => ({
          cloudId,
          json: JSON.stringify(openData(cloudId, openid)),
        })),
      )
    }
    const api = call.kind === 'openapi' ? apis[name] : undefined
    if (!api || call.kind !== 'openapi') return encodeOpenApiRefusal(API_NOT_FOUND)
    if (!invocation.openapi.has(name)) return encodeOpenApiRefusal(NO_PERMISSION)
    return encodeOpenApiAnswer(...(await perform(api, call.args, invocation)))
  }

  return async (request) => {
    const invocation = functions.running(request.wxCloudApiToken ?? '')
    const data = request['requestData']
    if (!Buffer.isBuffer(data)) throw new WireRefusal('INVALID_PARAM', 'requestData is missing')
    const bytes = await answer(stringField(request, 'apiName'), data, invocation)
    return { bytes, contentType: PROTOBUF }
  }
}

async function perform(
  api: OpenApi,
  args: Readonly<Record<string, unknown>>,
  invocation: Invocation,
): Promise<[Buffer, string]> {
  try {
    const body = await api(args, invocation)
    if ('buffer' in body && Buffer.isBuffer(body.buffer)) {
      return [body.buffer, (body as { contentType: string }).contentType]
    }
    return [Buffer.from(JSON.stringify({ errcode: 0, errmsg: 'ok', ...body })), 'application/json']
  } catch (error) {
    if (!(error instanceof WeChatError)) throw error
    const { errcode, errmsg } = error
    return [Buffer.from(JSON.stringify({ errcode, errmsg })), 'application/json']
  }
}
