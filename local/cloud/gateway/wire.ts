/** A request of the SDK to the gateway: its JSON, or the fields of its multipart form. */
export interface WireRequest {
  readonly action: string
  readonly envName?: string
  /** The id of the invocation that makes the request; empty outside a function. */
  readonly wxCloudApiToken?: string
  readonly [field: string]: unknown
}

/** JSON fields beside `requestId`, or the bytes of a body with its content type. */
export type WireAnswer =
  { readonly json: object } | { readonly bytes: Uint8Array; readonly contentType: string }

export type WireAction = (
  request: WireRequest,
  requestId: string,
) => Promise<WireAnswer> | WireAnswer

/** A refusal that the SDK receives as `{code, message}`; the SDK turns the code into its errCode. */
export class WireRefusal extends Error {
  override readonly name = 'WireRefusal'

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export function stringField(request: WireRequest, field: string): string {
  const value = request[field]
  if (typeof value === 'string' && value !== '') return value
  throw new WireRefusal('INVALID_PARAM', `${request.action}: '${field}' has to be a text`)
}
